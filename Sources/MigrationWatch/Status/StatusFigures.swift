import MigrationAnalysis
import MigrationModel

struct StatusProgress: Encodable, Sendable {
  @OrNull var fraction: Double? = nil
  let quality: String
  @OrNull var tablesDone: Int64? = nil
  @OrNull var tablesTotal: Int64? = nil
  @OrNull var rowsDone: Int64? = nil
  @OrNull var rowsTotal: Int64? = nil
  @OrNull var bytesDone: Int64? = nil
  @OrNull var bytesTotal: Int64? = nil
  let processing: [String]

  init(_ report: JobReport) {
    let progress = report.job.progress
    fraction = report.fraction.map { $0.rounded(places: 6) }
    quality = progress.quality.rawValue
    tablesDone = progress.tables.done
    tablesTotal = progress.tables.total
    rowsDone = progress.rows.done
    rowsTotal = progress.rows.total
    bytesDone = progress.bytes.done
    bytesTotal = progress.bytes.total
    processing = progress.processing
  }
}

struct StatusRates: Encodable, Sendable {
  @OrNull var rowsPerSecond: Double? = nil
  @OrNull var bytesPerSecond: Double? = nil
  @OrNull var eventsLastMinute: Int64? = nil
  @OrNull var eventsLastHour: Int64? = nil

  init(_ report: JobReport) {
    rowsPerSecond = report.judgement.rates.rowsPerSecond?.rounded(places: 3)
    bytesPerSecond = report.judgement.rates.bytesPerSecond?.rounded(places: 3)
    eventsLastMinute = report.job.throughput.eventsLastMinute
    eventsLastHour = report.job.throughput.eventsLastHour
  }
}

struct StatusETA: Encodable, Sendable {
  @OrNull var lowSeconds: Double? = nil
  @OrNull var highSeconds: Double? = nil
  @OrNull var absent: String? = nil

  init(_ eta: ETA) {
    switch eta {
    case .between(let low, let high):
      lowSeconds = low.seconds
      highSeconds = high.seconds
    case .absent(let reason): absent = reason.rawValue
    }
  }
}

struct StatusLag: Encodable, Sendable {
  @OrNull var milliseconds: Double? = nil
  @OrNull var kind: String? = nil
  let verdict: String
  let reason: String
  @OrNull var absent: String? = nil
  @OrNull var measuredAt: String? = nil
  @OrNull var catchUp: CatchUp? = nil
  /// No service of this version tells a backlog.
  @OrNull var backlogEvents: Int64? = nil
  @OrNull var backlogBytes: Int64? = nil

  struct CatchUp: Encodable, Sendable {
    @OrNull var lowSeconds: Double? = nil
    @OrNull var highSeconds: Double? = nil
    let never: Bool
  }

  init(_ report: JobReport) {
    verdict = report.judgement.verdict.word.rawValue
    reason = report.judgement.verdict.reason
    switch report.job.lag {
    case .measured(let lag):
      milliseconds = (lag.value / .milliseconds(1)).rounded(places: 3)
      kind = lag.kind.rawValue
      measuredAt = lag.measuredAt?.rfc3339
    case .absent(let reason): absent = reason.rawValue
    }
    catchUp =
      switch report.judgement.verdict.catchUp {
      case .between(let low, let high)?:
        CatchUp(lowSeconds: low.seconds, highSeconds: high.seconds, never: false)
      case .never?: CatchUp(never: true)
      case nil: nil
      }
  }
}

struct StatusCutover: Encodable, Sendable {
  @OrNull var ready: Bool? = nil
  @OrNull var since: String? = nil
  let checks: [Check]

  struct Check: Encodable, Sendable {
    let id: String
    let verdict: String
    let evidence: String
  }

  init(_ cutover: Cutover) {
    ready = cutover.ready
    since = cutover.since?.date.rfc3339
    checks = cutover.checks.map {
      Check(id: $0.id.rawValue, verdict: $0.result.rawValue, evidence: $0.evidence)
    }
  }
}

struct StatusStep: Encodable, Sendable {
  let id: String
  let name: String
  let label: String
  @OrNull var code: String? = nil
  let state: String
  @OrNull var nativeState: String? = nil
  let phase: String
  @OrNull var fraction: Double? = nil
  @OrNull var lagMilliseconds: Double? = nil
  @OrNull var startedAt: String? = nil
  @OrNull var finishedAt: String? = nil
  @OrNull var note: String? = nil
  @OrNull var error: Trouble? = nil
  let children: [StatusStep]

  struct Trouble: Encodable, Sendable {
    @OrNull var code: String? = nil
    @OrNull var message: String? = nil
    @OrNull var help: String? = nil
  }

  init(_ step: Step) {
    id = step.id
    name = step.name
    label = step.label
    code = step.code
    state = step.state.rawValue
    nativeState = step.nativeState
    phase = step.phase.rawValue
    fraction = JobReport.fraction(of: step)?.rounded(places: 6)
    lagMilliseconds = step.lag.value.map { ($0 / .milliseconds(1)).rounded(places: 3) }
    startedAt = step.startedAt?.rfc3339
    finishedAt = step.finishedAt?.rfc3339
    note = step.note
    error = step.error.map { Trouble(code: $0.code, message: $0.message, help: $0.help) }
    children = step.children.map(StatusStep.init)
  }
}

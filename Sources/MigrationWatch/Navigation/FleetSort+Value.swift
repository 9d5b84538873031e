import MigrationAnalysis
import MigrationModel

import struct FoundationEssentials.Date

extension FleetSort.Value {
  /// What a column shows of a job, as something to sort by; `nil` where the column shows nothing.
  init?(_ column: FleetColumn, of record: JobRecord, region: String?) {
    let job = record.job
    let text: String? =
      switch column {
      case .name: job.name.lowercased()
      case .service: job.service.tag
      case .source: job.id.source
      case .engines: Self.engines(of: job)
      case .region: region
      case .kind: job.kind?.rawValue
      case .id: job.id.native
      case .state, .phase, .progress, .eta, .rate, .steps, .lag, .trend, .cutover, .errors, .age:
        nil
      }
    if let text {
      self = .text(text)
    } else if let number = Self.number(column, of: record) {
      self = .number(number)
    } else {
      return nil
    }
  }

  /// What ranks stands for its rank: the gravest state, the first phase, the worst trend is the largest.
  private static func number(_ column: FleetColumn, of record: JobRecord) -> Double? {
    let job = record.job
    return switch column {
    case .state: -Double(record.shownState.rawValue)
    case .phase: rank(of: job.phase)
    case .progress: JobReport.fraction(of: job)
    case .eta: eta(of: record.judgement)
    case .rate: record.judgement.rates.rowsPerSecond
    case .steps:
      job.steps.isEmpty
        ? nil : Double(job.steps.count { $0.state == .done }) / Double(job.steps.count)
    case .lag: job.lag.value.map { $0 / .seconds(1) }
    case .trend: job.lag.value.flatMap { _ in rank(of: record.judgement.verdict.word) }
    case .cutover: rank(of: record.judgement.cutover)
    case .errors: Double(JobError.all(of: job).count)
    case .age: -job.observedAt.timeIntervalSince1970
    case .name, .service, .source, .engines, .region, .kind, .id: nil
    }
  }

  private static func engines(of job: Job) -> String? {
    let engines = [job.from?.engine, job.to?.engine]
    return engines.contains { $0 != nil } ? engines.map { $0 ?? "?" }.joined(separator: ">") : nil
  }

  private static func rank(of phase: Phase) -> Double? {
    switch phase {
    case .none, .unknown: nil
    case .pending, .precheck, .schema, .full, .incremental, .verifying, .stopping:
      Phase.allCases.firstIndex(of: phase).map { -Double($0) }
    }
  }

  /// In seconds, of the time that the column shows; what never ends is the longest.
  private static func eta(of judgement: Judgement) -> Double? {
    if case .between(_, let high) = judgement.eta { return high / .seconds(1) }
    if case .absent(.stalled) = judgement.eta { return .infinity }
    switch judgement.verdict.catchUp {
    case .between(_, let high)?: return high / .seconds(1)
    case .never? where judgement.verdict.word == .fallingBehind: return .infinity
    case .never?, nil: return nil
    }
  }

  private static func rank(of verdict: LagVerdict.Word) -> Double? {
    switch verdict {
    case .fallingBehind: 5
    case .frozen: 4
    case .steady: 3
    case .catchingUp: 2
    case .idle: 1
    case .caughtUp: 0
    case .unknown: nil
    }
  }

  private static func rank(of cutover: Cutover) -> Double? {
    guard !cutover.checks.isEmpty else { return nil }
    return switch cutover.ready {
    case true?: 2
    case nil: 1
    case false?: 0
    }
  }
}

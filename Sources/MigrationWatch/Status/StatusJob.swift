import MigrationAnalysis
import MigrationModel

import struct FoundationEssentials.Date

/// One job of ``StatusDocument``.
package struct StatusJob: Encodable, Sendable {
  let source: String
  let service: String
  let id: String
  let name: String
  @OrNull var kind: String? = nil
  let state: String
  let phase: String
  @OrNull var nativeStatus: String? = nil
  let stale: Bool
  @OrNull var staleReason: String? = nil
  let stalled: Bool
  @OrNull var stalledSince: String? = nil
  @OrNull var from: StatusEndpoint? = nil
  @OrNull var to: StatusEndpoint? = nil
  @OrNull var createdAt: String? = nil
  @OrNull var startedAt: String? = nil
  @OrNull var finishedAt: String? = nil
  let observedAt: String
  let ageSeconds: Double
  let progress: StatusProgress
  let rates: StatusRates
  let eta: StatusETA
  let lag: StatusLag
  @OrNull var failure: StatusFailure? = nil
  @OrNull var verification: StatusVerification? = nil
  let cutover: StatusCutover
  let steps: [StatusStep]
  let attempt: Int
  let notes: [String]

  package init(_ report: JobReport) {
    let job = report.job
    let judgement = report.judgement
    source = job.id.source
    service = job.service.rawValue
    id = job.id.native
    name = job.name
    kind = job.kind?.rawValue
    state = job.state.rawValue
    phase = job.phase.rawValue
    nativeStatus = job.nativeStatus.isEmpty ? nil : job.nativeStatus
    stale = judgement.staleness != nil
    staleReason = judgement.staleness?.rawValue
    stalled = judgement.stalledSince != nil
    stalledSince = judgement.stalledSince?.date.rfc3339
    from = job.from.map(StatusEndpoint.init)
    to = job.to.map(StatusEndpoint.init)
    createdAt = job.createdAt?.rfc3339
    startedAt = job.startedAt?.rfc3339
    finishedAt = job.finishedAt?.rfc3339
    observedAt = job.observedAt.rfc3339 ?? ""
    ageSeconds = report.age.seconds
    progress = StatusProgress(report)
    rates = StatusRates(report)
    eta = StatusETA(judgement.eta)
    lag = StatusLag(report)
    failure = job.failure.map(StatusFailure.init)
    verification = job.verification.map(StatusVerification.init)
    cutover = StatusCutover(judgement.cutover)
    steps = job.steps.map(StatusStep.init)
    attempt = judgement.attempts.count
    notes = report.notes
  }
}

extension Date {
  var rfc3339: String? { Wording.rfc3339(self) }
}

struct StatusEndpoint: Encodable, Sendable {
  @OrNull var engine: String? = nil
  @OrNull var address: String? = nil
  @OrNull var database: String? = nil

  init(_ endpoint: DatabaseEndpoint) {
    engine = endpoint.engine
    address = endpoint.address
    database = endpoint.database
  }
}

struct StatusFailure: Encodable, Sendable {
  @OrNull var code: String? = nil
  @OrNull var message: String? = nil
  @OrNull var at: String? = nil
  @OrNull var location: String? = nil
  @OrNull var duringSetup: Bool? = nil
  @OrNull var help: String? = nil

  init(_ failure: Failure) {
    code = failure.code
    message = failure.message
    at = failure.at?.rfc3339
    location = failure.location
    duringSetup = failure.duringSetup
    help = failure.help
  }
}

struct StatusVerification: Encodable, Sendable {
  let state: String
  @OrNull var nativeStatus: String? = nil
  @OrNull var fraction: Double? = nil

  init(_ verification: Verification) {
    state = verification.state.rawValue
    nativeStatus = verification.nativeStatus
    fraction = verification.fraction
  }
}

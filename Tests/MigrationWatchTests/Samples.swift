import MigrationAnalysis
import MigrationModel
import MigrationWatch

import struct Foundation.Date

extension Moment {
  /// So many seconds after the start of a test.
  static func at(_ seconds: Double) -> Moment {
    Moment(date: Date(timeIntervalSince1970: 1_790_000_000 + seconds), uptime: .seconds(seconds))
  }
}

extension Job.ID {
  static func lab(_ native: String) -> Job.ID { Job.ID(source: "lab", native: native) }
}

extension Job {
  /// A running copy of the source `lab`, to which nothing else has been reported.
  static func sample(
    _ native: String, _ state: State = .running, _ phase: Phase = .full, source: String = "lab",
    at seconds: Double = 0, _ change: (inout Job) -> Void = { _ in }
  ) -> Job {
    var job = Job(
      id: Job.ID(source: source, native: native), service: .dts, name: native, state: state,
      phase: phase, nativeStatus: "Native", observedAt: Moment.at(seconds).date)
    change(&job)
    return job
  }

  /// Jobs named `0001` and so on.
  static func samples(_ count: Int, _ state: State = .running) -> [Job] {
    (1...count).map { number in
      .sample(String(repeating: "0", count: 4 - "\(number)".count) + "\(number)", state)
    }
  }
}

extension Source {
  static func sample(_ name: String = "lab", _ service: Service = .dts) -> Source {
    Source(name: name, service: service, endpoint: "https://\(name).test", authentication: "AK/SK")
  }
}

extension Lag {
  static func seconds(_ seconds: Double, _ kind: Kind = .eventAge) -> Lag {
    .measured(Measurement(value: .seconds(seconds), kind: kind))
  }
}

extension ProviderError {
  static func sample(_ kind: Kind, retryAfter: Duration? = nil) -> ProviderError {
    ProviderError(
      kind, message: "no \(kind)", status: kind == .rejected ? 403 : nil, call: "ListJobs",
      retryAfter: retryAfter)
  }
}

extension CallLimits {
  /// The listing tells the status only, everything else is read ten jobs at a time.
  static let batches = CallLimits(
    callsPerMinute: 60, jobsPerCall: [.status: 10, .statistics: 10, .steps: 10],
    listingTells: [.status])
  /// There is more to tell of some jobs.
  static let detailed = CallLimits(
    callsPerMinute: 60, jobsPerCall: [.statistics: 10, .steps: 10, .details: 10],
    listingTells: [.status])
  /// The listing tells the figures, steps are read one job at a time.
  static let figuresListed = CallLimits(
    callsPerMinute: 60, jobsPerCall: [.statistics: 20, .steps: 1],
    listingTells: [.status, .statistics])
  /// The listing tells everything.
  static let allListed = CallLimits(
    callsPerMinute: 60, jobsPerCall: [.statistics: 1],
    listingTells: [.status, .statistics, .steps])
}

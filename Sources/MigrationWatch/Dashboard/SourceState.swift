package import MigrationModel

/// How one source answers.
package struct SourceState: Hashable, Sendable {
  package enum Health: String, CaseIterable, Hashable, Sendable {
    case ok
    /// Some calls fail, or it asks to be left alone for a while.
    case degraded
    case failing
    /// Not asked yet.
    case unknown
  }

  package let source: Source
  package let callsPerMinute: Int
  package private(set) var health = Health.unknown
  /// The last failure, while it matters.
  package private(set) var error: ProviderError?
  package private(set) var troubleSince: Moment?
  package private(set) var lastSuccess: Moment?
  package private(set) var connection = Connection()
  package private(set) var callsLastMinute = 0
  /// `nil` if no call will be made before the credentials change or the user asks.
  package private(set) var nextCallAt: Moment?
  package private(set) var isSilent = false
  package private(set) var round = Duration.zero
  /// Whether everything that can be read has been, since the start.
  package private(set) var isComplete = false
  /// Ids that the configuration asks for and the service does not know.
  package private(set) var missingJobs: [String] = []
  /// Failures of single calls or jobs, by call: they degrade, and other calls go on.
  private var partial: [Poll.Call: ProviderError] = [:]

  package init(source: Source, callsPerMinute: Int) {
    self.source = source
    self.callsPerMinute = callsPerMinute
  }

  mutating func learn(_ poll: Poll) {
    connection = poll.connection
    callsLastMinute = poll.callsLastMinute
    nextCallAt = poll.nextCall.map(poll.at.advanced(by:))
    isSilent = poll.isSilent
    round = poll.round
    isComplete = poll.isComplete
    switch poll.outcome {
    case .listed(let page, _):
      succeeded(at: poll.at)
      if page.next == nil { missingJobs = page.missing }
      partial[.list] = page.problems.first
    case .read(let readings, let depth):
      succeeded(at: poll.at)
      partial[.read(depth)] = readings.lazy.compactMap(\.failure).first
    case .renewed: break
    case .failed(let error, let call): failed(error, during: call)
    }
    settle(at: poll.at)
  }

  private mutating func succeeded(at now: Moment) {
    lastSuccess = now
    error = nil
  }

  /// A call that is forbidden degrades the source; the other calls go on.
  private mutating func failed(_ error: ProviderError, during call: Poll.Call) {
    if error.kind == .rejected, lastSuccess != nil {
      partial[call] = error
    } else {
      self.error = error
    }
  }

  private mutating func settle(at now: Moment) {
    let before = health
    if let error {
      health = error.kind == .throttled && lastSuccess != nil ? .degraded : .failing
    } else if lastSuccess == nil {
      health = .unknown
    } else if let error = partial.values.min(by: { $0.message < $1.message }) {
      self.error = error
      health = .degraded
    } else {
      health = missingJobs.isEmpty ? .ok : .degraded
    }
    if health == .ok || health == .unknown { troubleSince = nil }
    if health != before, health == .failing || health == .degraded { troubleSince = now }
  }
}

extension JobReading {
  fileprivate var failure: ProviderError? {
    switch self {
    case .job, .missing: nil
    case .failed(_, let error): error
    }
  }
}

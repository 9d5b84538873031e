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
  /// Of the source as a whole, since its last success.
  private var ownError: ProviderError?
  package private(set) var troubleSince: Moment?
  package private(set) var lastSuccess: Moment?
  /// The last failure of a call; it stays when the trouble is over.
  package private(set) var lastFailure: Failure?
  /// The last time that the credentials were read anew; `nil` if they never were.
  package private(set) var lastRenewal: Renewal?
  package private(set) var connection = Connection()
  package private(set) var callsLastMinute = 0
  package private(set) var calls = CallHistory()
  /// `nil` if no call will be made before the credentials change or the user asks.
  package private(set) var nextCallAt: Moment?
  package private(set) var isSilent = false
  package private(set) var round = Duration.zero
  /// Whether everything that can be read has been, since the start.
  package private(set) var isComplete = false
  /// Ids that the configuration asks for and the service does not know.
  package private(set) var missingJobs: [String] = []
  /// Failures of single calls: they degrade, and other calls go on.
  private var partial: [Poll.Call: Partial] = [:]
  /// Readings of which the service failed to tell.
  private var jobErrors: [JobReadingID: Partial] = [:]

  package struct Failure: Hashable, Sendable {
    package let error: ProviderError
    package let at: Moment
  }

  package struct Renewal: Hashable, Sendable {
    package let at: Moment
    /// Whether they differed from those before.
    package let changed: Bool
  }

  private struct Partial: Hashable {
    let error: ProviderError
    let since: Moment
    /// Whole lists since then that brought the same as the call that failed.
    var lists = 0
  }

  /// What a list brings, so that no other call is made for it while the list comes.
  private let listingTells: Set<ReadingDepth>

  private struct JobReadingID: Hashable {
    let job: Job.ID
    let depth: ReadingDepth
  }

  /// A call that failed is made again sooner than this, unless nothing asks for it any more.
  private static let longestPartial = Duration.seconds(900)

  package init(
    source: Source, callsPerMinute: Int, listingTells: Set<ReadingDepth> = []
  ) {
    self.source = source
    self.callsPerMinute = callsPerMinute
    self.listingTells = listingTells
  }

  mutating func learn(_ poll: Poll) {
    connection = poll.connection
    callsLastMinute = poll.callsLastMinute
    calls.learn(poll.callsLastMinute, at: poll.at)
    nextCallAt = poll.nextCall.map(poll.at.advanced(by:))
    isSilent = poll.isSilent
    round = poll.round
    isComplete = poll.isComplete
    switch poll.outcome {
    case .listed(let page, _):
      if page.isAnswered { succeeded(at: poll.at) }
      if page.next == nil { missingJobs = page.missing }
      // The last page tells of the whole pass.
      if page.next == nil || !page.problems.isEmpty {
        partial[.list] = page.problems.first.map { Partial(error: $0, since: poll.at) }
      }
      if page.next == nil, page.problems.isEmpty { replaceReadings() }
    case .read(let readings, let depth):
      if readings.contains(where: \.isJob) { succeeded(at: poll.at) }
      partial[.read(depth)] = nil
      for reading in readings { learn(reading, depth, at: poll.at) }
    case .renewed(let changed): lastRenewal = Renewal(at: poll.at, changed: changed)
    case .failed(let error, let call):
      lastFailure = Failure(error: error, at: poll.at)
      failed(error, during: call, at: poll.at)
    }
    forget(at: poll.at)
    settle(at: poll.at)
  }

  /// What changes nothing keeps its storage, which the journal shares.
  private mutating func forget(at now: Moment) {
    if partial.values.contains(where: { isForgotten($0, at: now) }) {
      partial = partial.filter { !isForgotten($0.value, at: now) }
    }
    if jobErrors.values.contains(where: { isForgotten($0, at: now) }) {
      jobErrors = jobErrors.filter { !isForgotten($0.value, at: now) }
    }
  }

  private mutating func learn(_ reading: JobReading, _ depth: ReadingDepth, at now: Moment) {
    switch reading {
    case .job(let job): jobErrors[JobReadingID(job: job.id, depth: depth)] = nil
    case .missing(let id, _): jobErrors = jobErrors.filter { $0.key.job != id }
    case .failed(let id, let error):
      jobErrors[JobReadingID(job: id, depth: depth)] = Partial(error: error, since: now)
    }
  }

  /// A reading that failed is not made again while the list brings the same. One list may have come beside the
  /// failures; the second in a row shows that they are over.
  private mutating func replaceReadings() {
    for depth in listingTells {
      partial[.read(depth)]?.lists += 1
      for key in jobErrors.keys where key.depth == depth { jobErrors[key]?.lists += 1 }
    }
    partial = partial.filter { $0.value.lists < 2 }
    jobErrors = jobErrors.filter { $0.value.lists < 2 }
  }

  private func isForgotten(_ partial: Partial, at now: Moment) -> Bool {
    now.uptime - partial.since.uptime >= Self.longestPartial
  }

  private mutating func succeeded(at now: Moment) {
    lastSuccess = now
    ownError = nil
  }

  /// A call that is refused, or a reading that breaks, degrades the source; the other calls go on.
  private mutating func failed(_ error: ProviderError, during call: Poll.Call, at now: Moment) {
    if lastSuccess != nil, Self.concernsOneCall(error, call) {
      partial[call] = Partial(error: error, since: now)
    } else {
      ownError = error
    }
  }

  /// A service that is down shows it by its list, too.
  private static func concernsOneCall(_ error: ProviderError, _ call: Poll.Call) -> Bool {
    switch (error.kind, call) {
    case (.rejected, _): true
    case (.unavailable, .read), (.malformed, .read), (.timedOut, .read): true
    case (.unavailable, _), (.malformed, _), (.timedOut, _): false
    case (.unreachable, _), (.tls, _), (.unauthorised, _), (.throttled, _): false
    }
  }

  /// What is wrong, the gravest first; `nil` while nothing is.
  package var error: ProviderError? {
    ownError ?? partial.values.map(\.error).min { $0.message < $1.message }
      ?? jobErrors.min { ($0.key.job.native, $0.key.depth) < ($1.key.job.native, $1.key.depth) }?
      .value.error
  }

  /// What stands in the way of one kind of reading of a job; `nil` while nothing does.
  package func error(reading depth: ReadingDepth, of job: Job.ID) -> ProviderError? {
    ownError ?? partial[.read(depth)]?.error
      ?? jobErrors[JobReadingID(job: job, depth: depth)]?.error
  }

  /// Whether what it tells of a job can be relied on now. What only a closer look tells says nothing about the
  /// job's figures.
  func isReliable(for job: Job.ID) -> Bool {
    ownError == nil && lastSuccess != nil
      && partial.keys.allSatisfy { $0 == .read(.details) }
      && jobErrors.keys.allSatisfy { $0.job != job || $0.depth == .details }
  }

  private mutating func settle(at now: Moment) {
    let before = health
    health =
      if let ownError {
        ownError.kind == .throttled && lastSuccess != nil ? .degraded : .failing
      } else if lastSuccess == nil {
        .unknown
      } else {
        error == nil && missingJobs.isEmpty ? .ok : .degraded
      }
    if health == .ok || health == .unknown { troubleSince = nil }
    if health != before, health == .failing || health == .degraded { troubleSince = now }
  }
}

extension SourceState {
  /// About how many bytes it keeps that a newer state does not.
  func weight(beside newer: SourceState) -> Int {
    var weight = MemoryLayout<SourceState>.stride
    if calls != newer.calls { weight += CallHistory.minutes * MemoryLayout<Int>.stride }
    if partial != newer.partial { weight += Self.weight(of: partial) }
    if jobErrors != newer.jobErrors { weight += Self.weight(of: jobErrors) }
    return weight
  }

  /// Its texts are shared with the reading that failed; a third of its places is empty.
  private static func weight<Key, Value>(of table: [Key: Value]) -> Int {
    table.capacity * 3 / 2 * (MemoryLayout<Key>.stride + MemoryLayout<Value>.stride)
  }
}

extension JobReading {
  fileprivate var isJob: Bool {
    switch self {
    case .job: true
    case .missing, .failed: false
    }
  }
}

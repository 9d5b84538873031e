/// What reads one source: a live service client, a recording, or a test double.
///
/// Each `list` and each `read` makes one HTTP request (and one more where a retry is safe or a token must be
/// renewed), so that a planner can count.
package protocol MigrationProvider: Sendable {
  var source: Source { get }
  var limits: CallLimits { get }

  /// Reads one page of all the jobs this source can see, as cheaply as the service allows.
  ///
  /// - Parameter cursor: `nil` for the first page, else ``Listing/next`` of the page before.
  func list(after cursor: ListingCursor?) async throws(ProviderError) -> Listing

  /// Reads some jobs more closely. Jobs must come from this source, at most ``CallLimits/jobsPerCall`` of them.
  func read(_ jobs: [Job.ID], _ depth: ReadingDepth) async throws(ProviderError) -> [JobReading]

  /// Reads the credentials anew where they are kept.
  ///
  /// - Returns: Whether they differ from those used before.
  func renewCredentials() async throws(ProviderError) -> Bool

  /// What the calls made so far have shown about the way to the service.
  var connection: Connection { get async }
}

/// How closely to look at a job. A deeper reading does not include a shallower one.
package enum ReadingDepth: Int, CaseIterable, Comparable, Hashable, Sendable {
  /// The status word.
  case status
  /// Progress, rates and lag.
  case statistics
  /// Steps, endpoints, failure texts.
  case steps
  /// What ``Job/details`` announces: the service's own log, the items of a check, the halves of a lag.
  case details

  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// What a service allows and what its listing is worth.
package struct CallLimits: Hashable, Sendable {
  /// Calls a minute that this program may make.
  package var callsPerMinute: Int
  /// How many jobs one `read` may ask for, by depth. A depth that is missing needs no call of its own:
  /// what it would tell comes with the listing or with a shallower reading.
  package var jobsPerCall: [ReadingDepth: Int]
  /// What each job of a listing already tells.
  package var listingTells: Set<ReadingDepth>

  package init(
    callsPerMinute: Int, jobsPerCall: [ReadingDepth: Int], listingTells: Set<ReadingDepth>
  ) {
    self.callsPerMinute = callsPerMinute
    self.jobsPerCall = jobsPerCall
    self.listingTells = listingTells
  }
}

/// Where a listing goes on. Means something to the provider that made it only.
package struct ListingCursor: Hashable, Sendable {
  /// Which of the listings that the service splits its jobs into.
  package let part: Int
  package let page: Int

  package init(part: Int, page: Int) {
    self.part = part
    self.page = page
  }
}

/// One page of a source's jobs.
package struct Listing: Hashable, Sendable {
  package var jobs: [Job]
  /// `nil` after the last page.
  package var next: ListingCursor?
  /// Ids that the configuration asks for and the service does not know.
  package var missing: [String]
  /// Jobs of the answer that could not be understood, in words; the others are not lost for them.
  package var problems: [ProviderError]
  /// Whether the service told anything: a page that it failed to give is passed over, and is no success.
  package var isAnswered: Bool

  package init(
    jobs: [Job], next: ListingCursor? = nil, missing: [String] = [],
    problems: [ProviderError] = [], isAnswered: Bool = true
  ) {
    self.jobs = jobs
    self.next = next
    self.missing = missing
    self.problems = problems
    self.isAnswered = isAnswered
  }
}

/// What a closer look at one job brought.
package enum JobReading: Hashable, Sendable {
  /// The whole job, with what earlier calls told about it.
  case job(Job)
  /// The service does not know this job (any more).
  case missing(Job.ID, ProviderError)
  /// The service knows it and failed to tell.
  case failed(Job.ID, ProviderError)
}

/// The way to a service, as its answers have shown it.
package struct Connection: Hashable, Sendable {
  /// Their clock minus ours, from HTTP `Date` headers; `nil` before the first answer.
  package var clockOffset: Duration?
  /// How long the last answered request took.
  package var latency: Duration?
  /// HTTP requests sent since the start.
  package var requests: Int
  /// The version of the service; `nil` if it does not tell.
  package var version: String?
  /// What a person should know about this version of the service, a line each.
  package var warnings: [String]

  package init(
    clockOffset: Duration? = nil, latency: Duration? = nil, requests: Int = 0,
    version: String? = nil, warnings: [String] = []
  ) {
    self.clockOffset = clockOffset
    self.latency = latency
    self.requests = requests
    self.version = version
    self.warnings = warnings
  }
}

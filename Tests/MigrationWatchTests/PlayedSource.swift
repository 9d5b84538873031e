import MigrationModel
import MigrationWatch

/// A service in simulated time: answers what a planner asks for, and writes down every call.
struct PlayedSource: Sendable {
  typealias Trouble = @Sendable (PollPlanner.Action, Duration) -> ProviderError?

  let limits: CallLimits
  var planner: PollPlanner
  var jobs: [Job]
  var jobsPerPage = 100
  var latency = Duration.milliseconds(200)
  /// What goes wrong instead of an answer.
  var trouble: Trouble = { _, _ in nil }
  /// Whether the credentials are other ones when they are read anew.
  var areCredentialsNew = false
  private(set) var now = Duration.zero
  private(set) var calls: [(at: Duration, action: PollPlanner.Action, isAnswered: Bool)] = []
  /// How often the planner was asked in vain.
  private(set) var waits = 0
  private(set) var renewals = 0

  init(_ limits: CallLimits, _ jobs: [Job], interval: Duration = .seconds(5)) {
    self.limits = limits
    self.jobs = jobs
    planner = PollPlanner(limits: limits, interval: interval)
  }

  /// Does what the planner asks for, for so long.
  mutating func run(for duration: Duration) {
    let end = now + duration
    while now < end { step(until: end) }
  }

  /// Runs until everything that matters has been read since `start`, or for an hour, and tells how long it took.
  mutating func timeToComplete(since start: Duration = .zero) -> Duration {
    let end = now + .seconds(3600)
    while now < end, !planner.isComplete(since: start, at: now) { step(until: end) }
    return now - start
  }

  private mutating func step(until end: Duration) {
    let action = planner.next(at: now)
    switch action {
    case .wait(let pause):
      waits += 1
      now = min(end, now + pause)
      return
    case .renewCredentials:
      renewals += 1
      planner.renewed(changed: areCredentialsNew, at: now)
      return
    case .list, .read: break
    }
    let failure = trouble(action, now)
    calls.append((now, action, failure == nil))
    now += latency
    planner.spent(1, at: now)
    if let failure {
      planner.failed(action, failure, at: now, jitter: 0.5)
    } else {
      answer(action)
    }
  }

  private mutating func answer(_ action: PollPlanner.Action) {
    switch action {
    case .list(let cursor):
      let start = (cursor?.page ?? 0) * jobsPerPage
      let end = min(jobs.count, start + jobsPerPage)
      let next = end < jobs.count ? ListingCursor(part: 0, page: (cursor?.page ?? 0) + 1) : nil
      planner.listed(Listing(jobs: Array(jobs[start..<end]), next: next), at: now)
    case .read(let ids, let depth):
      let readings = jobs.filter { ids.contains($0.id) }.map(JobReading.job)
      planner.read(readings, depth, at: now)
    case .renewCredentials, .wait: break
    }
  }
}

extension PlayedSource {
  /// The reads that were answered.
  var reads: [(ids: [Job.ID], depth: ReadingDepth)] {
    calls.filter(\.isAnswered).compactMap { call in
      if case .read(let ids, let depth) = call.action { (ids, depth) } else { nil }
    }
  }

  var pages: [(at: Duration, page: Int)] {
    calls.compactMap { call in
      if case .list(let cursor) = call.action { (call.at, cursor?.page ?? 0) } else { nil }
    }
  }

  /// When a listing began.
  var listings: [Duration] { pages.filter { $0.page == 0 }.map(\.at) }

  /// The most calls within a minute.
  var busiestMinute: Int {
    var first = 0
    return calls.indices.map { last in
      while calls[last].at - calls[first].at >= .seconds(60) { first += 1 }
      return last - first + 1
    }.max() ?? 0
  }

  /// The longest time without news of a job at a depth, from the start on or from `since`.
  func longestSilence(
    _ id: Job.ID, _ depth: ReadingDepth, since start: Duration = .zero
  ) -> Duration {
    let page = (jobs.firstIndex { $0.id == id } ?? 0) / jobsPerPage
    var last = start
    var longest = Duration.zero
    for call in calls
    where call.isAnswered && call.at >= start && tells(call.action, id, depth, page) {
      longest = max(longest, call.at - last)
      last = call.at
    }
    return max(longest, now - last)
  }

  private func tells(
    _ action: PollPlanner.Action, _ id: Job.ID, _ depth: ReadingDepth, _ page: Int
  ) -> Bool {
    switch action {
    case .list(let cursor): limits.listingTells.contains(depth) && (cursor?.page ?? 0) == page
    case .read(let ids, depth): ids.contains(id)
    case .read, .renewCredentials, .wait: false
    }
  }
}

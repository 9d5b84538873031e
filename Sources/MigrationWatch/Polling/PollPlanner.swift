package import MigrationModel

/// Decides which call to a source is worth making next. Pure: it makes no call and reads no clock.
///
/// Every candidate has a period; the one whose age is the largest multiple of it, weighted by who looks at it,
/// goes first. So a selected job is read every interval, and no job starves for ever.
package struct PollPlanner: Sendable {
  package enum Action: Hashable, Sendable {
    case list(ListingCursor?)
    case read([Job.ID], ReadingDepth)
    case renewCredentials
    case wait(Duration)
  }

  let limits: CallLimits
  package var interval: Duration
  package var interest = Interest()
  package private(set) var budget: CallBudget
  package private(set) var backOff = BackOff()
  var known: [Job.ID: KnownJob] = [:]
  private var cursor: ListingCursor?
  private var isListing = false
  private var listedAt: Duration?
  private var listingStartedAt = Duration.zero
  /// When the last page came.
  private var pageAt = Duration.zero
  private var rests = CallRests()
  /// How long the last complete listing took; zero before it.
  private var listingTook = Duration.zero
  private var listingPages = 1
  private var pagesNow = 0

  /// A longer listing is too much to read every interval only to see its few live jobs move.
  private static let smallFleet = 200

  private typealias Call = CallRests.Call

  package init(limits: CallLimits, interval: Duration) {
    self.limits = limits
    self.interval = interval
    budget = CallBudget(callsPerMinute: limits.callsPerMinute)
  }

  package mutating func next(at now: Duration) -> Action {
    switch backOff.hold {
    case .renewCredentials: return .renewCredentials
    case .silent(let look): return look <= now ? .renewCredentials : .wait(look - now)
    case .until(let end) where end > now: return .wait(end - now)
    case .none, .until: break
    }
    let pause = budget.wait(at: now)
    if pause > .zero { return .wait(pause) }
    let best = bestRead(at: now)
    let listing = rests.isForbidden(.list, at: now) ? 0 : listingUrgency(at: now)
    if listing >= max(1, best?.urgency ?? 0) { return .list(isListing ? cursor : nil) }
    if let best { return .read(batch(around: best, at: now), best.depth) }
    return .wait(untilNextDue(at: now))
  }

  // MARK: - What calls brought

  package mutating func spent(_ calls: Int, at now: Duration) { budget.spend(calls, at: now) }

  package mutating func listed(_ page: Listing, at now: Duration) {
    backOff.succeeded()
    if !isListing {
      listingStartedAt = now
      pagesNow = 0
    }
    pagesNow += 1
    pageAt = now
    for job in page.jobs {
      known[job.id, default: KnownJob(at: now)].learn(job, limits.listingTells, at: now)
    }
    cursor = page.next
    isListing = page.next != nil
    guard page.next == nil else { return }
    listedAt = now
    listingTook = now - listingStartedAt
    listingPages = pagesNow
  }

  package mutating func read(_ readings: [JobReading], _ depth: ReadingDepth, at now: Duration) {
    backOff.succeeded()
    rests.succeeded(.read(depth))
    for reading in readings {
      switch reading {
      case .job(let job): known[job.id, default: KnownJob(at: now)].learn(job, [depth], at: now)
      case .missing(let id, _), .failed(let id, _):
        known[id, default: KnownJob(at: now)].readAt[depth] = now
      }
    }
  }

  package mutating func failed(
    _ action: Action, _ error: ProviderError, at now: Duration, jitter: Double
  ) {
    if case .list = action { isListing = false }
    if case .read(let ids, let depth) = action, readFailed(ids, depth, error, at: now) { return }
    if error.kind == .rejected, let call = Self.call(of: action) {
      rests.refused(call, error, at: now, interval: interval)
      if !isEverythingForbidden(at: now) { return }
      rests = CallRests()
    }
    backOff.failed(error, at: now, interval: interval, jitter: jitter)
  }

  /// A failure that may come from the jobs asked for: others get their turn before these are asked for again.
  ///
  /// - Returns: Whether it concerns this call alone: the others go on.
  private mutating func readFailed(
    _ ids: [Job.ID], _ depth: ReadingDepth, _ error: ProviderError, at now: Duration
  ) -> Bool {
    switch error.kind {
    case .unauthorised, .throttled, .unreachable, .tls: return false
    case .rejected:
      markFailed(ids, depth, at: now)
      return !error.isPermission
    case .malformed, .unavailable, .timedOut:
      markFailed(ids, depth, at: now)
      rests.broke(.read(depth), at: now, interval: interval)
      return error.retryAfter == nil
    }
  }

  private mutating func markFailed(_ ids: [Job.ID], _ depth: ReadingDepth, at now: Duration) {
    for id in ids { known[id]?.failed(depth, at: now) }
  }

  package mutating func renewed(changed: Bool, at now: Duration) {
    backOff.renewed(changed: changed, at: now, interval: interval)
  }

  package mutating func forget(_ id: Job.ID) { known[id] = nil }

  /// The user asks: these jobs, or everything, are due at once.
  package mutating func refresh(_ ids: [Job.ID]?, at now: Duration) {
    backOff.askedByUser()
    rests = CallRests()
    for id in ids ?? Array(known.keys) {
      for depth in ReadingDepth.allCases { known[id]?.forget(depth, at: now) }
    }
    if ids == nil || ids?.isEmpty == true { listedAt = nil }
  }

  // MARK: - Choosing

  private struct Candidate {
    let id: Job.ID
    let depth: ReadingDepth
    let urgency: Double
  }

  private func bestRead(at now: Duration) -> Candidate? {
    var best: Candidate?
    for (id, job) in known {
      for depth in limits.jobsPerCall.keys where !rests.isResting(.read(depth), at: now) {
        let urgency = urgency(of: job, id, depth, at: now)
        guard urgency >= 1, urgency > best?.urgency ?? 0 else { continue }
        best = Candidate(id: id, depth: depth, urgency: urgency)
      }
    }
    return best
  }

  /// Fills the call with the jobs of the same kind that are due at the same depth, the most urgent first.
  private func batch(around best: Candidate, at now: Duration) -> [Job.ID] {
    let room = limits.jobsPerCall[best.depth] ?? 1
    guard room > 1, known[best.id]?.suspected.contains(best.depth) != true else {
      return [best.id]
    }
    let kind = known[best.id]?.kind
    let others = known.compactMap { id, job -> Candidate? in
      guard id != best.id, job.kind == kind, !job.suspected.contains(best.depth) else {
        return nil
      }
      let urgency = urgency(of: job, id, best.depth, at: now)
      return urgency >= 0.5 ? Candidate(id: id, depth: best.depth, urgency: urgency) : nil
    }
    let order = others.sorted { ($0.urgency, $1.id.native) > ($1.urgency, $0.id.native) }
    return [best.id] + order.prefix(room - 1).map(\.id)
  }

  private func urgency(
    of job: KnownJob, _ id: Job.ID, _ depth: ReadingDepth, at now: Duration
  ) -> Double {
    let attention = job.attention(id, interest)
    guard let period = job.period(depth, attention, interest, interval) else { return 0 }
    guard let last = job.readAt[depth] else {
      // Those that a call did not stumble over come first.
      let haste = job.suspected.contains(depth) ? 0.1 : 1
      return max(1, attention.weight * (3 + (now - job.unreadSince) / period) * haste)
    }
    let ratio = (now - last) / period
    return ratio >= periodsUntilDue(depth, period, at: now)
      ? ratio * attention.weight : min(ratio, 0.99)
  }

  /// One, or two where the listing brings the same figures as often: a read is needed only if it does not.
  private func periodsUntilDue(
    _ depth: ReadingDepth, _ period: Duration, at now: Duration
  ) -> Double {
    let isListed = limits.listingTells.contains(depth) && listingPeriod <= period
    return isListed && !rests.isForbidden(.list, at: now) ? 2 : 1
  }

  /// Grows while it waits, as that of a job does: else a busy screen would put off a second page for ever.
  private func listingUrgency(at now: Duration) -> Double {
    if isListing { return (listedAt == nil ? 24 : 12) * (1 + (now - pageAt) / interval) }
    guard let listedAt else { return 1_000 }
    let ratio = (now - listedAt) / listingPeriod
    return ratio >= 1 ? ratio * 3 : 0
  }

  /// A listing that tells everything and costs little is made every interval; a dear one takes at most a
  /// third of the budget.
  private var listingPeriod: Duration {
    let affordable = Duration.seconds(
      Double(listingPages) / (Double(limits.callsPerMinute) / 60 / 3))
    let isSmall = known.count <= Self.smallFleet
    let wanted = limits.listingTells.contains(.statistics) && isSmall ? interval : interval * 6
    return max(wanted, affordable)
  }

  private func untilNextDue(at now: Duration) -> Duration {
    var due = rests.ends(after: now)
    if let listedAt, !rests.isForbidden(.list, at: now) { due.append(listedAt + listingPeriod) }
    let depths = limits.jobsPerCall.keys.filter { !rests.isResting(.read($0), at: now) }
    for (id, job) in known {
      let attention = job.attention(id, interest)
      for depth in depths {
        guard let period = job.period(depth, attention, interest, interval),
          let last = job.readAt[depth]
        else { continue }
        due.append(last + period * periodsUntilDue(depth, period, at: now))
      }
    }
    return max((due.min() ?? now) - now, .milliseconds(50))
  }

  // MARK: - Permissions

  private static func call(of action: Action) -> Call? {
    switch action {
    case .list: .list
    case .read(_, let depth): .read(depth)
    case .renewCredentials, .wait: nil
    }
  }

  private func isEverythingForbidden(at now: Duration) -> Bool {
    rests.isForbidden(.list, at: now)
      && limits.jobsPerCall.keys.allSatisfy { rests.isForbidden(.read($0), at: now) }
      || (known.isEmpty && rests.isForbidden(.list, at: now))
  }

  /// How long it takes to read every job once, at the pace that the budget allows.
  package var round: Duration {
    let reads = limits.jobsPerCall.map { depth, room in
      let jobs = known.count { id, job in
        guard let period = job.period(depth, job.attention(id, interest), interest, interval) else {
          return false
        }
        return period <= interval * 12
      }
      return limits.listingTells.contains(depth) ? 0 : Double(jobs) / Double(room)
    }
    let paced = reads.reduce(0, +) / (Double(limits.callsPerMinute) * 0.75 / 60)
    return max(listingTook, listingPeriod, .seconds(paced))
  }

  /// Whether all that matters has been read since `start`, as far as the interest asks.
  ///
  /// Steps of jobs that nobody asked for, and finished jobs, matter only while the budget has calls to spare.
  package func isComplete(since start: Duration, at now: Duration) -> Bool {
    guard let listedAt, listedAt >= start, !isListing else { return false }
    let open = known.flatMap { id, job in unread(id, job, since: start) }
    var budget = budget
    return open.isEmpty || (open.allSatisfy { !$0.matters } && budget.wait(at: now) > .zero)
  }

  private func unread(_ id: Job.ID, _ job: KnownJob, since start: Duration) -> [(
    depth: ReadingDepth, matters: Bool
  )] {
    let attention = job.attention(id, interest)
    return limits.jobsPerCall.keys.compactMap { depth in
      guard !rests.isGivenUp(.read(depth)),
        job.period(depth, attention, interest, interval) != nil,
        job.readAt[depth].map({ $0 < start }) ?? true
      else { return nil }
      return (depth, job.matters(depth, attention, interest))
    }
  }
}

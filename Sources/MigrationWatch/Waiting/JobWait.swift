import MigrationAnalysis
package import MigrationModel

import struct FoundationEssentials.Date

/// Waits until a condition holds for one job: a value, asked after every reading and every second.
package struct JobWait: Sendable {
  /// How the waiting ends; each with a line for a person.
  package enum End: Hashable, Sendable {
    case met(String)
    /// The job failed, or is over without the condition.
    case failed(String)
    case stalled(String)
    /// The source had no successful reading for too long.
    case silent(String)
    case timedOut(String)
  }

  package let job: Job.ID
  private let condition: FilterExpression
  private let limits: Limits
  private let startedAt: Moment
  private var hold = ConditionHold()

  package struct Limits: Hashable, Sendable {
    /// How long the condition must hold without a gap in the data.
    package var hold: Duration
    /// `nil` waits for ever.
    package var timeout: Duration?
    /// How long the job's source may go without a successful reading.
    package var giveUp: Duration

    package init(hold: Duration, timeout: Duration?, giveUp: Duration) {
      self.hold = hold
      self.timeout = timeout
      self.giveUp = giveUp
    }
  }

  package init(
    for condition: FilterExpression, of job: Job.ID, limits: Limits, startedAt: Moment
  ) {
    self.job = job
    self.condition = condition
    self.limits = limits
    self.startedAt = startedAt
  }

  /// `nil` while there is nothing to tell yet. What is too old neither meets the condition nor ends the waiting.
  package mutating func end(in dashboard: Dashboard, now: Moment) -> End? {
    if let end = silence(dashboard, now) { return end }
    guard let record = dashboard.shown.record(job) else {
      return .failed("\(job.native): the service no longer lists this job")
    }
    let isFresh = record.judgement.staleness == nil
    let holds = isFresh && condition.matches(dashboard.subject(record))
    let round = dashboard.shown.source(job.source)?.round ?? .zero
    let held = hold.learn(
      holds: holds, readAt: record.job.observedAt, at: now.uptime,
      interval: max(dashboard.interval, round))
    if let held, held >= limits.hold { return .met(words(record, "met")) }
    if isFresh, !holds, let end = fatal(record) { return end }
    guard let timeout = limits.timeout, now.uptime - startedAt.uptime >= timeout else { return nil }
    return .timedOut(words(record, "not met within \(Wording.limit(timeout))"))
  }

  private func silence(_ dashboard: Dashboard, _ now: Moment) -> End? {
    let source = dashboard.shown.source(job.source)
    let last = source?.lastSuccess ?? startedAt
    guard now.uptime - last.uptime >= limits.giveUp else { return nil }
    let trouble = source?.error.map { ": \($0.message)" } ?? ""
    return .silent(
      "\(job.source): no successful reading for \(Wording.limit(limits.giveUp))\(trouble)")
  }

  /// What no waiting mends by itself.
  private func fatal(_ record: JobRecord) -> End? {
    switch record.job.state {
    case .failed:
      let reason = record.job.failure?.message ?? "no reason told"
      return .failed(words(record, "failed: \(reason.oneLine)"))
    case .done, .stopped: return .failed(words(record, "is over, and the condition is not met"))
    case .pending, .running, .warning, .paused, .unknown: break
    }
    guard let since = record.judgement.stalledSince else { return nil }
    return .stalled(words(record, "stalled since \(Wording.clock(since.date))"))
  }

  /// For example `orders: lag<5s met   (RUN, incremental, Synchronizing)`.
  private func words(_ record: JobRecord, _ outcome: String) -> String {
    let job = record.job
    return "\(job.name): \(condition.text) \(outcome)   "
      + "(\(record.shownState.word), \(job.phase.rawValue), \(job.nativeStatus))"
  }
}

/// How long a condition has held, from reading to reading: time of which nothing was read proves nothing.
private struct ConditionHold: Sendable {
  private var since: Duration?
  /// What the last reading was dated, by a clock that may jump, and when it was seen, by one that does not.
  private var last: (readAt: Date, seenAt: Duration)?
  /// A longer silence between two readings breaks the hold, as it does for a cut-over.
  private static let longestGap = Duration.seconds(30)

  /// - Parameters:
  ///   - readAt: When the job was read, for telling one reading from the next.
  ///   - interval: How often the job is read.
  /// - Returns: How much of the time between readings it has held without a gap; `nil` if it does not hold.
  mutating func learn(
    holds: Bool, readAt: Date, at now: Duration, interval: Duration
  ) -> Duration? {
    let isGap = last.map { now - $0.seenAt > max(Self.longestGap, interval * 3) } ?? false
    if !holds || isGap { since = nil }
    if last?.readAt != readAt { last = (readAt, now) } else if isGap { return nil }
    guard holds, let seenAt = last?.seenAt else { return nil }
    let start = since ?? now
    since = start
    return max(.zero, seenAt - start)
  }
}

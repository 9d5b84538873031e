import MigrationModel

import struct FoundationEssentials.Date

/// Since when a replication has applied nothing: the source time of its last event stands still, and the age of
/// that event only grows with the clock.
struct ReplicationStandstill: Hashable, Sendable {
  /// When the last event was applied that is known of; `nil` where no age of events is told.
  private(set) var since: Moment?
  /// Seconds of uptime at which that event happened, as near as its age tells.
  private var event = 0.0
  private var last: Lag.Measurement?
  private var lastNewAt = Duration.zero
  private var readAt = Duration.zero
  /// Seconds that a figure may have been waiting to be read.
  private var wait = 0.0

  /// How long nothing was applied, as far as it was measured.
  var length: Duration? { since.map { lastNewAt - $0.uptime } }

  mutating func learn(from job: Job, at now: Moment) {
    guard job.phase == .incremental, let lag = job.lag.measurement, lag.kind == .eventAge else {
      self = ReplicationStandstill()
      return
    }
    defer { readAt = now.uptime }
    guard isNew(lag, at: now) else {
      wait = min((now.uptime - readAt) / .seconds(1), 30)
      return
    }
    (last, lastNewAt) = (lag, now.uptime)
    let happened = (now.uptime - lag.value) / .seconds(1)
    guard let since else {
      (self.since, event) = (now, happened)
      return
    }
    let elapsed = (now.uptime - since.uptime) / .seconds(1)
    // Services count in whole seconds, measure now and then only, and their clocks are not ours.
    let slack = max(2, lag.resolution / .seconds(1) * 1.5) + wait + min(elapsed / 20, 10)
    if happened > event + slack {
      (self.since, event) = (now, happened)
    } else {
      event = min(event, happened)
    }
  }

  /// The longest time for which the same figure is taken for the same measurement.
  private static let longestRepeat = Duration.seconds(30)

  /// Whether it was measured anew: a figure that is only told again says nothing of what was applied meanwhile.
  private func isNew(_ lag: Lag.Measurement, at now: Moment) -> Bool {
    guard let last else { return true }
    if let measured = lag.measuredAt { return measured != last.measuredAt }
    return lag != last || now.uptime - lastNewAt >= Self.longestRepeat
  }
}

/// Whether a lag has stood to the millisecond for so long that it cannot be of now.
struct FrozenLag: Hashable, Sendable {
  private var lag: Duration?
  private var since: Moment?
  private var events: Int64?
  /// When that was measured.
  private var measuredAt: Date?
  private var gaps: [Duration] = []
  private(set) var isFrozen = false

  mutating func learn(from job: Job, at now: Moment) {
    guard let measured = job.lag.measurement, Self.moves(measured, job.throughput) else {
      self = FrozenLag()
      return
    }
    let told = job.throughput.eventsLastMinute
    guard let since, measured.value == lag else {
      if let since { gaps = Array((gaps + [now.uptime - since.uptime]).suffix(8)) }
      (lag, self.since, events, isFrozen) = (measured.value, now, told, false)
      measuredAt = measured.measuredAt
      return
    }
    // No change has passed since: the latency is that of the last one.
    if measured.kind == .pipeline, let at = measured.measuredAt, at == measuredAt { return }
    let usual = gaps.median ?? .zero
    var limit = max(.seconds(30), usual * 3)
    // A window of a minute that runs empty is that of a source that went idle.
    if measured.kind == .pipeline, (told ?? 0) * 10 < (events ?? 0) * 9 { limit += .seconds(60) }
    isFrozen = now.uptime - since.uptime >= limit
  }

  /// Whether two measurements of it differ: a latency does while events pass, and an age of events always. Not where
  /// whole seconds are told, or next to nothing.
  private static func moves(_ lag: Lag.Measurement, _ throughput: Throughput) -> Bool {
    switch lag.kind {
    case .pipeline: (throughput.eventsLastMinute ?? 0) > 0
    case .eventAge:
      lag.resolution < .seconds(1) && lag.value >= .milliseconds(10)
        && lag.value.components.attoseconds != 0
    }
  }
}

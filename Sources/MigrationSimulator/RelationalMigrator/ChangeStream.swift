/// The changes that arrive after a snapshot.
struct ChangeStream {
  enum Pattern: Sendable {
    /// Bursts of some seconds and whole minutes of silence, and after some time nothing more.
    case bursts(until: Double)
    /// A steady stream that is worked off ever later.
    case growing
    /// A steady stream whose lag is gone after four minutes.
    case falling
  }

  let seed: UInt64
  let pattern: Pattern

  /// Events a second of a steady stream.
  private static let rate = 60.0
  /// The first event of a steady stream.
  private static let first = 5.0

  /// What has arrived in so many seconds since the capture began.
  func capture(startedAt: Double, after seconds: Double) -> RelationalMigratorJob.Capture {
    var capture = RelationalMigratorJob.Capture(startedAt: startedAt)
    guard let last = lastEvent(before: seconds) else { return capture }
    capture.lastEventAt = startedAt + last
    capture.lagMilliseconds = lag(at: last)
    capture.events = events(before: seconds)
    capture.eventsInLastMinute = capture.events - events(before: seconds - 60)
    capture.eventsInLastHour = capture.events - events(before: seconds - 3_600)
    return capture
  }

  private struct Burst {
    var begin: Double
    var end: Double
    /// Events a second.
    var rate: Double
    /// Of a typical event, in milliseconds.
    var lag: Double
  }

  /// The burst that begins in a minute, if it has one.
  private func burst(minute: Int) -> Burst? {
    var random = SplitMix64(seed: seed, index: minute, purpose: .story)
    let isSilent = random.unit() < 0.4
    let length = 18 + random.unit() * 36
    let rate = 4 + random.unit() * random.unit() * 400
    // From 50 ms to 30 s, and the short ones more often.
    let lag = 50 * (1 + random.unit() * random.unit() * random.unit() * 599)
    // The first event is waited for: until then the lag is -1.
    if minute == 0 { return Burst(begin: 12, end: 12 + length, rate: rate, lag: lag) }
    let begin = Double(minute * 60)
    return isSilent ? nil : Burst(begin: begin, end: begin + length, rate: rate, lag: lag)
  }

  private func events(before seconds: Double) -> Int64 {
    switch pattern {
    case .bursts(let end): burstEvents(before: min(seconds, end))
    case .growing, .falling: Int64(max(0, seconds - Self.first) * Self.rate)
    }
  }

  private func lastEvent(before seconds: Double) -> Double? {
    switch pattern {
    case .bursts(let end): lastBurst(before: min(seconds, end))
    case .growing, .falling: seconds > Self.first ? seconds : nil
    }
  }

  /// Of the event that arrived then, which is computed once and never grows older.
  private func lag(at seconds: Double) -> Int64 {
    let noise = SplitMix64.noise(seed: seed, at: seconds, period: 0.7)
    return switch pattern {
    case .bursts: burstLag(at: seconds, noise)
    case .growing: Int64(4_000 + 310 * seconds + 400 * noise)
    case .falling: Int64(500 + 90_000 * max(0, 1 - seconds / 240) + 120 * noise)
    }
  }

  private func burstEvents(before seconds: Double) -> Int64 {
    guard seconds > 0 else { return 0 }
    var total: Int64 = 0
    for minute in 0...Int(seconds / 60) {
      guard let burst = burst(minute: minute), seconds > burst.begin else { continue }
      total += 1 + Int64((min(seconds, burst.end) - burst.begin) * burst.rate)
    }
    return total
  }

  private func lastBurst(before seconds: Double) -> Double? {
    guard seconds > 0 else { return nil }
    for minute in stride(from: Int(seconds / 60), through: 0, by: -1) {
      guard let burst = burst(minute: minute), seconds > burst.begin else { continue }
      return min(seconds, burst.end)
    }
    return nil
  }

  private func burstLag(at seconds: Double, _ noise: Double) -> Int64 {
    guard let burst = burst(minute: Int(seconds / 60)) else { return 0 }
    return Int64(burst.lag * (1 + 0.3 * noise))
  }
}

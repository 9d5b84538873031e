import struct FoundationEssentials.Date

/// The moment at which a request is answered, on the wall and in the simulation.
///
/// A fleet's clock counts simulated seconds from the start; what happened before is negative.
struct SimulatedMoment: Sendable {
  /// What the service's own clock shows.
  let now: Date
  /// When the simulation began, on the same clock.
  let startedAt: Date
  /// Simulated seconds in a second.
  let speed: Double
  /// Simulated seconds since the start; never negative.
  let elapsed: Double
  /// Set while Relational Migrator cannot read its connectors' metrics.
  var staleScrape: StaleScrape?

  init(now: Date, startedAt: Date, speed: Double) {
    self.now = now
    self.startedAt = startedAt
    self.speed = speed
    elapsed = max(0, now.timeIntervalSince(startedAt) * speed)
  }

  struct StaleScrape: Sendable {
    /// The last success, as it is told.
    let lastSuccess: Date
    /// Since when the metrics do not move.
    let frozenAt: Date
  }

  /// When a simulated second stood, or will stand, on the wall. What lies before the start is not
  /// stretched, so that a job is as old as its story says at any speed.
  func date(at second: Double) -> Date {
    guard second > 0 else { return startedAt.addingTimeInterval(second) }
    guard speed > 0 else { return startedAt }
    return startedAt.addingTimeInterval(second / speed)
  }

  /// The same moment by a clock that goes wrong.
  func skewed(by seconds: Double) -> SimulatedMoment {
    var copy = SimulatedMoment(
      now: now.addingTimeInterval(seconds), startedAt: startedAt.addingTimeInterval(seconds),
      speed: speed)
    copy.staleScrape = staleScrape
    return copy
  }

  /// This service's moment when its metrics were last read, or now.
  var ofScrape: SimulatedMoment {
    guard let staleScrape else { return self }
    return SimulatedMoment(now: staleScrape.frozenAt, startedAt: startedAt, speed: speed)
  }

  func text(_ second: Double) -> String { CivilTime(date(at: second)).iso }
  func text(_ second: Double?) -> String? { second.map { text($0) } }

  var secondsSince1970: Int64 { Int64(now.timeIntervalSince1970) }

  /// Milliseconds since 1970 in digits, as DRS writes times.
  func milliseconds(_ second: Double) -> String {
    String(Int64(date(at: second).timeIntervalSince1970 * 1_000))
  }
}

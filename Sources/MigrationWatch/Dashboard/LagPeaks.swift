/// The greatest lag of each minute over all jobs, for as long as the longest graph.
///
/// It grows with neither jobs nor readings: taking one in costs the same whatever was taken in before.
package struct LagPeaks: Hashable, Sendable {
  private struct Peak: Hashable {
    /// Whole minutes of uptime.
    let minute: Int
    var lag: Duration
  }

  /// Each minute has its place; one of a day before is overwritten.
  private var ring: [Peak?] = Array(repeating: nil, count: Self.kept)
  private static let kept = 1_440
  private static let length = Duration.seconds(60)

  package init() {}

  package mutating func learn(_ lag: Duration, at uptime: Duration) {
    let minute = Self.minute(of: uptime)
    guard minute >= 0 else { return }
    let place = minute % Self.kept
    guard let known = ring[place], known.minute >= minute else {
      ring[place] = Peak(minute: minute, lag: lag)
      return
    }
    if known.minute == minute, known.lag < lag { ring[place]?.lag = lag }
  }

  /// Of the minutes that overlap a time; `nil` if nothing was learned in them.
  package func highest(from start: Duration, until end: Duration) -> Duration? {
    let first = max(0, Self.minute(of: start))
    let last = Int((end / Self.length).rounded(.up)) - 1
    guard first <= last else { return nil }
    return (max(first, last - Self.kept + 1)...last).compactMap(lag(of:)).max()
  }

  /// Of the newest minute, or the one before while it has just begun.
  package func latest(at uptime: Duration) -> Duration? {
    let minute = Self.minute(of: uptime)
    return lag(of: minute) ?? lag(of: minute - 1)
  }

  private func lag(of minute: Int) -> Duration? {
    guard minute >= 0, let peak = ring[minute % Self.kept], peak.minute == minute else {
      return nil
    }
    return peak.lag
  }

  private static func minute(of uptime: Duration) -> Int {
    Int((uptime / length).rounded(.down))
  }
}

package import struct FoundationEssentials.Date

/// One point in time on two clocks.
package struct Moment: Hashable, Sendable {
  /// For people, and for comparing with a service's times. It can jump.
  package var date: Date
  /// Since an arbitrary start; never jumps back. For rates and waiting.
  package var uptime: Duration

  package init(date: Date, uptime: Duration) {
    self.date = date
    self.uptime = uptime
  }

  private static let start = ContinuousClock.now

  package static func now() -> Moment {
    Moment(date: Date(), uptime: ContinuousClock.now - start)
  }

  package func advanced(by duration: Duration) -> Moment {
    Moment(
      date: date.addingTimeInterval(duration / .seconds(1)), uptime: uptime + duration)
  }
}

package import MigrationModel

/// Whether a job may be cut over, check by check.
package struct Cutover: Hashable, Sendable {
  package enum Result: String, Hashable, Sendable { case pass, fail, unknown }

  package struct Check: Hashable, Sendable {
    package enum ID: String, CaseIterable, Hashable, Sendable {
      case phase, steps, lag, backlog, verification, freshness, contradiction, source
    }

    package let id: ID
    package let result: Result
    package let evidence: String
  }

  /// `nil` if a check is unknown or the hold is not over, and for a job that has no cut-over.
  package let ready: Bool?
  /// When ready began.
  package let since: Moment?
  /// Empty for a job that has no cut-over: done, stopped, or never replicating.
  package let checks: [Check]

  package static let none = Cutover(ready: nil, since: nil, checks: [])
}

/// Since when everything that a cut-over needs has held without a gap in the readings.
package struct CutoverHold: Hashable, Sendable {
  package private(set) var since: Moment?
  private var lastReading: Moment?
  /// A longer silence between two readings breaks the hold.
  private static let longestGap = Duration.seconds(30)

  package init() {}

  package mutating func learn(holds: Bool, at reading: Moment, interval: Duration) {
    let gap = lastReading.map { reading.uptime - $0.uptime } ?? .zero
    if !holds || gap > max(Self.longestGap, interval * 3) { since = nil }
    if holds, since == nil { since = reading }
    lastReading = reading
  }

  package mutating func breakOff() { since = nil }
}

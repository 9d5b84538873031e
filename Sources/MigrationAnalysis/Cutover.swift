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

/// Since when everything that a cut-over needs has held without a gap in the readings of the lag.
package struct CutoverHold: Hashable, Sendable {
  private var began: Moment?
  private var lastFigures: Moment?
  /// A longer silence between two readings breaks the hold.
  private static let longestGap = Duration.seconds(30)

  package init() {}

  /// - Parameters:
  ///   - isFigures: Whether the reading brought a new lag, or only a status.
  package mutating func learn(holds: Bool, isFigures: Bool, at reading: Moment, interval: Duration)
  {
    if since(asOf: reading, interval: interval) == nil { began = nil }
    guard holds else {
      began = nil
      return
    }
    guard isFigures else { return }
    if began == nil { began = reading }
    lastFigures = reading
  }

  /// `nil` if it does not hold, or if the lag was not read for too long.
  package func since(asOf now: Moment, interval: Duration) -> Moment? {
    guard let lastFigures, now.uptime - lastFigures.uptime <= max(Self.longestGap, interval * 3)
    else {
      return nil
    }
    return began
  }
}

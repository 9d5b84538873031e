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
    package let seen: Evidence

    init(id: ID, result: Result, evidence: String) {
      self.init(id: id, result: result, seen: .words(evidence))
    }

    init(id: ID, result: Result, seen: Evidence) {
      self.id = id
      self.result = result
      self.seen = seen
    }

    /// Whether it only waits for the time to pass.
    package var isHold: Bool {
      if case .held = seen { return true }
      return false
    }

    /// To the second: `1m4s of 5m`.
    package var evidence: String { seen.words(held: Wording.limit, age: Wording.elapsed) }

    /// For a screen, on which no second ticks: `1m of 5m`.
    package var coarseEvidence: String {
      seen.words(held: Wording.longAge, age: Wording.longAge)
    }
  }

  /// What a check looked at. Times that grow by themselves are kept as such.
  package enum Evidence: Hashable, Sendable {
    case words(String)
    /// How long everything has held, in whole seconds.
    case held(Duration, of: Duration)
    /// How old the figures are, in whole seconds.
    case age(Duration, limit: Duration)

    fileprivate func words(
      held heldWords: (Duration) -> String, age ageWords: (Duration) -> String
    ) -> String {
      switch self {
      case .words(let words): words
      case .held(let held, let whole): "\(heldWords(held)) of \(Wording.limit(whole))"
      case .age(let age, let limit): "\(ageWords(age)) old, limit \(Wording.limit(limit))"
      }
    }
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

  package init() {}

  /// - Parameters:
  ///   - isFigures: Whether the reading brought a new lag, or only a status.
  ///   - longestGap: A longer silence between two readings breaks the hold.
  package mutating func learn(
    holds: Bool, isFigures: Bool, at reading: Moment, longestGap: Duration
  ) {
    if since(asOf: reading, longestGap: longestGap) == nil { began = nil }
    guard holds else {
      began = nil
      return
    }
    guard isFigures else { return }
    if began == nil { began = reading }
    lastFigures = reading
  }

  /// `nil` if it does not hold, or if the lag was not read for too long.
  package func since(asOf now: Moment, longestGap: Duration) -> Moment? {
    guard let lastFigures, now.uptime - lastFigures.uptime <= longestGap else { return nil }
    return began
  }
}

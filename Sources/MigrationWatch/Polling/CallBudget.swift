/// Spends at most so many calls in any minute, and not all of them at once.
///
/// A quarter of the minute's calls may go in a burst; the rest flows in evenly, so that the budget of a
/// minute is never gone before the minute is.
package struct CallBudget: Hashable, Sendable {
  package let callsPerMinute: Int
  private var tokens: Double
  private var filledAt: Duration?
  private var calls: [Duration] = []

  package init(callsPerMinute: Int) {
    self.callsPerMinute = max(1, callsPerMinute)
    tokens = Self.burst(self.callsPerMinute)
  }

  /// How long until the next call is allowed; zero if it is now.
  package mutating func wait(at now: Duration) -> Duration {
    fill(at: now)
    var wait = tokens >= 1 ? Duration.zero : .seconds((1 - tokens) / perSecond)
    if calls.count >= callsPerMinute {
      wait = max(wait, calls[calls.count - callsPerMinute] + .seconds(60) - now)
    }
    return wait
  }

  package mutating func spend(_ count: Int, at now: Duration) {
    guard count > 0 else { return }
    fill(at: now)
    tokens -= Double(count)
    calls.append(contentsOf: repeatElement(now, count: count))
  }

  /// Calls made in the minute before the last question.
  package var callsSpent: Int { calls.count }

  private var perSecond: Double { Double(callsPerMinute) * 0.75 / 60 }

  private static func burst(_ callsPerMinute: Int) -> Double {
    max(1, Double(callsPerMinute) * 0.25)
  }

  private mutating func fill(at now: Duration) {
    if let filledAt, now > filledAt {
      let added = (now - filledAt) / .seconds(1) * perSecond
      tokens = min(Self.burst(callsPerMinute), tokens + added)
    }
    filledAt = now
    if let first = calls.firstIndex(where: { $0 > now - .seconds(60) }) {
      calls.removeFirst(first)
    } else {
      calls.removeAll()
    }
  }
}

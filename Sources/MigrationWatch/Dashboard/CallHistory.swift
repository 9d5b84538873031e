package import MigrationModel

/// How many calls a source was sent in each minute of the last hour.
package struct CallHistory: Hashable, Sendable {
  package static let minutes = 60
  /// Oldest first, the last of ``minute``.
  private var values: [Int] = []
  private var minute = 0

  /// Takes in how many calls there were in the minute that ends now. Each call is told, so that a minute
  /// without news is one without calls.
  mutating func learn(_ calls: Int, at moment: Moment) {
    let now = Self.minute(moment)
    advance(to: now)
    guard !values.isEmpty, now == minute else {
      values = [calls]
      minute = now
      return
    }
    values[values.count - 1] = calls
  }

  private mutating func advance(to now: Int) {
    guard !values.isEmpty, now > minute else { return }
    values += Array(repeating: 0, count: min(now - minute, Self.minutes))
    values = values.suffix(Self.minutes)
    minute = now
  }

  /// The last minutes until now, oldest first; `nil` for those before the first call.
  package func last(_ count: Int, now: Moment) -> [Double?] {
    var history = self
    history.advance(to: Self.minute(now))
    let known = history.values.suffix(count).map { Double?(Double($0)) }
    return Array(repeating: nil, count: max(0, count - known.count)) + known
  }

  /// The most calls of a minute in the last hour.
  package var most: Int { values.max() ?? 0 }

  private static func minute(_ moment: Moment) -> Int {
    Int((moment.uptime / .seconds(60)).rounded(.down))
  }
}

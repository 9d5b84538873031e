/// Durations as people write them: `5s`, `500ms`, `1m30s`, `1.5h`.
enum DurationText {
  private static let millisecondsPerUnit: [Substring: Double] = [
    "ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
  ]
  /// A year: beyond it something else was meant.
  private static let longest = 365 * 86_400_000.0

  /// To the millisecond; `nil` for anything else, also for a number without a unit.
  static func parse(_ text: String) -> Duration? {
    var rest = text[...]
    var milliseconds = 0.0
    repeat {
      let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest = rest[number.endIndex...]
      let unit = rest.prefix { ("a"..."z").contains($0) }
      rest = rest[unit.endIndex...]
      guard let value = Double(number), let factor = millisecondsPerUnit[unit] else { return nil }
      milliseconds += value * factor
    } while !rest.isEmpty
    guard milliseconds <= longest else { return nil }
    return .milliseconds(Int64(milliseconds.rounded()))
  }

  /// In the largest unit that leaves a whole number.
  static func format(_ duration: Duration) -> String {
    let milliseconds = Int64(duration / .milliseconds(1))
    let units: [(String, Int64)] = [
      ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000),
    ]
    for (unit, size) in units where milliseconds > 0 && milliseconds.isMultiple(of: size) {
      return "\(milliseconds / size)\(unit)"
    }
    return milliseconds == 0 ? "0s" : "\(milliseconds)ms"
  }
}

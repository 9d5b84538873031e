import FoundationEssentials

/// The two forms in which requests are dated, in UTC and whole seconds.
enum RequestDate {
  /// `2025-01-02T03:04:05Z`
  static func extended(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle())
  }

  /// Reads what ``basic(_:)`` writes. `nil` for anything else.
  static func parseBasic(_ text: String) -> Date? {
    let parts = [(0, 4, "-"), (4, 6, "-"), (6, 11, ":"), (11, 13, ":"), (13, 16, "")]
    guard text.utf8.count == 16, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let letters = Array(text)
    return Timestamp.parse(parts.map { String(letters[$0.0..<$0.1]) + $0.2 }.joined())
  }

  /// `20250102T030405Z`
  static func basic(_ date: Date) -> String {
    date.formatted(
      Date.ISO8601FormatStyle(
        dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted))
  }
}

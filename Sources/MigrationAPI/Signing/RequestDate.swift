import FoundationEssentials

/// The two forms in which requests are dated, in UTC and whole seconds.
enum RequestDate {
  /// `2025-01-02T03:04:05Z`
  static func extended(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle())
  }

  /// `20250102T030405Z`
  static func basic(_ date: Date) -> String {
    date.formatted(
      Date.ISO8601FormatStyle(
        dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted))
  }
}

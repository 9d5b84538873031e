/// Why there are no settings: every mistake of the file, or that it cannot be read.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `EX_CONFIG` of sysexits.
  package static let exitCode: Int32 = 78

  /// One line a mistake: where, what, what to do. Never a secret.
  package let lines: [String]

  package init(lines: [String]) { self.lines = lines }

  package var description: String { lines.joined(separator: "\n") }
}

/// One mistake in a settings file.
struct SettingsProblem: Hashable {
  let line: Int
  /// Dotted, as in `poll.interval`.
  let key: String
  let text: String

  func line(in file: String) -> String { "\(file):\(line): \(key): \(text)" }
}

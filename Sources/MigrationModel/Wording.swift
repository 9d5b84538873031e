/// How figures are written: the same words on the screen, in tables and in messages.
///
/// What cannot be a figure (not finite, negative where nothing is negative) is written as absent.
package enum Wording {
  /// Stands for a figure that there is none of.
  package static let absent = "-"

  package static func twoDigits(_ number: Int64) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}

extension String {
  /// The same without its line breaks.
  package var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

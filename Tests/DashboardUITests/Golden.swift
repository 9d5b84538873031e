import DashboardUI
import Foundation
import Testing

/// Compares a frame with the picture in `Golden/<name>.txt`; `UPDATE_GOLDEN=1 swift test` redraws
/// the pictures.
///
/// - Parameter hasStyles: Adds a second plane: one letter a cell for how it looks.
func expectGolden(
  _ frame: Frame, _ name: String, hasStyles: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).txt")
  let drawn = framed(frame.text) + (hasStyles ? framed(frame.styleLetters) : "")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try drawn.write(to: file, atomically: true, encoding: .utf8)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(drawn.lines == golden.lines, sourceLocation: sourceLocation)
}

private func framed(_ picture: String) -> String {
  picture.split(separator: "\n", omittingEmptySubsequences: false)
    .map { "|\($0)|\n" }.joined()
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}

extension Frame {
  /// A letter of the tone for every cell, `.` for a plain one; a capital one is bold, and what is
  /// reversed is `#`, or `@` if it is bold too.
  fileprivate var styleLetters: String {
    (0..<size.rows).map { row in String(self.row(row).map { Self.letter($0.style) }) }
      .joined(separator: "\n")
  }

  private static func letter(_ style: Style) -> Character {
    if style.isReversed { return style.isBold ? "@" : "#" }
    let letter =
      switch style.tone {
      case .plain: style.isBold ? "p" : "."
      case .good: "g"
      case .warning: "w"
      case .bad: "b"
      case .muted: "m"
      case .accent: "a"
      }
    return Character(style.isBold ? letter.uppercased() : letter)
  }
}

import DashboardUI
import Foundation
import Testing

/// Compares a picture with `Golden/<name>.txt`; `UPDATE_GOLDEN=1 swift test` redraws the pictures.
func expectGolden(
  _ picture: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try picture.write(to: file, atomically: true, encoding: .utf8)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(picture.lines == golden.lines, sourceLocation: sourceLocation)
}

/// The same of a frame's text.
func expectGolden(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectGolden(frame.text.framed, name, sourceLocation: sourceLocation)
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

  /// Each line between bars, so that blanks at its end are seen.
  var framed: String { lines.map { "|\($0)|\n" }.joined() }
}

extension Frame {
  /// Every row, and below it a letter for each cell that does not look like plain text: of its colour (`g` green,
  /// `y`, `r`, `c`, `b`, `v`ermilion, `-` grey), a capital one if it is bold; `*` is bold alone, `d` dim, `_`
  /// underlined, `#` reversed, `@` reversed and bold, `!` reversed in a colour.
  func coloured(_ theme: Theme) -> String {
    zip(0..<size.rows, text.lines).map { row, line in
      let letters = String(self.row(row).map { letter(theme.look(of: $0.style, colours: 256)) })
      return "|\(line)|\n" + (letters.allSatisfy { $0 == " " } ? "" : " \(letters)\n")
    }.joined()
  }

  private func letter(_ look: Look) -> Character {
    if look.isReversed { return look.colour != nil ? "!" : look.isBold ? "@" : "#" }
    guard let colour = look.colour else {
      return look.isUnderlined ? "_" : look.isBold ? "*" : look.isDim ? "d" : " "
    }
    let letter: Character =
      switch colour {
      case .green: "g"
      case .yellow: "y"
      case .red: "r"
      case .cyan: "c"
      case .blue: "b"
      case .vermilion: "v"
      case .grey: "-"
      }
    return look.isBold ? Character(letter.uppercased()) : letter
  }
}

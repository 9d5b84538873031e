extension Canvas {
  /// Writes text with figures in it. Where it does not fit it ends with `…`, and never within a
  /// figure: a part of one would be another one.
  ///
  /// - Returns: The columns that were used.
  @discardableResult
  package mutating func writeSentence(
    _ text: String, row: Int, column: Int, style: Style = Style(), width: Int? = nil
  ) -> Int {
    let room = min(width ?? .max, size.columns - column)
    return write(
      fitting(text, into: room), row: row, column: column, style: style, width: max(0, room))
  }

  /// The text without the words from the first figure on that would be cut.
  private func fitting(_ text: String, into room: Int) -> String {
    guard room > 0, TextWidth.columns(of: text) > room else { return text }
    var used = 0
    var words: [Substring] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let width = TextWidth.columns(of: String(word))
      // A blank and the ellipsis follow.
      if used + width > room - 2 {
        guard Self.isFigure(word) else { return text }
        let kept = words.joined(separator: " ")
        return kept + (kept.isEmpty ? "" : " ") + String(Character(glyphs.ellipsis))
      }
      used += width + 1
      words.append(word)
    }
    return text
  }

  private static func isFigure(_ word: Substring) -> Bool {
    // Of digits: the Chinese word for one, which is a number too, begins many other words.
    word.drop { "([~<>=+-x".contains($0) }.first.map { $0.isASCII && $0.isNumber } ?? false
  }
}

/// Text broken into lines of a width.
enum Wrapping {
  /// Breaks at spaces where it can, within a word where it must, and at newlines. `mark` ends a line that goes on.
  static func lines(_ text: String, width: Int, mark: String = "") -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { paragraph(String($0), width: width, mark: mark) }
  }

  private static func paragraph(_ text: String, width: Int, mark: String) -> [String] {
    guard TextWidth.columns(of: text) > width else { return [text] }
    let room = max(1, width - TextWidth.columns(of: mark))
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if TextWidth.columns(of: longer) <= room {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line + mark) }
      var rest = String(word)
      while TextWidth.columns(of: rest) > room {
        let head = prefix(of: rest, width: room)
        lines.append(head + mark)
        rest = String(rest.dropFirst(head.count))
      }
      line = rest
    }
    return lines + [line]
  }

  private static func prefix(of text: String, width: Int) -> String {
    var head = ""
    for character in text {
      if !head.isEmpty, TextWidth.columns(of: head + String(character)) > width { break }
      head.append(character)
    }
    return head
  }
}

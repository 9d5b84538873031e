import MigrationWatch

/// Labelled facts, broken to the width that there is.
struct FactList {
  struct Fact: Hashable {
    /// Empty for a text that speaks for itself.
    let label: String
    let text: String
    var style = Style()
    /// Whether it stands below its label where there is more height than width.
    var isLong = false
    /// Whether a line that is too long is broken, or cut.
    var wraps = true

    fileprivate func lines(_ width: Int) -> [String] {
      wraps
        ? Wrapping.lines(text, width: width)
        : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  struct Line: Hashable {
    var label = ""
    var text = ""
    /// Where the text begins.
    var indent = 0
    var style = Style()
    /// Whether more follows that is left out.
    var isCut = false
  }

  var facts: [Fact]
  /// How wide the labels are, with the gap behind them.
  var margin = 9

  private static let mostLines = 2

  /// Labels at the left, for a box that is wide and low.
  func rows(_ width: Int) -> [Line] {
    facts.flatMap { fact in
      let indent = fact.label.isEmpty ? 0 : margin
      let lines = fact.lines(width - indent)
      // The facts behind a long text are not lost for it.
      let shown = fact.isLong ? lines.prefix(Self.mostLines) : lines[...]
      return shown.enumerated().map { number, text in
        Line(
          label: number == 0 ? fact.label : "", text: text, indent: indent, style: fact.style,
          isCut: number == shown.count - 1 && lines.count > shown.count)
      }
    }
  }

  /// Long facts below their labels and a line apart, for a box that is narrow and high.
  func blocks(_ width: Int) -> [Line] {
    facts.flatMap { fact -> [Line] in
      guard fact.isLong else { return FactList(facts: [fact], margin: margin).rows(width) }
      let indent = fact.label.isEmpty ? 0 : 2
      let texts = fact.lines(width - indent).map {
        Line(text: $0, indent: indent, style: fact.style)
      }
      return [Line()] + (fact.label.isEmpty ? [] : [Line(label: fact.label)]) + texts + [Line()]
    }.reduce(into: []) { lines, line in
      // No empty line at the top, and no two of them.
      if line == Line(), lines.last.map({ $0 == Line() }) ?? true { return }
      lines.append(line)
    }
  }

  /// Steps below each other, each a little further to the right.
  static func stairs(_ way: [String]) -> String {
    way.enumerated().map { String(repeating: "  ", count: $0) + $1 }.joined(separator: "\n")
  }

  /// A box that is too low for all says that there is more.
  static func draw(_ lines: [Line], on canvas: inout Canvas) {
    let room = canvas.size.rows
    for (row, line) in lines.prefix(room).enumerated() {
      canvas.write(line.label, row: row, column: 0, style: .muted)
      // The mark that more follows is no part of the last line's text.
      let end = row == room - 1 && lines.count > room ? 2 : 0
      let used = canvas.writeSentence(
        line.text, row: row, column: line.indent, style: line.style,
        width: canvas.size.columns - line.indent - end)
      guard line.isCut else { continue }
      canvas.put(
        canvas.glyphs.ellipsis, row: row, column: line.indent + used + 1, style: .muted)
    }
    guard lines.count > room, room > 0, canvas.size.columns > 0 else { return }
    canvas.put(
      canvas.glyphs.ellipsis, row: room - 1, column: canvas.size.columns - 1, style: .muted)
  }
}

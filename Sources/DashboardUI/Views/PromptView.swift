import MigrationWatch

/// The line that is typed, with what it matches, what it may become and where it is wrong.
struct PromptView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  func draw(on canvas: inout Canvas) {
    guard let open = model.dashboard.openPrompt, layout.size.rows > 0 else { return }
    let row = max(0, layout.size.rows - (layout.hasTwoFooters ? 2 : 1))
    func draw(above count: Int, _ body: (inout Canvas) -> Void) {
      guard count == 0 || row - count > layout.headerRows else { return }
      let line = Region(row: row - count, rows: 1, columns: canvas.size.columns)
      canvas.draw(in: line) { canvas in
        canvas.fill(row: 0, style: Style())
        body(&canvas)
      }
    }
    draw(above: 0) { drawLine(open, on: &$0) }
    let words = row - 2 > layout.headerRows ? wordsAbove(open, canvas.size.columns) : nil
    draw(above: 1) { drawHelp(open, on: &$0, isMarkAlone: words != nil) }
    if let words {
      draw(above: 2) { $0.writeSentence(words, row: 0, column: 0, style: Self.mistake) }
    } else if layout.hasTwoFooters {
      draw(above: 2) { $0.line(row: 0, style: .muted) }
    }
  }

  private static let mistake = Style(tone: .bad)

  /// What a mistake says, if it fits neither side of its mark.
  private func wordsAbove(_ open: OpenPrompt, _ columns: Int) -> String? {
    guard let mistake = open.mistake else { return nil }
    let column = min(mistake.column + open.purpose.mark.count, columns - 1)
    let width = TextWidth.columns(of: mistake.message)
    return width > max(columns - column - 2, column - 1) ? mistake.message : nil
  }

  /// Text that is longer than the line is cut at the left, so that the cursor stays in sight.
  private func drawLine(_ open: OpenPrompt, on canvas: inout Canvas) {
    let columns = canvas.size.columns
    let before = open.purpose.mark + String(open.prompt.string.prefix(open.prompt.cursor))
    let skipped = max(0, TextWidth.columns(of: before) - columns + 1)
    let text = open.purpose.mark + open.prompt.string
    let used = TextWidth.columns(of: text) - skipped
    canvas.write(text, row: 0, column: -skipped, style: .heading)
    canvas.setCursor(row: 0, column: TextWidth.columns(of: before) - skipped)
    guard open.mistake == nil, let (matches, style) = matches(open.purpose),
      used + 3 + TextWidth.columns(of: matches) <= columns
    else { return }
    canvas.writeRight(matches, row: 0, column: used, width: columns - used, style: style)
  }

  private func matches(_ purpose: OpenPrompt.Purpose) -> (String, Style)? {
    switch purpose {
    case .filter:
      let count = "\(model.rowCount) of \(model.totalCount)"
      let hidden = model.hiddenTroubleWords
      return hidden.isEmpty
        ? (count, .muted) : ("\(count)   hidden \(hidden)", Style(tone: .warning))
    case .eventFilter: return (model.eventCountWords, .muted)
    case .find, .command, .viewName: return nil
    }
  }

  /// The mistake under its column, or what could be typed.
  private func drawHelp(_ open: OpenPrompt, on canvas: inout Canvas, isMarkAlone: Bool) {
    if let mistake = open.mistake {
      let column = mistake.column + open.purpose.mark.count
      draw(isMarkAlone ? "" : mistake.message, at: column, on: &canvas)
      return
    }
    // A word and the blank behind it are two columns at least.
    var words = model.completions(atMost: canvas.size.columns / 2)[...]
    guard !words.isEmpty else { return }
    let offered = open.offered
    var column = canvas.write("Tab:", row: 0, column: 0, style: .muted) + 1
    // The one that stands in the line is always in sight.
    while let place = offered.flatMap(words.firstIndex(of:)), place > words.startIndex,
      width(of: words[...place]) > canvas.size.columns - column
    {
      words.removeFirst()
    }
    for word in words {
      guard column + TextWidth.columns(of: word) <= canvas.size.columns else { break }
      let style = word == offered ? Style(isReversed: true) : .muted
      column += canvas.write(word, row: 0, column: column, style: style) + 1
    }
  }

  /// With a blank between two of them.
  private func width(of words: ArraySlice<String>) -> Int {
    words.reduce(-1) { $0 + TextWidth.columns(of: $1) + 1 }
  }
}

extension PromptView {
  /// The mark stands under the mistake, the words where there is more room for them.
  private func draw(_ words: String, at column: Int, on canvas: inout Canvas) {
    let style = Self.mistake
    let column = min(column, canvas.size.columns - 1)
    let width = TextWidth.columns(of: words)
    let room = canvas.size.columns - column - 2
    canvas.put("v", row: 0, column: column, style: style)
    if width <= room || room >= column - 1 {
      canvas.writeSentence(words, row: 0, column: column + 2, style: style)
    } else {
      let start = max(0, column - 1 - width)
      canvas.writeSentence(words, row: 0, column: start, style: style, width: column - 1 - start)
    }
  }
}

extension OpenPrompt.Purpose {
  /// What stands before the text.
  fileprivate var mark: String {
    switch self {
    case .filter, .eventFilter, .find: "/"
    case .command: ":"
    case .viewName: "save the view as: "
    }
  }
}

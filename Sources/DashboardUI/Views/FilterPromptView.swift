import MigrationWatch

/// The filter while it is typed, with what it matches and where it is wrong.
struct FilterPromptView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  func draw(on canvas: inout Canvas) {
    guard let open = model.dashboard.filterPrompt, layout.size.rows > 0 else { return }
    let row = max(0, layout.size.rows - (layout.hasTwoFooters ? 2 : 1))
    func draw(above count: Int, _ body: (inout Canvas) -> Void) {
      guard count == 0 || row - count > layout.headerRows else { return }
      let line = Region(row: row - count, rows: 1, columns: canvas.size.columns)
      canvas.draw(in: line) { canvas in
        canvas.fill(row: 0, style: Style())
        body(&canvas)
      }
    }
    draw(above: 0) { drawPrompt(open, on: &$0) }
    draw(above: 1) { drawHelp(open, on: &$0) }
    if layout.hasTwoFooters { draw(above: 2) { $0.line(row: 0, style: .muted) } }
  }

  /// Text that is longer than the line is cut at the left, so that the cursor stays in sight.
  private func drawPrompt(_ open: FilterPrompt, on canvas: inout Canvas) {
    let columns = canvas.size.columns
    let before = "/" + String(open.prompt.string.prefix(open.prompt.cursor))
    let skipped = max(0, TextWidth.columns(of: before) - columns + 1)
    let used = TextWidth.columns(of: "/" + open.prompt.string) - skipped
    canvas.write("/" + open.prompt.string, row: 0, column: -skipped, style: .heading)
    canvas.setCursor(row: 0, column: TextWidth.columns(of: before) - skipped)
    guard open.error == nil else { return }
    let hidden = model.hiddenTroubleWords
    let matches =
      "\(model.rowCount) of \(model.totalCount)" + (hidden.isEmpty ? "" : "   hidden \(hidden)")
    guard used + 3 + TextWidth.columns(of: matches) <= columns else { return }
    canvas.writeRight(
      matches, row: 0, column: used, width: columns - used,
      style: hidden.isEmpty ? .muted : Style(tone: .warning))
  }

  /// The mistake under its column, or what could be typed.
  private func drawHelp(_ open: FilterPrompt, on canvas: inout Canvas) {
    if let error = open.error {
      let column = min(error.column + 1, max(0, canvas.size.columns - error.message.count - 3))
      canvas.write("v \(error.message)", row: 0, column: column, style: Style(tone: .bad))
      return
    }
    let known = open.completions
    let words = known.isEmpty ? FilterExpression.completions(for: "") : known
    var column = canvas.write(known.isEmpty ? "Keys:" : "Tab:", row: 0, column: 0, style: .muted)
    column += 1
    for word in words where column + TextWidth.columns(of: word) <= canvas.size.columns {
      column += canvas.write(word, row: 0, column: column, style: .muted) + 1
    }
  }
}

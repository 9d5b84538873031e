import MigrationWatch

/// The line of the position or the last message, and the line of the keys.
struct FooterView {
  let model: DashboardViewModel
  let layout: ScreenLayout
  /// Where the list stands, for example `rows 1-19 of 23`.
  let position: String

  func draw(on canvas: inout Canvas) {
    guard layout.footerRows > 0 else { return }
    let last = canvas.size.rows - 1
    guard layout.hasTwoFooters else {
      let used = canvas.write(model.dashboard.notice ?? shortPosition, row: last, column: 0)
      drawHints(on: &canvas, row: last, from: used + 2)
      return
    }
    if let notice = model.dashboard.notice {
      canvas.write(notice, row: last - 1, column: 0, style: Style(tone: .accent, isBold: true))
    } else {
      canvas.write(position, row: last - 1, column: 0, style: .muted)
      drawWarning(on: &canvas, row: last - 1)
    }
    drawHints(on: &canvas, row: last, from: 0)
  }

  private var shortPosition: String { position.split(separator: "  ").first.map(String.init) ?? "" }

  /// A filter that hides trouble says so.
  private func drawWarning(on canvas: inout Canvas, row: Int) {
    let bad = model.hiddenCounts.filter { $0.state <= .stale }
    guard !bad.isEmpty else { return }
    let text =
      "hidden by the filter: "
      + bad.map { "\($0.state.glyph)\($0.count)" }.joined(separator: " ")
    canvas.writeRight(
      text, row: row, column: canvas.size.columns / 3,
      width: canvas.size.columns - canvas.size.columns / 3,
      style: Style(tone: .warning, isBold: true))
  }

  /// Whole hints only, from the left.
  private func drawHints(on canvas: inout Canvas, row: Int, from start: Int) {
    var column = start
    for hint in model.hints {
      let width = TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.label)
      guard column + width <= canvas.size.columns else { break }
      column += canvas.write(hint.key, row: row, column: column, style: .title) + 1
      column += canvas.write(hint.label, row: row, column: column, style: .muted) + 2
    }
  }
}

import MigrationWatch

/// The fleet where there is hardly any room: how many jobs there are of each state, and the worst one.
struct FleetSummary {
  let model: DashboardViewModel
  /// Whether the counts stand elsewhere on the screen.
  let hasCounts: Bool

  func rows(in size: Size) -> Int {
    min(size.rows, (hasCounts ? 0 : 1) + (model.worstJob == nil ? 0 : 1))
  }

  func draw(on canvas: inout Canvas) {
    if !hasCounts { drawCounts(on: &canvas) }
    guard let worst = model.worstJob else { return }
    let row = hasCounts ? 0 : 1
    canvas.write(worst.state.glyph, row: row, column: 0, style: worst.state.style)
    let used = canvas.write(model.title(of: worst.job), row: row, column: 2, style: .heading)
    canvas.write(
      AttentionLine.reason(for: worst, model), row: row, column: used + 4, style: .muted)
  }

  /// Whole counts only; of the first one at least the glyph.
  private func drawCounts(on canvas: inout Canvas) {
    var column = 0
    for (state, count) in model.counts {
      let text = "\(state.glyph)\(count)"
      guard column + text.count <= canvas.size.columns else {
        if column == 0 { canvas.write(state.glyph, row: 0, column: 0, style: state.style) }
        return
      }
      column += canvas.write(text, row: 0, column: column, style: state.style) + 1
    }
  }
}

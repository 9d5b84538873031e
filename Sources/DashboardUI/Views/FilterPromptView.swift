import MigrationWatch

/// The filter while it is typed, with what it matches and where it is wrong.
struct FilterPromptView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  func draw(on canvas: inout Canvas) {
    guard let open = model.dashboard.filterPrompt, layout.size.rows > 0 else { return }
    let row = max(0, layout.size.rows - (layout.hasTwoFooters ? 2 : 1))
    canvas.draw(in: Region(row: row, rows: 1, columns: canvas.size.columns)) { canvas in
      canvas.fill(row: 0, style: Style())
      let used = canvas.write("/" + open.prompt.string, row: 0, column: 0, style: .heading)
      let before = "/" + String(open.prompt.string.prefix(open.prompt.cursor))
      canvas.setCursor(row: 0, column: TextWidth.columns(of: before))
      let matches = model.jobCountWords
      if open.error == nil, used + 3 + matches.count < canvas.size.columns {
        canvas.writeRight(
          matches, row: 0, column: used, width: canvas.size.columns - used, style: .muted)
      }
    }
    drawAbove(open, row: row - 1, on: &canvas)
  }

  /// The mistake under its column, or what Tab would complete.
  private func drawAbove(_ open: FilterPrompt, row: Int, on canvas: inout Canvas) {
    guard row > layout.headerRows else { return }
    canvas.draw(in: Region(row: row, rows: 1, columns: canvas.size.columns)) { canvas in
      canvas.fill(row: 0, style: Style())
      if let error = open.error {
        let column = min(error.column + 1, max(0, canvas.size.columns - error.message.count - 3))
        canvas.write("v \(error.message)", row: 0, column: column, style: Style(tone: .bad))
      } else {
        canvas.write(
          "Tab: " + open.completions.prefix(12).joined(separator: " "), row: 0, column: 0,
          style: .muted)
      }
    }
  }
}

import MigrationModel
import MigrationWatch

/// One error in full: its cause, what it is about, and the text as it was sent.
struct ErrorTextView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout
  let id: Job.ID
  let index: Int

  private var hasSide: Bool { layout.hasSidePanel }

  func listRows(in size: Size) -> Int { max(1, size.rows - 1) }

  func viewport(in size: Size, _ glyphs: Glyphs) -> Viewport {
    let rows = listRows(in: size)
    guard let report = model.job(id), report.errors.indices.contains(index) else {
      return Viewport(rows: rows, lines: 1)
    }
    let lines = lines(report, width: textColumns(size.columns), glyphs)
    return Viewport(
      rows: rows, lines: lines.count,
      matches: lines.indices.filter { model.isFound(in: lines[$0].text) })
  }

  func draw(on canvas: inout Canvas) -> Footnote {
    guard let report = model.job(id), report.errors.indices.contains(index) else {
      canvas.write("the service no longer reports this error", row: 0, column: 1, style: .muted)
      return Footnote("")
    }
    let columns = canvas.bounds.split(right: hasSide ? ScreenLayout.sidePanelColumns + 1 : 0)
    var footnote = Footnote("")
    canvas.draw(in: columns.rest) { footnote = drawText(report, on: &$0) }
    canvas.draw(in: columns.right.split(left: 1).rest) { canvas in
      ErrorSideList(model: model, report: report, index: index).draw(on: &canvas)
    }
    return footnote
  }

  private func drawText(_ report: JobReport, on canvas: inout Canvas) -> Footnote {
    canvas.line(row: 0, title: "error \(index + 1) of \(report.errors.count)", style: .muted)
    let text = canvas.bounds.split(top: 1).rest
    let lines = lines(report, width: text.columns, canvas.glyphs)
    let top = min(model.place.cursor, max(0, lines.count - text.rows))
    let left = model.dashboard.isWrapped ? 0 : model.place.left
    canvas.draw(in: text) { canvas in
      for (row, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        canvas.writeSentence(
          line.isText ? String(line.text.dropFirst(left)) : line.text, row: row, column: 0,
          style: line.style)
      }
    }
    let wrap = model.dashboard.isWrapped ? "on" : "off, from column \(left + 1)"
    let held =
      model.dashboard.pausedAt.map {
        "   screen held since \(Wording.clock($0.date)), polling goes on: "
          + model.keyWords(.pause, does: "goes live", in: canvas.glyphs)
      } ?? ""
    return Footnote(
      "lines", first: top, shown: text.rows, of: lines.count, rest: "   wrap \(wrap)\(held)")
  }

  /// The columns that the text has on a screen so wide.
  private func textColumns(_ columns: Int) -> Int {
    hasSide ? columns - ScreenLayout.sidePanelColumns - 1 : columns
  }

  private func lines(
    _ report: JobReport, width: Int, _ glyphs: Glyphs
  ) -> [ErrorText.Line] {
    ErrorText(
      model: model, report: report, error: report.errors[index], width: width,
      glyphs: glyphs
    ).lines
  }
}

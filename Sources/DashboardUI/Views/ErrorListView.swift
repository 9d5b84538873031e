import MigrationModel
import MigrationWatch

/// All errors of a job.
struct ErrorListView: BodyView {
  let model: DashboardViewModel
  let id: Job.ID

  func listRows(in size: Size) -> Int { max(1, size.rows - 1) }

  func draw(on canvas: inout Canvas) -> Footnote {
    canvas.write("  TIME     ERROR", row: 0, column: 0, style: .heading)
    let errors = model.job(id)?.errors ?? []
    if errors.isEmpty { canvas.write("no errors", row: 1, column: 2, style: .muted) }
    let rows = canvas.bounds.split(top: 1).rest
    canvas.draw(in: rows) { canvas in
      for (line, index) in errors.indices.dropFirst(model.place.top).prefix(canvas.size.rows)
        .enumerated()
      {
        draw(errors[index], isSelected: index == model.place.cursor, on: &canvas, line: line)
        canvas.mark(.row(index), Region(row: line, rows: 1, columns: canvas.size.columns))
      }
    }
    return Footnote("errors", first: model.place.top, shown: rows.rows, of: errors.count)
  }

  private func draw(
    _ error: JobError, isSelected: Bool, on canvas: inout Canvas, line: Int
  ) {
    if isSelected {
      let style = Style(isReversed: true)
      canvas.fill(row: line, style: style)
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: style)
      canvas.setCursor(row: line, column: 0)
    }
    canvas.draw(in: Region(row: line, column: 2, rows: 1, columns: canvas.size.columns - 2)) {
      ErrorLine(error: error).draw(on: &$0, row: 0, isSelected: isSelected)
    }
  }
}

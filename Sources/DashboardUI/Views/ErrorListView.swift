import MigrationModel
import MigrationWatch

/// All errors of a job, one row for each text.
struct ErrorListView: BodyView {
  let model: DashboardViewModel
  let id: Job.ID

  func listRows(in size: Size) -> Int { max(1, size.rows - 1) }

  func draw(on canvas: inout Canvas) -> Footnote {
    canvas.write("  TIME     ERROR", row: 0, column: 0, style: .heading)
    let errors = model.job(id)?.errors ?? []
    if errors.isEmpty {
      canvas.writeSentence(model.noErrorsWords(id), row: 1, column: 2, style: .muted)
    }
    let rows = canvas.bounds.split(top: 1).rest
    canvas.draw(in: rows) { canvas in
      let shown = errors.indices.dropFirst(model.place.top).prefix(canvas.size.rows)
      for (line, index) in shown.enumerated() {
        draw(errors[index], isSelected: index == model.place.cursor, on: &canvas, line: line)
        canvas.mark(.row(index), Region(row: line, rows: 1, columns: canvas.size.columns))
      }
    }
    let active = errors.count { $0.isActive }
    let hits = errors.map { model.hits(of: $0, id).count }.reduce(0, +)
    return Footnote(
      "errors", first: model.place.top, shown: rows.rows, of: errors.count,
      rest: errors.isEmpty
        ? ""
        : "   \(hits) \(hits == 1 ? "hit" : "hits")   X stops something now: \(active)   ! was before"
    )
  }

  private func draw(
    _ error: JobError, isSelected: Bool, on canvas: inout Canvas, line: Int
  ) {
    if isSelected {
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: .title)
      canvas.setCursor(row: line, column: 0)
    }
    canvas.draw(in: Region(row: line, column: 2, rows: 1, columns: canvas.size.columns - 2)) {
      ErrorLine(error: error, hits: model.hits(of: error, id).count)
        .draw(on: &$0, row: 0, isSelected: isSelected)
    }
  }
}

import MigrationModel
import MigrationWatch

/// The errors of a job beside the one that is shown in full.
struct ErrorSideList {
  let model: DashboardViewModel
  let report: JobReport
  let index: Int

  func draw(on canvas: inout Canvas) {
    guard !canvas.bounds.isEmpty else { return }
    let errors = report.errors
    let hits = errors.map { model.hits(of: $0, report.job.id).count }
    let inside = canvas.box(
      title: "all errors (\(counts(errors.count, hits.reduce(0, +))))",
      trailing: model.keyWords(.nextMatch, .previousMatch, in: canvas.glyphs),
      style: .muted, titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      // The one that is shown stays in sight.
      let top = max(0, index - canvas.size.rows + 1)
      for (row, number) in errors.indices.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        draw(errors[number], hits[number], isShown: number == index, on: &canvas, row: row)
      }
    }
  }

  private func counts(_ kinds: Int, _ hits: Int64) -> String {
    "\(kinds) \(kinds == 1 ? "kind" : "kinds"), \(hits) \(hits == 1 ? "hit" : "hits")"
  }

  private func draw(
    _ error: JobError, _ hits: Int64, isShown: Bool, on canvas: inout Canvas, row: Int
  ) {
    let columns = canvas.size.columns
    if isShown { canvas.put(canvas.glyphs.pointer, row: row, column: 0, style: .title) }
    let style = Style(tone: error.isActive ? .bad : .muted, isReversed: isShown)
    canvas.write(error.isActive ? "X" : "!", row: row, column: 1, style: style)
    canvas.write(
      error.causeAndSymptom.cause, row: row, column: 3, style: style, width: columns - 3 - 17)
    canvas.writeNumber("x\(Wording.count(hits))", row: row, column: columns - 15, width: 5)
    canvas.writeNumber(
      error.at.map(Wording.timeOfDay) ?? "", row: row, column: columns - 8, width: 8,
      style: .muted)
  }
}

import MigrationModel
import MigrationWatch

/// The visible rows of the fleet, below a heading where there is room for one.
struct FleetTable {
  let model: DashboardViewModel
  let columns: FleetColumns
  var hasHeading = true

  func draw(on canvas: inout Canvas) {
    if hasHeading {
      FleetHeading(sort: model.dashboard.sort, places: columns.places).draw(on: &canvas)
    }
    let first = hasHeading ? 1 : 0
    guard model.fleetRowCount > 0 else {
      canvas.write(emptyText, row: first, column: FleetColumns.markerWidth, style: .muted)
      return
    }
    for line in first..<max(first, canvas.size.rows) {
      let row = model.firstRow + line - first
      let isSelected = row == model.selectedRow
      switch model.fleetRow(at: row) {
      case .job(let report):
        draw(report, isSelected: isSelected, on: &canvas, line: line)
        canvas.mark(
          .job(report.job.id), Region(row: line, rows: 1, columns: canvas.size.columns))
      case .group(let group):
        draw(group, isSelected: isSelected, on: &canvas, line: line)
        canvas.mark(
          .group(group.name), Region(row: line, rows: 1, columns: canvas.size.columns))
      case nil: return
      }
    }
  }

  private var emptyText: String {
    if model.totalCount > 0 { return "no job passes the filter" }
    return model.sources.contains { $0.state.lastSuccess != nil }
      ? "the sources list no jobs" : "waiting for the first answer"
  }

  private func draw(
    _ report: JobReport, isSelected: Bool, on canvas: inout Canvas, line: Int
  ) {
    if isSelected { drawSelection(on: &canvas, line: line) }
    canvas.put(
      mark(of: report, canvas.glyphs), row: line, column: 1, style: Style(isReversed: isSelected))
    for place in columns.places {
      FleetCell(report: report, model: model, isSelected: isSelected)
        .draw(place, on: &canvas, line: line)
    }
  }

  private func draw(
    _ group: FleetGroup, isSelected: Bool, on canvas: inout Canvas, line: Int
  ) {
    if isSelected { drawSelection(on: &canvas, line: line) }
    FleetGroupLine(group: group, model: model, isSelected: isSelected)
      .draw(on: &canvas, line: line, nameEnd: columns.selectionWidth)
  }

  private func drawSelection(on canvas: inout Canvas, line: Int) {
    for column in 0..<columns.selectionWidth {
      canvas.put(" ", row: line, column: column, style: Style(isReversed: true))
    }
    canvas.put(
      canvas.glyphs.pointer, row: line, column: 0, style: Style(isBold: true, isReversed: true))
    canvas.setCursor(row: line, column: 0)
  }

  /// What the user put there wins over news, which the state shows too.
  private func mark(of report: JobReport, _ glyphs: Glyphs) -> Unicode.Scalar {
    if report.record.isMarked { return glyphs.mark }
    if report.record.isAcknowledged { return "v" }
    if model.dashboard.bells.contains(report.job.id) { return "b" }
    return model.isNews(report) ? "*" : " "
  }
}

import MigrationModel
import MigrationWatch

/// What changed in the fleet, newest first, with the selected change in full below or at the side.
struct EventsView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  private var hasSide: Bool { layout.hasSidePanel }
  private var headRows: Int { hasGraph ? 2 : 1 }
  private var hasGraph: Bool { layout.size.columns >= 110 && layout.size.rows >= 20 }

  private func detailRows(_ size: Size) -> Int {
    guard !hasSide, size.rows >= 18, size.columns >= 60 else { return 0 }
    return size.columns >= 110 && size.rows >= 30 ? 8 : 5
  }

  func listRows(in size: Size) -> Int { max(1, size.rows - headRows - detailRows(size)) }

  func draw(on canvas: inout Canvas) -> Footnote {
    let rows = model.eventRows
    let columns = canvas.bounds.split(right: hasSide ? ScreenLayout.sidePanelColumns : 0)
    let parts = columns.rest.split(bottom: detailRows(canvas.size))
    canvas.draw(in: parts.rest) { drawList(rows, on: &$0) }
    if rows.indices.contains(model.place.cursor) {
      let detail = EventDetail(model: model, rows: rows, index: model.place.cursor)
      canvas.draw(in: hasSide ? columns.right : parts.bottom) {
        detail.draw(on: &$0, isWide: !hasSide)
      }
    }
    let follow = model.place.isFollowing ? "on" : "off"
    let more = layout.size.columns >= 110 ? "   repeats are one row, xN   \(times)" : ""
    return Footnote(
      "rows", first: model.place.top, shown: max(0, parts.rest.rows - headRows), of: rows.count,
      rest: "   follow \(follow)\(more)")
  }

  private var times: String {
    let isSkewed = model.sources.contains { $0.clockWarning != nil }
    let words = isSkewed ? "times are UTC by each service's clock" : "times are UTC"
    guard let oldest = model.eventRows.last?.first.time else { return words }
    let day = Wording.dateTime(oldest).prefix(10)
    return day == Wording.dateTime(model.now.date).prefix(10)
      ? "\(words), \(day)" : "\(words), since \(day)"
  }

  private func drawList(_ rows: [EventRow], on canvas: inout Canvas) {
    if hasGraph { drawGraph(on: &canvas) }
    let columns = EventColumns(
      canvas.size.columns, sourceWidth: model.sources.map { $0.name.count }.max() ?? 6)
    columns.drawHeading(on: &canvas, row: headRows - 1)
    if rows.isEmpty {
      canvas.writeSentence(model.noEventsWords, row: headRows, column: 2, style: .muted)
    }
    let shown = rows.indices.dropFirst(model.place.top)
      .prefix(max(0, canvas.size.rows - headRows))
    for (line, index) in shown.enumerated() {
      columns.draw(
        rows[index], isSelected: index == model.place.cursor, on: &canvas, line: line + headRows)
      canvas.mark(
        .row(index), Region(row: line + headRows, rows: 1, columns: canvas.size.columns))
    }
  }

  /// `6h ···▁▂ 5 min a cell, most 11`.
  private func drawGraph(on canvas: inout Canvas) {
    let graph = model.eventGraph
    canvas.write("6h", row: 0, column: 2, style: .muted)
    for (cell, value) in graph.values.enumerated() {
      if let value, value > 0 {
        canvas.sparkline(
          [value], maximum: Double(max(8, graph.most)), row: 0, column: 10 + cell, width: 1,
          style: Style(tone: .accent))
      } else if value != nil {
        canvas.dots(row: 0, column: 10 + cell, width: 1, style: .muted)
      }
    }
    canvas.write(
      "5 min a cell, most \(graph.most)", row: 0, column: 10 + EventGraph.cells + 2, style: .muted)
  }
}

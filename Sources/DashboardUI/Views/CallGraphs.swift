import MigrationModel
import MigrationWatch

/// How many calls a minute each source got in the last hour; a full cell is its budget.
struct CallGraphs {
  let sources: [SourceReport]

  private static let nameWidth = 8
  private static let figureWidth = 9

  func draw(on canvas: inout Canvas) {
    let inside = canvas.box(
      title: "calls a minute, 1h", trailing: "made/budget", style: .muted, titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      let step = sources.count * 2 + 1 <= canvas.size.rows ? 2 : 1
      for (index, source) in sources.enumerated() where index * step < canvas.size.rows {
        draw(source, on: &canvas, row: index * step)
      }
      let end = sources.count * step
      for (line, text) in Wrapping.lines(
        "a full cell is the budget of that source", width: canvas.size.columns
      ).enumerated() where end + line < canvas.size.rows {
        canvas.write(text, row: end + line, column: 0, style: .muted)
      }
    }
  }

  private func draw(_ source: SourceReport, on canvas: inout Canvas, row: Int) {
    let start = min(12, max(Self.nameWidth, sources.map { $0.name.count + 1 }.max() ?? 0))
    let cells = min(CallHistory.minutes, canvas.size.columns - start - Self.figureWidth - 1)
    canvas.write(source.name, row: row, column: 0, width: start - 1)
    guard cells > 0 else { return }
    // A minute and more a cell where there is no room for each.
    let minutes = source.state.calls.last(CallHistory.minutes, now: source.now)
    let values = (0..<cells).map { cell -> Double? in
      let range = cell * minutes.count / cells..<(cell + 1) * minutes.count / cells
      return minutes[range].compactMap(\.self).max()
    }
    for (cell, value) in values.enumerated() {
      guard let value, value > 0 else {
        if value != nil { canvas.dots(row: row, column: start + cell, width: 1, style: .muted) }
        continue
      }
      canvas.sparkline(
        [value], maximum: Double(max(1, source.state.callsPerMinute)), row: row,
        column: start + cell, width: 1, style: Style(tone: .accent))
    }
    canvas.writeNumber(
      source.callsWord, row: row, column: start + cells + 1, width: Self.figureWidth)
  }
}

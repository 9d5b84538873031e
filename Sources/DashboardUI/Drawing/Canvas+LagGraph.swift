import MigrationWatch

extension Canvas {
  /// How many columns the axis of a graph takes; 0 if there is no room for eight columns beside it.
  package static func axisColumns(of graph: LagGraph, in size: Size) -> Int {
    let labels = graph.labels(rows: size.rows).map(TextWidth.columns(of:))
    // As wide as `10m` at least: the next value must not move the graph.
    let width = max(3, labels.max() ?? 0) + 1
    return size.columns >= width + 8 ? width : 0
  }

  /// Fills the window with a graph and its axis; the newest value is at the right.
  package mutating func draw(_ graph: LagGraph) {
    let axis = Self.axisColumns(of: graph, in: size)
    guard axis > 0 else { return plot(graph) }
    for (height, label) in graph.labels(rows: size.rows).enumerated() {
      let row = size.rows - 1 - height
      writeNumber(label, row: row, column: 0, width: axis - 1, style: Style(tone: .muted))
      put(glyphs.axis, row: row, column: axis - 1, style: Style(tone: .muted))
    }
    draw(in: bounds.split(left: axis).rest) { $0.plot(graph) }
  }

  private mutating func plot(_ graph: LagGraph) {
    if graph.style == .braille, !glyphs.isASCII { return plotBraille(graph) }
    let set = graph.style == .ascii ? Glyphs.ascii : glyphs
    let lines = graph.thresholdRows(size.rows).map(\.row)
    let first = max(0, graph.values.count - size.columns)
    for index in graph.values.indices.dropFirst(first) {
      let column = size.columns - graph.values.count + index
      if let value = graph.values[index], value.isFinite {
        plotColumn(value, at: index, of: graph, column: column, set, lines)
      } else if index == graph.cursor {
        markCursor(column: column)
      }
    }
  }

  /// Where there is no sample the cursor stands on nothing.
  mutating func markCursor(column: Int) {
    for row in 0..<size.rows {
      put(.blank, row: row, column: column, style: Style(isReversed: true))
    }
  }

  private mutating func plotColumn(
    _ value: Double, at index: Int, of graph: LagGraph, column: Int, _ set: Glyphs, _ lines: [Int]
  ) {
    let rows = size.rows
    let eighths = Eighths.of(value, maximum: graph.maximum, cells: rows)
    let reading = graph.reading.indices.contains(index) ? graph.reading[index] : nil
    let readingCells = Eighths.of(reading, maximum: graph.maximum, cells: rows) / 8
    let tone = graph.tone(value)
    for height in 0..<rows {
      let filled = eighths - height * 8
      let glyph: Unicode.Scalar =
        switch filled {
        case 8...: height < readingCells ? set.track : set.levels[7]
        case 1...: set.levels[filled - 1]
        default: lines.contains(height) ? set.threshold : " "
        }
      let style = Style(tone: filled > 0 ? tone : .muted, isReversed: index == graph.cursor)
      put(glyph, row: rows - 1 - height, column: column, style: style)
    }
  }
}

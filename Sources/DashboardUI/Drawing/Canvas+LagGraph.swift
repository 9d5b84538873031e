extension Canvas {
  /// Fills the window with a graph and its axis; the newest value is at the right.
  ///
  /// Without room for eight columns beside the axis there is none.
  package mutating func draw(_ graph: LagGraph) {
    let labels = graph.labels(rows: size.rows)
    let labelWidth = labels.map(TextWidth.columns(of:)).max() ?? 0
    guard size.columns >= labelWidth + 9 else { return plot(graph) }
    for (height, label) in labels.enumerated() {
      let row = size.rows - 1 - height
      writeNumber(label, row: row, column: 0, width: labelWidth, style: Style(tone: .muted))
      put(glyphs.axis, row: row, column: labelWidth, style: Style(tone: .muted))
    }
    draw(in: bounds.split(left: labelWidth + 1).rest) { $0.plot(graph) }
  }

  private mutating func plot(_ graph: LagGraph) {
    let first = max(0, graph.values.count - size.columns)
    for index in graph.values.indices.dropFirst(first) {
      let column = size.columns - graph.values.count + index
      if let value = graph.values[index], value.isFinite {
        plotColumn(value, at: index, of: graph, column: column)
      } else if index == graph.cursor {
        for row in 0..<size.rows {
          put(.blank, row: row, column: column, style: Style(isReversed: true))
        }
      }
    }
  }

  private mutating func plotColumn(_ value: Double, at index: Int, of graph: LagGraph, column: Int)
  {
    let rows = size.rows
    let eighths = Eighths.of(value, maximum: graph.maximum, cells: rows)
    let reading = graph.reading.indices.contains(index) ? graph.reading[index] : nil
    let readingCells = Eighths.of(reading, maximum: graph.maximum, cells: rows) / 8
    let thresholdRow = graph.thresholdRow(rows: rows)
    let tone: Tone = graph.isCritical(value) ? .bad : .accent
    for height in 0..<rows {
      let filled = eighths - height * 8
      let glyph: Unicode.Scalar =
        switch filled {
        case 8...: height < readingCells ? glyphs.track : glyphs.levels[7]
        case 1...: glyphs.levels[filled - 1]
        default: height == thresholdRow ? glyphs.threshold : " "
        }
      let style = Style(tone: filled > 0 ? tone : .muted, isReversed: index == graph.cursor)
      put(glyph, row: rows - 1 - height, column: column, style: style)
    }
  }
}

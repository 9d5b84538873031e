extension Canvas {
  /// Draws two values a cell in dots, a quarter of a cell high. The reader's part has half the dots.
  mutating func plotBraille(_ graph: LagGraph) {
    let rows = size.rows
    let lines = graph.thresholdRows(rows).map(\.row)
    let cells = (graph.values.count + 1) / 2
    for cell in max(0, cells - size.columns)..<cells {
      let column = size.columns - cells + cell
      let values = [cell * 2, cell * 2 + 1].map { graph.values.indices.contains($0) ? $0 : nil }
        .map { $0.flatMap { graph.values[$0] }.flatMap { $0.isFinite ? $0 : nil } }
      guard let highest = values.compactMap(\.self).max() else {
        if cell == graph.cursor { markCursor(column: column) }
        continue
      }
      for height in 0..<rows {
        let dots = BrailleCell(
          levels: values.map { quarters(of: $0, graph) - height * 4 },
          isSparse: height * 4 < quarters(of: reading(graph, cell), graph) - 3)
        let glyph = dots.scalar ?? (lines.contains(height) ? glyphs.threshold : " ")
        put(
          glyph, row: rows - 1 - height, column: column,
          style: Style(
            tone: dots.scalar == nil ? .muted : graph.tone(highest),
            isReversed: cell == graph.cursor))
      }
    }
  }

  private func reading(_ graph: LagGraph, _ cell: Int) -> Double? {
    graph.reading.indices.contains(cell * 2) ? graph.reading[cell * 2] : nil
  }

  /// From 1, for a value that is there, to four a row.
  private func quarters(of value: Double?, _ graph: LagGraph) -> Int {
    let eighths = Eighths.of(value, maximum: graph.maximum, cells: size.rows)
    return (eighths + 1) / 2
  }
}

/// The dots of one cell: two columns of up to four, growing upwards.
struct BrailleCell: Hashable {
  /// Dots of the left and the right column; above 4 they are full, at most 0 empty.
  let levels: [Int]
  /// Leaves every other column out.
  let isSparse: Bool

  /// The bits of the Unicode block, from the bottom up.
  private static let left: [UInt32] = [0x40, 0x04, 0x02, 0x01]
  private static let right: [UInt32] = [0x80, 0x20, 0x10, 0x08]

  /// `nil` for a cell without dots.
  var scalar: Unicode.Scalar? {
    let columns = isSparse ? [Self.left] : [Self.left, Self.right]
    var bits: UInt32 = 0
    for (level, column) in zip(levels, columns) {
      bits |= column.prefix(max(0, level)).reduce(0, |)
    }
    return bits == 0 ? nil : Unicode.Scalar(0x2800 + bits)
  }
}

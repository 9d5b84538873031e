extension Canvas {
  /// Draws how much is done, in eighths of a column: `████▎░░`.
  ///
  /// Rounded down, so that a bar is full only at 1. Past 1 the total was wrong and nobody knows
  /// what is left: the bar stays an eighth short. `nil` is a phase without an end: `·······`.
  package mutating func progressBar(
    _ fraction: Double?, row: Int, column: Int, width: Int, style: Style = Style()
  ) {
    let (start, room) = visible(column, width)
    guard let fraction, !fraction.isNaN else {
      return dots(row: row, column: column, width: width, style: style)
    }
    let whole = room * 8
    let done = fraction > 1 ? whole - 1 : Int((max(0, fraction) * Double(whole)).rounded(.down))
    for cell in 0..<room {
      let eighths = done - cell * 8
      let glyph = eighths > 0 ? glyphs.bar[min(eighths, 8) - 1] : glyphs.track
      put(glyph, row: row, column: start + cell, style: style)
    }
  }

  /// Draws a bar or a graph that does not apply: `·······`.
  package mutating func dots(row: Int, column: Int, width: Int, style: Style = Style()) {
    let (start, room) = visible(column, width)
    for cell in 0..<room {
      put(glyphs.openEnded, row: row, column: start + cell, style: style)
    }
  }

  /// Draws the last values, one a column, the newest at the right: `▆▇▇██`.
  ///
  /// `nil` is a gap, not a 0, which is drawn as `▁`. What is above `maximum` is as high as it.
  package mutating func sparkline(
    _ values: [Double?], maximum: Double, row: Int, column: Int, width: Int, style: Style = Style()
  ) {
    let (start, room) = visible(column, width)
    let shown = values.suffix(room)
    for (cell, value) in shown.enumerated() {
      let eighths = Eighths.of(value, maximum: maximum, cells: 1)
      let glyph = eighths > 0 ? glyphs.levels[eighths - 1] : " "
      put(glyph, row: row, column: start + room - shown.count + cell, style: style)
    }
  }
}

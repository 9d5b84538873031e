extension Canvas {
  /// Covers the window with blanks.
  package mutating func fill(_ style: Style) {
    for row in 0..<size.rows { fill(row: row, style: style) }
  }

  /// Makes room for a box over what is drawn already. A word or a figure that its edge would cut goes as a whole.
  package mutating func cover(_ region: Region) {
    for row in region.row..<region.row + region.rows {
      clear(row: row, from: region.column - 1, by: -1)
      clear(row: row, from: region.column + region.columns, by: 1)
    }
    draw(in: region) { $0.fill(Style()) }
  }

  /// Blanks out one word, from a column on to the left or to the right.
  private mutating func clear(row: Int, from start: Int, by step: Int) {
    var column = start
    while (0..<size.columns).contains(column), !isBlank(row: row, column: column) {
      put(.blank, row: row, column: column, style: Style())
      column += step
    }
  }

  /// Covers a row with blanks, for example below a selected line.
  package mutating func fill(row: Int, style: Style) {
    for column in 0..<size.columns { put(.blank, row: row, column: column, style: style) }
  }

  /// Draws a line across the window, or over `width` columns from `column` on, with a title in it.
  package mutating func line(
    row: Int, column: Int = 0, width: Int? = nil, title: String = "", style: Style = Style()
  ) {
    let (start, room) = visible(column, width ?? size.columns - column)
    for column in start..<start + room {
      put(glyphs.horizontal, row: row, column: column, style: style)
    }
    label(title, row: row, column: start + 1, room: room - 2, style: style)
  }

  /// Draws a border around the window: `┌─ title ───── trailing ─┐`, below it `└───── footer ─┘`.
  ///
  /// A title that is too long ends with `…`; a trailing one that does not fit beside it is left
  /// out.
  ///
  /// - Returns: The room inside, a blank column away from the border; empty if there is none.
  @discardableResult
  package mutating func box(
    title: String = "", trailing: String = "", footer: String = "", style: Style = Style(),
    titleStyle: Style? = nil
  ) -> Region {
    let (rows, columns) = (size.rows, size.columns)
    guard rows > 1, columns > 1 else { return Region(rows: 0, columns: 0) }
    border(style)
    let titleWidth = label(
      title, row: 0, column: 2, room: columns - 4, style: titleStyle ?? style)
    let room = columns - 4 - titleWidth
    trailingLabel(trailing, row: 0, room: titleWidth > 0 ? room - 1 : room, style: style)
    trailingLabel(footer, row: rows - 1, room: columns - 4, style: style)
    return bounds.inset(rows: 1, columns: 2)
  }

  private mutating func border(_ style: Style) {
    let (bottom, right) = (size.rows - 1, size.columns - 1)
    line(row: 0, style: style)
    line(row: bottom, style: style)
    for row in 0..<size.rows {
      put(glyphs.vertical, row: row, column: 0, style: style)
      put(glyphs.vertical, row: row, column: right, style: style)
    }
    put(glyphs.topLeft, row: 0, column: 0, style: style)
    put(glyphs.topRight, row: 0, column: right, style: style)
    put(glyphs.bottomLeft, row: bottom, column: 0, style: style)
    put(glyphs.bottomRight, row: bottom, column: right, style: style)
  }

  /// Writes ` text ` into a line; nothing if not even a letter and an ellipsis fit.
  ///
  /// - Returns: The columns that were used.
  @discardableResult
  private mutating func label(
    _ text: String, row: Int, column: Int, room: Int, style: Style
  ) -> Int {
    let width = min(TextWidth.columns(of: text) + 2, room)
    guard !text.isEmpty, width >= min(4, TextWidth.columns(of: text) + 2) else { return 0 }
    put(.blank, row: row, column: column, style: style)
    let used = write(text, row: row, column: column + 1, style: style, width: width - 2)
    put(.blank, row: row, column: column + 1 + used, style: style)
    return used + 2
  }

  private mutating func trailingLabel(_ text: String, row: Int, room: Int, style: Style) {
    let width = TextWidth.columns(of: text) + 2
    guard width <= room else { return }
    label(text, row: row, column: size.columns - 2 - width, room: width, style: style)
  }
}

/// A rectangle of cells. It may lie outside what it is a part of: a canvas cuts it when it is
/// drawn.
package struct Region: Hashable, Sendable {
  package var row: Int
  package var column: Int
  package var size: Size

  package init(row: Int = 0, column: Int = 0, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    size = Size(rows: rows, columns: columns)
  }

  package var rows: Int { size.rows }
  package var columns: Int { size.columns }
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  /// What is left without `rows` at the top and bottom and `columns` at the left and right.
  package func inset(rows: Int, columns: Int) -> Region {
    Region(
      row: row + rows, column: column + columns,
      rows: self.rows - 2 * rows, columns: self.columns - 2 * columns)
  }

  /// Cuts off at most `count` rows at the top.
  package func split(top count: Int) -> (top: Region, rest: Region) {
    let count = min(max(0, count), rows)
    return (
      Region(row: row, column: column, rows: count, columns: columns),
      Region(row: row + count, column: column, rows: rows - count, columns: columns)
    )
  }

  /// Cuts off at most `count` rows at the bottom.
  package func split(bottom count: Int) -> (rest: Region, bottom: Region) {
    let (rest, bottom) = split(top: rows - min(max(0, count), rows))
    return (rest, bottom)
  }

  /// Cuts off at most `count` columns at the left.
  package func split(left count: Int) -> (left: Region, rest: Region) {
    let count = min(max(0, count), columns)
    return (
      Region(row: row, column: column, rows: rows, columns: count),
      Region(row: row, column: column + count, rows: rows, columns: columns - count)
    )
  }

  /// Cuts off at most `count` columns at the right.
  package func split(right count: Int) -> (rest: Region, right: Region) {
    let (rest, right) = split(left: columns - min(max(0, count), columns))
    return (rest, right)
  }
}

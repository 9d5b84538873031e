/// A picture of the whole screen. Drawing one is pure; a screen shows it.
///
/// Every row has exactly as many columns as the size says: a wide cluster is always followed by its
/// continuation, and a continuation always follows one.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands, for those who follow it by braille or speech; `nil` hides
  /// it.
  package var cursor: Position?
  /// What a click means, by where it is; a later one lies on top.
  var targets: [ScreenRegion] = []

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cells of one row; none outside the frame.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The rows as text, without continuations: a row has as many columns as the frame, not as many
  /// characters.
  package var text: String {
    (0..<size.rows).map { row in
      var line = String.UnicodeScalarView()
      for case .cluster(let cluster) in self.row(row).map(\.content) {
        line.append(contentsOf: cluster.scalars)
      }
      return String(line)
    }.joined(separator: "\n")
  }

  /// Whether a cell shows nothing; so does one outside.
  func isBlank(row: Int, column: Int) -> Bool {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return true }
    return cells[row * size.columns + column].content == .cluster(.blank)
  }

  /// Puts a cluster into its cell, or into two. Does nothing where it does not fit as a whole.
  mutating func place(_ cluster: Cluster, style: Style, row: Int, column: Int) {
    guard (0..<size.rows).contains(row), column >= 0, column + cluster.width <= size.columns else {
      return
    }
    let index = row * size.columns + column
    mendNeighbours(of: index, width: cluster.width, column: column)
    cells[index] = Cell(content: .cluster(cluster), style: style)
    if cluster.width == 2 { cells[index + 1] = Cell(content: .continuation, style: style) }
  }

  /// Half of a wide cluster cannot be shown: the other half becomes a blank.
  private mutating func mendNeighbours(of index: Int, width: Int, column: Int) {
    if cells[index].content == .continuation { cells[index - 1].content = .cluster(.blank) }
    let behind = index + width
    if column + width < size.columns, cells[behind].content == .continuation {
      cells[behind].content = .cluster(.blank)
    }
  }
}

package import MigrationWatch

/// A frame in the making, seen through a window: (0, 0) is the window's corner and nothing outside
/// it changes.
///
/// Any size is fine, and so is any place: what does not fit is cut off or left out.
package struct Canvas: Sendable {
  package private(set) var frame: Frame
  package let glyphs: Glyphs
  /// Always inside the frame.
  private var window: Region

  package init(size: Size, glyphs: Glyphs = .unicode) {
    frame = Frame(size: size)
    self.glyphs = glyphs
    window = Region(rows: size.rows, columns: size.columns)
  }

  /// How much can be seen from here.
  package var size: Size { window.size }
  /// The whole window, to be split.
  package var bounds: Region { Region(rows: size.rows, columns: size.columns) }

  /// Draws through a smaller window; a part of `region` that is outside this one is cut off.
  package mutating func draw(in region: Region, _ body: (inout Canvas) -> Void) {
    let outer = window
    let top = min(max(0, region.row), outer.rows)
    let left = min(max(0, region.column), outer.columns)
    window = Region(
      row: outer.row + top, column: outer.column + left,
      rows: min(region.row + region.rows, outer.rows) - top,
      columns: min(region.column + region.columns, outer.columns) - left)
    body(&self)
    window = outer
  }

  /// Shows the terminal's cursor there, if it is inside the window.
  package mutating func setCursor(row: Int, column: Int) {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
    frame.cursor = Position(row: window.row + row, column: window.column + column)
  }

  /// Whether a place of the window shows nothing.
  func isBlank(row: Int, column: Int) -> Bool {
    frame.isBlank(row: window.row + row, column: window.column + column)
  }

  /// Says what a click in a part of the window means.
  package mutating func mark(_ target: ScreenTarget, _ region: Region) {
    var inside = Region(rows: 0, columns: 0)
    draw(in: region) { inside = $0.window }
    frame.targets.append(ScreenRegion(region: inside, target: target))
  }

  /// Draws one glyph; one that no cell can show becomes the replacement.
  package mutating func put(
    _ glyph: Unicode.Scalar, row: Int, column: Int, style: Style = Style()
  ) {
    put(Cluster(glyph) ?? .replacement, row: row, column: column, style: style)
  }

  /// Draws one cluster. Of a wide one that the window's edge would cut in two, a blank is left.
  mutating func put(_ cluster: Cluster, row: Int, column: Int, style: Style) {
    guard (0..<size.rows).contains(row) else { return }
    let (start, room) = visible(column, cluster.width)
    guard room < cluster.width || (glyphs.isASCII && !cluster.isASCII) else {
      return place(cluster, row: row, column: column, style: style)
    }
    let substitute =
      room < cluster.width
      ? Cluster.blank : Cluster(glyphs.substitute(for: cluster.base)) ?? .blank
    for column in start..<start + room {
      place(substitute, row: row, column: column, style: style)
    }
  }

  /// The part of some columns that is inside the window.
  func visible(_ column: Int, _ width: Int) -> (start: Int, room: Int) {
    let start = max(0, column)
    return (start, max(0, min(column + width, size.columns) - start))
  }

  private mutating func place(_ cluster: Cluster, row: Int, column: Int, style: Style) {
    frame.place(cluster, style: style, row: window.row + row, column: window.column + column)
  }
}

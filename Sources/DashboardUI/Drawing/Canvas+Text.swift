extension Canvas {
  /// Writes text from `column` on, into `width` columns or up to the edge; what does not fit ends
  /// with `…`.
  ///
  /// - Returns: The columns that were used.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, style: Style = Style(), width: Int? = nil
  ) -> Int {
    let clusters = fitted(text, into: min(width ?? .max, size.columns - column))
    put(clusters, row: row, column: column, style: style)
    return clusters.columns
  }

  /// Writes text that ends with the last of `width` columns; what does not fit ends with `…`.
  package mutating func writeRight(
    _ text: String, row: Int, column: Int, width: Int, style: Style = Style()
  ) {
    let (start, room) = visible(column, width)
    let clusters = fitted(text, into: room)
    put(clusters, row: row, column: start + room - clusters.columns, style: style)
  }

  /// Writes a figure that ends with the last of `width` columns. A part of a figure would be a lie:
  /// one that does not fit becomes `###`.
  package mutating func writeNumber(
    _ text: String, row: Int, column: Int, width: Int, style: Style = Style()
  ) {
    let (start, room) = visible(column, width)
    let clusters = clusters(of: text, upTo: room)
    guard clusters.columns <= room else {
      write(String(repeating: "#", count: room), row: row, column: start, style: style)
      return
    }
    put(clusters, row: row, column: start + room - clusters.columns, style: style)
  }

  /// The clusters of `text` that fit, with an ellipsis if those are not all.
  private func fitted(_ text: String, into room: Int) -> [Cluster] {
    guard room > 0 else { return [] }
    var clusters = clusters(of: text, upTo: room)
    var width = clusters.columns
    guard width > room else { return clusters }
    while width > room - 1, let last = clusters.popLast() { width -= last.width }
    return clusters + [Cluster(glyphs.ellipsis) ?? .blank]
  }

  /// In ASCII spelled out, unless only that makes it too long: views measure text as it is.
  private func clusters(of text: String, upTo room: Int) -> [Cluster] {
    let clusters = TextWidth.clusters(of: text, upTo: room)
    guard glyphs.isASCII else { return clusters }
    let spelled = TextWidth.clusters(of: glyphs.spelled(text), upTo: room)
    return spelled.columns > room && clusters.columns <= room ? clusters : spelled
  }

  private mutating func put(_ clusters: [Cluster], row: Int, column: Int, style: Style) {
    var column = column
    for cluster in clusters {
      put(cluster, row: row, column: column, style: style)
      column += cluster.width
    }
  }
}

extension [Cluster] {
  fileprivate var columns: Int { reduce(0) { $0 + $1.width } }
}

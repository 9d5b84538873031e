/// The heights of the three bands of the job view, borders included.
struct JobBands: Hashable {
  private(set) var top: Int
  private(set) var graph: Int
  private(set) var bottom: Int

  /// Of 3 rows inside a border, and of 4 rows of a graph or one of a sparkline.
  private static let leastTop = 5
  private static let leastBottom = 5
  private static let leastGraph = 6
  private static let sparkline = 3
  /// Has room for what is behind a bar.
  private static let comfortableTop = 7

  /// `nil` without room for three bands. Errors give way first, then the graph, then the progress.
  init?(_ size: Size, hasGraph: Bool) {
    guard size.rows >= Self.leastTop + Self.sparkline + Self.leastBottom else { return nil }
    (top, graph, bottom) = Self.ideal(size)
    if !hasGraph { graph = Self.sparkline }
    var missing = top + graph + bottom - size.rows
    func give(_ band: inout Int, downTo least: Int) {
      let part = max(0, min(missing, band - least))
      band -= part
      missing -= part
    }
    give(&bottom, downTo: Self.leastBottom)
    give(&graph, downTo: Self.leastGraph)
    give(&top, downTo: Self.comfortableTop)
    if missing > 0, graph > Self.sparkline {
      missing -= graph - Self.sparkline
      graph = Self.sparkline
    }
    give(&top, downTo: Self.leastTop)
    spread(max(0, -missing), hasGraph: hasGraph && graph > Self.sparkline)
  }

  private mutating func spread(_ rest: Int, hasGraph: Bool) {
    graph += hasGraph ? (rest + 1) / 2 : 0
    top += hasGraph ? 0 : rest / 2
    bottom += rest - (hasGraph ? (rest + 1) / 2 : rest / 2)
  }

  private static func ideal(_ size: Size) -> (top: Int, graph: Int, bottom: Int) {
    if size.columns >= 180 { return (18, 19, 18) }
    if size.columns >= 110 { return (12, 11, 12) }
    return size.rows >= 30 ? (10, 9, 9) : (7, 7, 5)
  }

  func split(_ body: Region) -> (top: Region, graph: Region, bottom: Region) {
    let upper = body.split(top: top)
    let lower = upper.rest.split(top: graph)
    return (upper.top, lower.top, lower.rest)
  }
}

/// Heights of graphs, which grow by an eighth of a cell.
enum Eighths {
  /// From 1, for a value that is there, to the whole height; 0 if there is none.
  static func of(_ value: Double?, maximum: Double, cells: Int) -> Int {
    guard let value, value.isFinite, cells > 0 else { return 0 }
    let share = value / maximum
    guard maximum > 0, share.isFinite else { return 1 }
    let eighths = min(max(share, 0), 1) * Double(cells * 8)
    return max(1, Int(eighths.rounded()))
  }
}

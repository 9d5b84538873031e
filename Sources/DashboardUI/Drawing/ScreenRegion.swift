package import MigrationWatch

/// A part of a frame that a click may hit.
struct ScreenRegion: Hashable, Sendable {
  let region: Region
  let target: ScreenTarget
}

extension Frame {
  /// What a click there means; `nil` where nothing is.
  package func target(at position: Position) -> ScreenTarget? {
    targets.last { $0.region.contains(position) }?.target
  }
}

extension Region {
  fileprivate func contains(_ position: Position) -> Bool {
    (row..<row + rows).contains(position.row)
      && (column..<column + columns).contains(position.column)
  }
}

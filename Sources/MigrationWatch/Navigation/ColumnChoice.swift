/// Which columns of the fleet the user asked for, and how far they are scrolled.
package struct ColumnChoice: Hashable, Sendable {
  /// In their order, with state and name in front; `nil` while the screen's width decides.
  package private(set) var chosen: [FleetColumn]?
  /// How many of the columns behind the name are scrolled out of sight.
  package private(set) var offset = 0
  /// What the screen had room for when it was last drawn.
  var shown = FleetColumn.allCases

  /// The columns behind the name that are not scrolled out of sight, as many as there may be room for; `nil` while
  /// the screen's width decides.
  package var scrolled: ArraySlice<FleetColumn>? {
    chosen == nil && offset == 0 ? nil : scrollable.dropFirst(offset)
  }

  private var scrollable: [FleetColumn] {
    (chosen ?? FleetColumn.allCases).filter { !FleetColumn.fixed.contains($0) }
  }

  /// Shows these columns, or with `nil` those that the screen's width chooses.
  mutating func choose(_ columns: [FleetColumn]?) {
    offset = 0
    chosen = columns.map { columns in
      FleetColumn.fixed + columns.filter { !FleetColumn.fixed.contains($0) }
    }
  }

  /// - Returns: `false` if there is nothing more that way.
  mutating func scroll(right: Bool) -> Bool {
    guard right ? canScrollRight : offset > 0 else { return false }
    offset += right ? 1 : -1
    return true
  }

  private var canScrollRight: Bool {
    guard offset + 1 < scrollable.count else { return false }
    guard scrolled != nil else { return shown.count < FleetColumn.allCases.count }
    return scrollable.last.map { !shown.contains($0) } ?? false
  }
}

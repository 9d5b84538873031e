/// A box of choices over the fleet, which keys work in while it is open.
package enum FleetMenu: Hashable, Sendable {
  /// The column that the fleet is sorted by is the cursor.
  case sort
  case columns(ColumnMenu)
}

/// Shows, hides and moves columns. Each change is on screen at once.
package struct ColumnMenu: Hashable, Sendable {
  /// All columns: those shown in their order, the others where they would stand.
  package private(set) var order: [FleetColumn]
  package private(set) var shown: Set<FleetColumn>
  package private(set) var cursor = FleetColumn.fixed.count

  init(showing columns: [FleetColumn]) {
    shown = Set(columns)
    order = columns
    for (index, column) in FleetColumn.allCases.enumerated() where !shown.contains(column) {
      let before = index == 0 ? nil : order.firstIndex(of: FleetColumn.allCases[index - 1])
      order.insert(column, at: before.map { $0 + 1 } ?? 0)
    }
  }

  /// The columns to show, in their order.
  var columns: [FleetColumn] { order.filter(shown.contains) }

  /// Where a command moves the cursor to; `nil` for one that does not move it.
  func place(after command: Command) -> Int? {
    let places: [Command: Int] = [
      .down: cursor + 1, .unfold: cursor + 1, .up: cursor - 1, .fold: cursor - 1, .first: 0,
      .last: order.count - 1,
    ]
    return places[command]
  }

  mutating func moveCursor(to place: Int) { cursor = min(max(0, place), order.count - 1) }

  /// - Returns: `false` for a column that is always shown.
  mutating func toggle() -> Bool {
    guard !FleetColumn.fixed.contains(order[cursor]) else { return false }
    shown.formSymmetricDifference([order[cursor]])
    return true
  }

  /// Moves the column at the cursor one place down or up; the first ones stay where they are.
  ///
  /// - Returns: `false` if it cannot move there.
  mutating func moveColumn(by step: Int) -> Bool {
    let places = FleetColumn.fixed.count..<order.count
    guard places.contains(cursor), places.contains(cursor + step) else { return false }
    order.swapAt(cursor, cursor + step)
    cursor += step
    return true
  }
}

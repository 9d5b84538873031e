import MigrationModel

extension Dashboard {
  var rows: Int { viewport.rows }

  /// How many lines the text on screen has.
  var lineCount: Int { viewport.lines ?? rows }

  /// How many rows or lines the current view has.
  var rowCount: Int {
    switch place.view {
    case .fleet: groups.rowCount
    case .job: lineCount
    case .steps(let id):
      stepTree(id).rows.count
    case .errors(let id): errors(of: id).count
    // A text has no selected line: it ends when its last line is on screen.
    case .error: max(1, lineCount - rows + 1)
    case .json: lineCount
    case .events: eventRows.count
    case .sources: shown.sources.count
    }
  }

  mutating func move(_ command: Command) {
    if case .job = place.view { return scrollPane(command) }
    guard place.view == .fleet else {
      places[places.count - 1].isFollowing = false
      let count = rowCount
      let row = target(of: command, from: place.cursor, count: count)
      places[places.count - 1].move(to: row, of: count, rows: rows)
      return
    }
    let row = target(of: command, from: selectedRow, count: rowCount)
    select(row: row, upwards: row < selectedRow)
  }

  func target(of command: Command, from row: Int, count: Int) -> Int {
    switch command {
    case .down: row + 1
    case .up: row - 1
    case .first: 0
    case .last: count >= Int.max / 2 ? row : count - 1
    case .halfPageDown: row + max(1, rows / 2)
    case .halfPageUp: row - max(1, rows / 2)
    case .pageDown: row + rows
    case .pageUp: row - rows
    default: row
    }
  }

  /// After rows moved, vanished or the screen changed: what is selected stays on screen.
  mutating func keepPlacesInside() {
    var fleet = Place(.fleet)
    fleet.top = fleetTop
    fleet.move(to: selectedRow, of: groups.rowCount, rows: rows)
    fleetTop = topWithHeading(fleet.top)
    guard place.view != .fleet else { return }
    holdAnchor()
    places[places.count - 1].move(to: place.cursor, of: rowCount, rows: rows)
  }

  /// The next job that needs attention, or the next failed step of a tree.
  mutating func seek(_ command: Command) {
    if command != .attention, seekMatch(backwards: command == .previousMatch) { return }
    if command != .attention, seekTrouble(backwards: command == .previousMatch) { return }
    guard place.view == .fleet else {
      notice = "there is nothing to go to here"
      return
    }
    seekAttention(backwards: command == .previousMatch)
  }
}

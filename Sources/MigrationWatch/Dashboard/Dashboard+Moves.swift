import MigrationModel

extension Dashboard {
  var rows: Int { viewport.rows }

  /// How many lines the text on screen has.
  var lineCount: Int { viewport.lines ?? rows }

  /// How many rows or lines the current view has.
  var rowCount: Int {
    switch place.view {
    case .fleet: groups.rowCount
    case .job(let id): place.pane == .events ? shown.timeline(of: id).count : Int.max / 2
    case .steps(let id):
      StepRows(shown.record(id)?.job.steps ?? [], toggled: place.toggled).rows.count
    case .errors(let id): shown.record(id).map { JobReport($0, now: shownNow).errors.count } ?? 0
    case .error, .json: lineCount
    case .events: events.count
    case .sources: shown.sources.count
    }
  }

  mutating func move(_ command: Command) {
    guard place.view == .fleet else {
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
    places[places.count - 1].move(to: place.cursor, of: rowCount, rows: rows)
  }

  /// The next job that needs attention, or the next failed step of a tree.
  mutating func seek(_ command: Command) {
    if command != .attention, seekMatch(backwards: command == .previousMatch) { return }
    if case .steps(let id) = place.view {
      seekFailedStep(of: id, backwards: command == .previousMatch)
      return
    }
    seekAttention(backwards: command == .previousMatch)
  }

  private mutating func seekFailedStep(of id: Job.ID, backwards: Bool) {
    let steps = StepRows(shown.record(id)?.job.steps ?? [], toggled: place.toggled).rows
    let bad = steps.indices.filter {
      steps[$0].step.state == .failed || steps[$0].step.error != nil
    }
    guard let first = bad.first, let last = bad.last else {
      notice = "no step failed"
      return
    }
    let row =
      backwards
      ? bad.last { $0 < place.cursor } ?? last : bad.first { $0 > place.cursor } ?? first
    places[places.count - 1].move(to: row, of: steps.count, rows: rows)
  }
}

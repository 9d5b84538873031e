import MigrationModel

extension Dashboard {
  /// Makes a pane of the job view the active one and shows it from its first line.
  mutating func show(_ pane: Pane) {
    if pane != place.pane { graphCursor = nil }
    places[places.count - 1].pane = pane
    places[places.count - 1].top = 0
    places[places.count - 1].cursor = 0
  }

  /// What somebody who opens a job looks for first: its errors, where it has any.
  func firstPane(of id: Job.ID) -> Pane {
    errors(of: id).isEmpty ? .progress : .errors
  }

  /// A pane has no selected row: it moves as a text does, and not past its last line.
  mutating func scrollPane(_ command: Command) {
    let last = max(0, lineCount - rows)
    let line = target(of: command, from: place.top, count: last + 1)
    places[places.count - 1].top = min(max(0, line), last)
    places[places.count - 1].cursor = places[places.count - 1].top
  }
}

package import MigrationModel

/// A view and what it shows.
package enum DashboardView: Hashable, Sendable {
  case fleet
  case job(Job.ID)
  case steps(Job.ID)
  case errors(Job.ID)
  /// One error in full, by its position in the list.
  case error(Job.ID, Int)
  /// The job as `status --output json` prints it.
  case json(Job.ID)
  case events
  case sources

  /// The job that the view is about; `nil` for a view of the fleet.
  package var job: Job.ID? {
    switch self {
    case .job(let id), .steps(let id), .errors(let id), .error(let id, _), .json(let id): id
    case .fleet, .events, .sources: nil
    }
  }
}

/// A pane of the job view, in the order of its digits.
package enum Pane: Int, CaseIterable, Hashable, Sendable {
  case progress = 1
  case lag, errors, events, cutover, steps

  package var title: String {
    switch self {
    case .cutover: "cut-over"
    case .progress, .lag, .errors, .events, .steps: "\(self)"
    }
  }
}

/// Where the user is in one view, kept while deeper views are open.
package struct Place: Hashable, Sendable {
  package var view: DashboardView
  /// The selected row of a list, or the first line shown of a text.
  package var cursor = 0
  /// The first row shown.
  package var top = 0
  package var pane = Pane.errors
  package var isZoomed = false
  /// Steps whose fold differs from what their state asks for.
  package var toggled: Set<StepPath> = []
  /// What is looked for in a tree or a text.
  package var find: String?
  /// Whether the cursor goes with the newest change or the active step.
  package var isFollowing = false
  /// How many columns of an unwrapped text are left of the screen.
  package var left = 0
  /// What the selected row is about; `nil` before the first look at the rows.
  var anchor: RowAnchor?

  package init(_ view: DashboardView) { self.view = view }

  /// Moves the selected row and keeps it on screen.
  mutating func move(to row: Int, of count: Int, rows: Int) {
    cursor = min(max(0, row), max(0, count - 1))
    let rows = max(1, rows)
    if cursor < top { top = cursor }
    if cursor >= top + rows { top = cursor - rows + 1 }
    top = min(top, max(0, count - rows))
  }
}

import MigrationModel

extension Dashboard {
  /// How many columns the lag graph has on the screen; `nil` while it is not the active pane.
  package var graphColumns: Int? { viewport.graphColumns }

  /// Draws graphs of the lag in other characters.
  package mutating func setGraph(_ style: GraphStyle) { graphStyle = style }

  /// Whether the lag graph is what keys of the job view are for.
  var isGraphActive: Bool {
    guard case .job = place.view else { return false }
    return place.pane == .lag
  }

  /// Moves the cursor a column to the left or right; the first time it appears at the newest value.
  mutating func moveGraphCursor(_ command: Command) {
    guard let id = place.view.job, let columns = viewport.graphColumns, columns > 0 else { return }
    let series = LagSeries(
      history(of: id), window: graphWindow.duration, columns: columns,
      now: pausedAt ?? shownNow)
    let newest = series.newestColumn
    var column = graphCursor.map(series.column(at:)) ?? newest
    if command == .foldAll {
      column = 0
    } else if command == .unfoldAll {
      column = newest
    } else if graphCursor != nil {
      column += command == .fold ? -1 : 1
    }
    graphCursor = series.uptime(of: min(max(column, 0), newest))
  }
}

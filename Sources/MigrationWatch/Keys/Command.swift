/// What a key can ask for. The raw value is the name in `[keys]` of the configuration.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case down, up, last, first
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case fold, unfold
  case foldAll = "fold-all"
  case unfoldAll = "unfold-all"
  case open, back, quit
  case close
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case zoom
  case filter
  case clearFilter = "clear-filter"
  case commandLine = "command-line"
  case help
  case sort
  case invertSort = "invert-sort"
  case columns
  case columnsLeft = "columns-left"
  case columnsRight = "columns-right"
  case mark
  case refresh
  case refreshAll = "refresh-all"
  case pause
  case stepBack = "step-back"
  case stepForward = "step-forward"
  case minuteBack = "minute-back"
  case minuteForward = "minute-forward"
  case slower, faster
  case shorterGraph = "shorter-graph"
  case longerGraph = "longer-graph"
  case attention
  case follow
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case acknowledge
  case steps, errors, events, sources, json
  case preview
  case wrap
  case lastView = "last-view"
  case copy
  case copyJSON = "copy-json"
  case export, pager, bell, mouse
  case redraw, suspend
}

extension Command {
  /// Whether it moves along a list or a text.
  var isMove: Bool { Self.moves.contains(self) }

  private static let moves: Set<Command> = [
    .down, .up, .last, .first, .halfPageDown, .halfPageUp, .pageDown, .pageUp,
  ]
}

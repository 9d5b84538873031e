/// The footer: which keys do something here.
extension DashboardViewModel {
  package struct Hint: Hashable, Sendable {
    package let key: String
    package let label: String
  }

  /// The most useful first: what does not fit is dropped from the end.
  package var hints: [Hint] {
    if dashboard.filterPrompt != nil {
      return [
        Hint(key: "Enter", label: "keep"), Hint(key: "Esc", label: "undo"),
        Hint(key: "Tab", label: "complete"), Hint(key: "↑", label: "history"),
        Hint(key: "^w", label: "word"), Hint(key: "^u", label: "clear"),
      ]
    }
    return commands.compactMap { command, label in
      dashboard.settings.keys.binding(of: command).flatMap { binding in
        binding.keys.first.map { Hint(key: $0.name, label: label) }
      }
    }
  }

  private var commands: [(Command, String)] {
    switch place.view {
    case .fleet:
      [
        (.open, "open"), (.filter, "filter"), (.errors, "errors"), (.events, "events"),
        (.sources, "sources"), (.pause, "pause"), (.help, "help"), (.back, "quit"),
        (.steps, "steps"), (.sort, "sort"), (.refresh, "refresh"), (.attention, "attention"),
        (.preview, "preview"),
      ]
    case .job:
      [
        (.nextPane, "pane"), (.zoom, "zoom"), (.steps, "steps"), (.errors, "errors"),
        (.shorterGraph, "shorter"), (.longerGraph, "longer"), (.pause, "pause"), (.close, "back"),
        (.help, "help"), (.open, "detail"), (.refresh, "refresh"),
      ]
    case .steps:
      [
        (.fold, "fold"), (.unfold, "open"), (.nextMatch, "next failed"), (.open, "detail"),
        (.close, "back"), (.help, "help"), (.refresh, "refresh"),
      ]
    case .errors, .events:
      [
        (.open, "open"), (.pause, "pause"), (.close, "back"), (.help, "help"),
        (.refresh, "refresh"),
      ]
    case .error:
      [(.down, "down"), (.up, "up"), (.wrap, "wrap"), (.close, "back"), (.help, "help")]
    case .sources:
      [
        (.open, "jobs"), (.refresh, "try now"), (.slower, "slower"), (.faster, "faster"),
        (.pause, "pause"), (.close, "back"), (.help, "help"),
      ]
    }
  }
}

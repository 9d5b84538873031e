/// The footer: which keys do something here.
extension DashboardViewModel {
  package struct Hint: Hashable, Sendable {
    package let key: String
    package let label: String
  }

  /// The most useful first: what does not fit is dropped from the end.
  package var hints: [Hint] {
    if let help = dashboard.openHelp { return hints(of: help) }
    if let open = dashboard.openPrompt { return hints(of: open.purpose) }
    if let menu = dashboard.menu { return hints(in: menu) }
    let ways = timeCommands
    let others = commands.filter { command, _ in !ways.contains { $0.0 == command } }
    return (ways + others).compactMap { command, label in
      dashboard.settings.keys.binding(of: command).flatMap { binding in
        binding.keys.first.map { Hint(key: $0.name, label: label) }
      }
    }
  }

  private func hints(of help: OpenHelp) -> [Hint] {
    guard !help.isTyping else {
      return [
        Hint(key: "Enter", label: "keep"), Hint(key: "Esc", label: "whole help"),
        Hint(key: "↓ ↑", label: "scroll"),
      ]
    }
    return [
      Hint(key: "j k", label: "scroll"), Hint(key: "/", label: "search"),
      Hint(key: "Esc", label: help.search == nil ? "closes" : "whole help"),
    ]
  }

  private func hints(of purpose: OpenPrompt.Purpose) -> [Hint] {
    let editing = [Hint(key: "^w", label: "word"), Hint(key: "^u", label: "clear")]
    let history = Hint(key: "↑", label: "history")
    let tab = Hint(key: "Tab", label: "complete")
    let escape = Hint(key: "Esc", label: "undo")
    return switch purpose {
    case .filter:
      [Hint(key: "Enter", label: "keep"), escape, history] + editing
        + [Hint(key: "^s", label: "save as view"), Hint(key: "F1", label: "syntax"), tab]
    case .eventFilter:
      [Hint(key: "Enter", label: "keep"), escape, history] + editing
        + [Hint(key: "F1", label: "syntax"), tab]
    case .find: [Hint(key: "Enter", label: "keep"), escape, history] + editing
    case .command:
      [Hint(key: "Enter", label: "do it"), Hint(key: "Esc", label: "cancel"), tab, history]
        + editing + [Hint(key: "F1", label: "commands")]
    case .viewName: [Hint(key: "Enter", label: "save"), Hint(key: "Esc", label: "cancel")]
    }
  }

  /// While somebody looks back, the way through time and out of it stands first.
  private var timeCommands: [(Command, String)] {
    guard dashboard.pastMoment != nil else { return [] }
    return [
      (.stepBack, "earlier"), (.stepForward, "later"), (.minuteBack, "a minute"), (.pause, "live"),
    ]
  }

  private var commands: [(Command, String)] {
    switch place.view {
    case .fleet:
      [
        (.open, "open"), (.filter, "filter"), (.errors, "errors"), (.events, "events"),
        (.sources, "sources"), (.pause, "pause"), (.help, "help"), (.back, "quit"),
        (.steps, "steps"), (.sort, "sort"), (.refresh, "refresh"), (.attention, "attention"),
        (.preview, "preview"), (.stepBack, "back in time"),
      ]
    case .job:
      [
        (.nextPane, "pane"), (.zoom, "zoom"), (.steps, "steps"), (.errors, "errors"),
        (.shorterGraph, "shorter"), (.longerGraph, "longer"), (.pause, "pause"), (.close, "back"),
        (.help, "help"), (.open, "detail"), (.refresh, "refresh"), (.stepBack, "back in time"),
      ]
    case .steps:
      [
        (.fold, "fold"), (.unfold, "open"), (.nextMatch, "next failed"), (.open, "detail"),
        (.follow, "follow"), (.filter, "find"), (.close, "back"), (.help, "help"),
        (.foldAll, "fold all"), (.unfoldAll, "open all"), (.refresh, "refresh"),
      ]
    case .errors:
      [
        (.open, "open"), (.nextMatch, "next active"), (.filter, "find"), (.pause, "pause"),
        (.close, "back"), (.help, "help"), (.refresh, "refresh"),
      ]
    case .events:
      [
        (.open, "the job"), (.filter, "filter"), (.nextMatch, "next grave"), (.follow, "follow"),
        (.pause, "pause"), (.close, "back"), (.help, "help"), (.previousMatch, "previous"),
      ]
    case .error:
      [
        (.down, "down"), (.up, "up"), (.nextMatch, "next error"), (.filter, "find"),
        (.wrap, "wrap"), (.close, "back"), (.help, "help"), (.previousMatch, "previous error"),
        (.export, "export"),
      ]
    case .json:
      [
        (.down, "down"), (.up, "up"), (.filter, "find"), (.nextMatch, "next match"),
        (.export, "export"), (.close, "back"), (.help, "help"),
      ]
    case .sources:
      [
        (.open, "jobs"), (.refresh, "try now"), (.slower, "slower"), (.faster, "faster"),
        (.pause, "pause"), (.close, "back"), (.help, "help"),
      ]
    }
  }
}

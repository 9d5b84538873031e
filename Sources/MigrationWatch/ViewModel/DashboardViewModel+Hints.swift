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
    return viewHints
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
}

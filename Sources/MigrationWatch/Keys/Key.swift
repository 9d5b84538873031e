/// One key press, as a terminal can tell it.
package enum Key: Hashable, Sendable {
  case character(Unicode.Scalar)
  /// A letter held with Ctrl, in lower case.
  case control(Unicode.Scalar)
  case up, down, left, right, pageUp, pageDown, home, end
  case enter, escape, backspace, delete, tab, backTab
  case function(Int)
}

extension Key {
  /// Whether Ctrl was held: no text is typed so.
  var isControl: Bool {
    guard case .control = self else { return false }
    return true
  }

  /// How help and footer spell the key.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "^\(Character(scalar))"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .function(let number): "F\(number)"
    }
  }
}

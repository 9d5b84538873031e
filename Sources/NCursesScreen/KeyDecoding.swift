internal import CNCurses
package import MigrationWatch

extension Key {
  /// A key that curses knows by a number of its own; `nil` for one that has no meaning here.
  package init?(code: Int32) {
    switch code {
    case KEY_UP: self = .up
    case KEY_DOWN: self = .down
    case KEY_LEFT: self = .left
    case KEY_RIGHT: self = .right
    case KEY_NPAGE: self = .pageDown
    case KEY_PPAGE: self = .pageUp
    case KEY_HOME: self = .home
    case KEY_END: self = .end
    case KEY_ENTER: self = .enter
    case KEY_BACKSPACE: self = .backspace
    case KEY_DC: self = .delete
    case KEY_BTAB: self = .backTab
    default:
      guard (cnc_key_f(1)...cnc_key_f(12)).contains(code) else { return nil }
      self = .function(Int(code - cnc_key_f(0)))
    }
  }

  /// A key that sends a character.
  package init(scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x1B: self = .escape
    case 0x0A, 0x0D: self = .enter
    case 0x09: self = .tab
    case 0x08, 0x7F: self = .backspace
    case 0x01...0x1A: self = .control(Unicode.Scalar(UInt8(scalar.value + 0x60)))
    default: self = .character(scalar)
    }
  }
}

/// Keeps the rest of a late escape sequence from being read as letters.
///
/// On a slow link the bytes of an arrow key arrive apart: a lone Esc first, which acts at once, then `[A`.
package struct EscapeGuard {
  private enum State { case idle, escaped(ContinuousClock.Instant), swallowing }
  private var state = State.idle
  private static let late = Duration.milliseconds(250)

  package init() {}

  /// The key that a character stands for; `nil` for what is left of a sequence.
  package mutating func key(
    for scalar: Unicode.Scalar, now: ContinuousClock.Instant = .now
  ) -> Key? {
    switch state {
    case .swallowing:
      if (0x40...0x7E).contains(scalar.value) { state = .idle }
      return nil
    case .escaped(let then) where now - then <= Self.late && (scalar == "[" || scalar == "O"):
      state = .swallowing
      return nil
    case .idle, .escaped:
      state = scalar.value == 0x1B ? .escaped(now) : .idle
      return Key(scalar: scalar)
    }
  }
}

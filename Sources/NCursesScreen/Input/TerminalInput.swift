package import DashboardUI
package import MigrationWatch

/// Something that the user did, as the terminal tells it.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// A text in one piece, controls and all.
  case paste(String)
  /// The Esc of just now was none: its byte came early, and a paste followed it.
  case escapeTakenBack
  /// A byte that makes this signal in a shell, as Ctrl-c does.
  case signal(Int32)
  /// The left button went down.
  case click(Position)
  /// The wheel was turned by one notch, towards the user or away.
  case wheel(isDown: Bool)
}

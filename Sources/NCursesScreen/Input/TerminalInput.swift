package import DashboardUI
package import MigrationWatch

/// Something that the user did, as the terminal tells it.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// A text in one piece, controls and all.
  case paste(String)
  /// The left button went down.
  case click(Position)
  /// The wheel was turned by one notch, towards the user or away.
  case wheel(isDown: Bool)
}

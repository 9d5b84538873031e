package import MigrationWatch

/// A place to show frames and to learn what the user does.
@MainActor package protocol Screen: AnyObject {
  var size: Size { get }
  /// Which characters it can draw.
  var glyphs: Glyphs { get }
  func show(_ frame: Frame)
  /// What the user did since the last call, and that the terminal went away.
  func readEvents() -> [DashboardEvent]
  /// When to call ``readEvents()`` again even if nothing more comes; `nil` if what came is complete.
  var inputDeadline: ContinuousClock.Instant? { get }
  /// Asks the terminal for its size again, after SIGWINCH.
  func resize()
  /// Draws everything anew with the next frame.
  func redraw()
  /// Gives the terminal back, stops the process, and takes the terminal again when it goes on.
  func suspend()
  /// Takes the terminal again if a shell took it while this process was stopped.
  func comeBack()
  /// Gives the terminal to another program, until ``takeBack()``.
  func lend()
  func takeBack()
  /// Puts a text into the clipboard of the user's terminal, if that allows it.
  ///
  /// - Returns: Whether the text is short enough.
  func copy(_ text: String) -> Bool
  /// Rings, unless it rang just before.
  func ring()
  /// Whether the terminal tells clicks and the wheel, and selects text only with Shift held.
  func setMouse(_ isOn: Bool)
  func close()
}

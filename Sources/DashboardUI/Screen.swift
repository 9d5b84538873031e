/// A place to show frames and to learn what the user does.
@MainActor package protocol Screen: AnyObject {
  var size: Size { get }
  /// Which characters it can draw.
  var glyphs: Glyphs { get }
  func show(_ frame: Frame)
  /// Asks the terminal for its size again, after SIGWINCH.
  func resize()
  /// Draws everything anew with the next frame.
  func redraw()
  /// Gives the terminal back, stops the process, and takes the terminal again when it goes on.
  func suspend()
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
}

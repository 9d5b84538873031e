package import MigrationWatch

/// A place to show frames and to read keys from.
@MainActor package protocol Screen: AnyObject {
  var size: Size { get }
  /// Which characters it can draw.
  var glyphs: Glyphs { get }
  func show(_ frame: Frame)
  /// The keys pressed since the last call; empty when there are none.
  func readKeys() -> [Key]
  /// Asks the terminal for its size again, after SIGWINCH.
  func resize()
  /// Draws everything anew with the next frame.
  func redraw()
  /// Gives the terminal back, stops the process, and takes the terminal again when it goes on.
  func suspend()
  func close()
}

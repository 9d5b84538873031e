/// The characters that a graph of the lag is made of.
package enum GraphStyle: String, CaseIterable, Hashable, Sendable {
  /// Eighths of a cell; the reader's part of the lag is lighter.
  case blocks
  /// Two values a cell, for more time in the same room.
  case braille
  case ascii
}

/// The characters that frames are made of; each takes one column.
package struct Glyphs: Hashable, Sendable {
  /// Whether anything but ASCII is kept out of the frame, the texts of services included.
  package private(set) var isASCII: Bool
  /// Whether that is for the locale's sake, and not by the user's wish.
  package private(set) var isForced = false

  package let horizontal, vertical: Unicode.Scalar
  package let topLeft, topRight, bottomLeft, bottomRight: Unicode.Scalar

  /// Bars from an eighth of a cell, growing to the right, to a full one.
  package let bar: [Unicode.Scalar]
  /// The part of a bar that is not done, and the lower part of a stacked graph.
  package let track: Unicode.Scalar
  /// A bar without an end, and a column that does not apply.
  package let openEnded: Unicode.Scalar
  /// From an eighth of a cell, growing upwards, to a full one.
  package let levels: [Unicode.Scalar]
  package let axis, threshold: Unicode.Scalar

  /// The row that the cursor is on.
  package let pointer: Unicode.Scalar
  package let mark: Unicode.Scalar
  package let breadcrumb, ellipsis, wrap: Unicode.Scalar
  package let ascending, descending: Unicode.Scalar
  /// Stands for what the glyph set cannot show.
  package let replacement: Unicode.Scalar

  package static let unicode = Glyphs(
    isASCII: false, horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], track: "░", openEnded: "·",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], axis: "┤", threshold: "╌", pointer: "»",
    mark: "·", breadcrumb: "▸", ellipsis: "…", wrap: "↩", ascending: "▲",
    descending: "▼", replacement: "□")

  package static let ascii = Glyphs(
    isASCII: true, horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", bar: [".", ".", ".", "-", "-", "-", "-", "#"], track: ".", openEnded: ":",
    levels: ["_", ".", ",", "-", "=", "+", "*", "#"], axis: "|", threshold: "-", pointer: ">",
    mark: "+", breadcrumb: ">", ellipsis: "~", wrap: "\\", ascending: "^",
    descending: "v", replacement: "?")

  /// What a locale without UTF-8 can show.
  package static let plainLocale: Glyphs = {
    var glyphs = ascii
    glyphs.isForced = true
    return glyphs
  }()

  /// Draws lines and bars with ASCII, and leaves the texts of services as they are.
  package static let asciiShapes: Glyphs = {
    var glyphs = ascii
    glyphs.isASCII = false
    return glyphs
  }()

  /// - Parameter width: How many columns the terminal's locale gives a character. Where lines and
  ///   blocks have two, as in some East Asian locales, they would tear every row.
  package static func fitting(width: (Unicode.Scalar) -> Int) -> Glyphs {
    unicode.drawn.allSatisfy { width($0) == 1 } ? unicode : asciiShapes
  }

  /// Everything that is drawn without being text.
  private var drawn: [Unicode.Scalar] {
    [
      horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight, track, openEnded, axis,
      threshold, pointer, mark, breadcrumb, ellipsis, wrap, ascending, descending,
      replacement,
    ] + bar + levels
  }
}

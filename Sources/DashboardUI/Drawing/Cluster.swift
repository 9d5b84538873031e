/// What one cell, or a wide one and its continuation, shows: a character with its combining marks.
///
/// A `Character` will not do: it may hold any number of scalars, and curses takes a few.
package struct Cluster: Hashable, Sendable {
  /// Never a control, never of width 0.
  package let base: Unicode.Scalar
  package private(set) var firstMark: Unicode.Scalar?
  package private(set) var secondMark: Unicode.Scalar?
  /// 1 or 2 columns.
  package let width: Int

  package static let blank = Cluster(unchecked: " ", width: 1)
  /// Stands for a scalar that cannot stand in a cell.
  package static let replacement = Cluster(unchecked: "□", width: 1)

  /// `nil` if the scalar takes no column of its own or must not reach a terminal.
  package init?(_ base: Unicode.Scalar) {
    guard let width = TextWidth.columns(of: base), width > 0 else { return nil }
    self.init(unchecked: base, width: width)
  }

  private init(unchecked base: Unicode.Scalar, width: Int) {
    self.base = base
    self.width = width
  }

  /// Puts a combining mark on top; a third one is dropped, as it would only climb into the row
  /// above.
  mutating func add(_ mark: Unicode.Scalar) {
    if firstMark == nil { firstMark = mark } else if secondMark == nil { secondMark = mark }
  }

  package var isASCII: Bool { base.isASCII && firstMark == nil }

  /// The base and its marks.
  package var scalars: [Unicode.Scalar] { [base] + [firstMark, secondMark].compactMap(\.self) }
}

/// A mistake in a filter and where it stands, to be shown under its column.
package struct FilterError: Error, Hashable, Sendable {
  /// Counted in characters from 0; the length of the text if something is missing at its end.
  package let column: Int
  package let message: String

  package init(column: Int, message: String) {
    self.column = column
    self.message = message
  }
}

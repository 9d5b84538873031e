extension Array where Element: Comparable {
  /// The middle one, of an even number the upper one; `nil` for none.
  var median: Element? { isEmpty ? nil : sorted()[count / 2] }
}

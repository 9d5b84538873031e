/// What a filter looks at: the searchable side of one job or of one event.
package struct FilterSubject: Hashable, Sendable {
  /// The text columns, which plain words search.
  package var texts: [String]
  /// The values behind the text keys: raw values of the model's enums, or free text for
  /// ``FilterWord/source`` and ``FilterWord/name``. A key that is missing matches nothing.
  package var words: [FilterWord: [String]]
  /// A number that is missing is absent: no comparison holds for it.
  package var numbers: [FilterNumber: Double]
  package var flags: Set<FilterFlag>

  package init(
    texts: [String] = [],
    words: [FilterWord: [String]] = [:],
    numbers: [FilterNumber: Double] = [:],
    flags: Set<FilterFlag> = []
  ) {
    self.texts = texts
    self.words = words
    self.numbers = numbers
    self.flags = flags
  }
}

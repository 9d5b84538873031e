/// A list of words that a service uses for one field, read as its documents print them or nearly so.
///
/// The raw value is the service's own spelling. A word that is not on the list is `nil`, to be shown raw.
protocol ServiceWord: RawRepresentable<String> {
  /// Slips found in a service's documents, with the word that is meant.
  static var slips: [String: String] { get }
}

extension ServiceWord {
  static var slips: [String: String] { [:] }

  /// Reads a word in any case, without symbols before it.
  init?(word: String?) {
    guard let word else { return nil }
    let plain = word.drop { !$0.isLetter }.trimmed.uppercased()
    self.init(rawValue: Self.slips[plain] ?? plain)
  }
}

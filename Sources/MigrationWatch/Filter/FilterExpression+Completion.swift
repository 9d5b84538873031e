extension FilterExpression {
  /// What the last word of `text` may become, each in place of the whole word.
  ///
  /// - Parameter values: What free keys can be now, for example the names of the sources.
  package static func completions(
    for text: String, values: [FilterWord: [String]] = [:]
  ) -> [String] {
    guard let word = lastWord(of: text) else { return [] }
    guard let colon = word.firstIndex(of: ":") else {
      return keys.filter { $0.hasPrefix(word.lowercased()) }
    }
    let key = word[..<colon].lowercased()
    let listed = word[word.index(after: colon)...].split(
      separator: ",", omittingEmptySubsequences: false)
    guard let begun = listed.last else { return [] }
    let fixed = word.dropLast(begun.count)
    return known(key, values).filter {
      $0.lowercased().hasPrefix(begun.lowercased()) && !listed.contains($0[...])
    }.map { fixed + $0 }
  }

  /// `text` with `completion` in place of its last word.
  package static func completing(_ text: String, with completion: String) -> String {
    guard let word = lastWord(of: text) else { return text }
    return text.dropLast(word.count) + completion
  }

  private static let keys =
    ["state:", "phase:", "service:", "source:", "name~"]
    + ["lag>", "progress<", "rate<", "age>", "eta<", "errors>"]
    + FilterFlag.allCases.map { "is:" + $0.rawValue } + ["kind:", "verdict:"]

  private static func known(_ key: String, _ values: [FilterWord: [String]]) -> [String] {
    guard key != "is" else { return FilterFlag.allCases.map(\.rawValue) }
    guard let word = FilterWord(rawValue: key) else { return [] }
    return word.vocabulary.isEmpty ? values[word] ?? [] : word.vocabulary
  }

  /// The word being written, without a negation before it; `nil` inside quotation marks or slashes.
  private static func lastWord(of text: String) -> Substring? {
    var start = text.startIndex
    var closing: Character?
    for index in text.indices {
      let character = text[index]
      if closing != nil {
        if character == closing { closing = nil }
      } else if character.isWhitespace || character == "(" || character == ")" {
        start = text.index(after: index)
      } else if character == "\"" || (character == "/" && index == start) {
        closing = character
      } else if index == start, character == "-" || character == "!" {
        start = text.index(after: index)
      }
    }
    return closing == nil ? text[start...] : nil
  }
}

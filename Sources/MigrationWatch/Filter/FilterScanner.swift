/// Walks over the characters of a filter.
struct FilterScanner {
  private let characters: [Character]
  /// The column of ``next``.
  private(set) var column = 0

  init(_ text: String) { characters = Array(text) }

  /// `nil` at the end.
  var next: Character? { column < characters.count ? characters[column] : nil }

  /// Whether a term may end here.
  var isAtBoundary: Bool {
    guard let next else { return true }
    return next.isWhitespace || next == "(" || next == ")"
  }

  mutating func skipBlanks() { _ = take { $0.isWhitespace } }

  /// Takes `character` if it is the next one.
  mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    column += 1
    return true
  }

  mutating func take(while belongs: (Character) -> Bool) -> String {
    let part = characters[column...].prefix(while: belongs)
    column += part.count
    return String(part)
  }

  /// Takes what ends with `end`, without it; `nil` if there is no end, which `\` before it
  /// prevents.
  mutating func take(upTo end: Character) -> String? {
    var isEscaped = false
    for (offset, character) in characters[column...].enumerated() {
      if character == end, !isEscaped {
        defer { column += offset + 1 }
        return String(characters[column..<column + offset])
      }
      isEscaped = !isEscaped && character == "\\"
    }
    return nil
  }

  /// Takes what stands up to a blank or to a parenthesis that was opened before.
  mutating func takeBalanced() -> String {
    var depth = 0
    return take { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return !character.isWhitespace && depth >= 0
    }
  }

  /// Whether the whole next word is `keyword`, in any case.
  func isAt(keyword: String) -> Bool {
    let word = characters[column...].prefix { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    return String(word).lowercased() == keyword
  }

  mutating func take(keyword: String) -> Bool {
    guard isAt(keyword: keyword) else { return false }
    column += keyword.count
    return true
  }

  /// Takes a key and its operator; takes nothing if there is none.
  mutating func takeKey() -> (key: String, operation: FilterOperator, operatorColumn: Int)? {
    let letters = characters[column...].prefix { $0.isASCII && $0.isLetter }
    let behind = characters[column...].dropFirst(letters.count)
    guard !letters.isEmpty,
      let operation = FilterOperator.allCases.first(where: { behind.starts(with: $0.rawValue) })
    else { return nil }
    let operatorColumn = column + letters.count
    column = operatorColumn + operation.rawValue.count
    return (String(letters), operation, operatorColumn)
  }
}

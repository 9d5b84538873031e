extension FilterParser {
  /// A term with a key, from behind its operator on.
  mutating func keyed(
    _ name: String, at start: Int, _ operation: FilterOperator, at operatorColumn: Int
  ) throws(FilterError) -> FilterTerm {
    let key = name.lowercased()
    if let word = FilterWord(rawValue: key) {
      return try words(word, operation, at: operatorColumn)
    }
    if let number = FilterNumber(rawValue: key) {
      return try comparison(number, operation, at: operatorColumn)
    }
    guard key == "is" else { throw .unknownKey(name, at: start) }
    guard operation == .among else {
      throw mistake("is takes a colon: is:stale", at: operatorColumn)
    }
    return try values(after: "is:") { value, column throws(FilterError) in
      guard let flag = FilterFlag(rawValue: value.lowercased()) else {
        throw .unknown("flag", value, among: FilterFlag.allCases.map(\.rawValue), at: column)
      }
      return .flag(flag)
    }
  }

  private mutating func words(
    _ key: FilterWord, _ operation: FilterOperator, at operatorColumn: Int
  ) throws(FilterError) -> FilterTerm {
    switch operation {
    case .like: return .word(key, .regex(try regexValue(of: key.rawValue)))
    case .among, .equal, .assigned: return try valueTerms(of: key, operation)
    case .notEqual: return .all([.present(key), .not(try valueTerms(of: key, operation))])
    case .less, .greater, .atMost, .atLeast:
      throw mistake("\(key.rawValue) takes words: \(key.rawValue):…", at: operatorColumn)
    }
  }

  private mutating func valueTerms(
    of key: FilterWord, _ operation: FilterOperator
  ) throws(FilterError) -> FilterTerm {
    try values(after: key.rawValue + operation.rawValue) { value, column throws(FilterError) in
      guard !key.vocabulary.isEmpty else {
        return .word(
          key, key == .name && operation == .among ? .containing(value) : .equalling(value))
      }
      guard let word = key.known(value) else {
        throw .unknown(key.rawValue, value, among: key.vocabulary, at: column)
      }
      // The STATE column shows these two judgements in place of the state.
      if key == .state, let flag = FilterFlag(rawValue: word) { return .flag(flag) }
      return .word(key, .equals(word, isCaseSensitive: true))
    }
  }

  private mutating func comparison(
    _ key: FilterNumber, _ operation: FilterOperator, at operatorColumn: Int
  ) throws(FilterError) -> FilterTerm {
    guard operation != .among, operation != .like else {
      throw mistake("\(key.rawValue) takes a comparison: \(key.example)", at: operatorColumn)
    }
    let column = scanner.column
    let text = scanner.take { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    guard let value = key.value(of: text) else {
      let message = text.isEmpty ? "expected a number" : "cannot compare with \(text)"
      throw mistake("\(message): \(key.example)", at: column)
    }
    return .number(key, operation, value)
  }

  /// Reads `a,"b c",d`; one of them has to match.
  private mutating func values(
    after key: String,
    _ term: (String, Int) throws(FilterError) -> FilterTerm
  ) throws(FilterError) -> FilterTerm {
    var terms: [FilterTerm] = []
    repeat {
      let column = scanner.column
      let value =
        scanner.next == "\""
        ? try quotation() : scanner.take { !$0.isWhitespace && !"(),".contains($0) }
      guard !value.isEmpty else { throw mistake("expected a value after \(key)", at: column) }
      terms.append(try term(value, column))
    } while scanner.take(",")
    return .alternatives(terms)
  }
}

/// A filter as the user wrote it, understood.
///
/// Words search every text column; `"quoted text"`, `/regular expression/`; `state:failed,warning`,
/// `name~^ord`, `name=orders`; `lag>10m`, `progress<50%`, `rate<1k`; `is:stale`. `-` or `!` negates
/// what follows, a space or `and` asks for both sides, `or` for one, parentheses group. A search
/// ignores case unless it has an upper-case letter. Empty text matches everything.
package struct FilterExpression: Sendable {
  package let text: String
  private let term: FilterTerm

  package init(parsing text: String) throws(FilterError) {
    var parser = FilterParser(text)
    term = try parser.parse()
    self.text = text
  }

  package func matches(_ subject: FilterSubject) -> Bool { term.matches(subject) }

  /// Whether what it matches may depend on the flag.
  func asks(for flag: FilterFlag) -> Bool { term.asks(for: flag) }
}

/// Two filters are the same if they are written the same.
extension FilterExpression: Hashable {
  package static func == (one: Self, other: Self) -> Bool { one.text == other.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

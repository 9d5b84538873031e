/// The parsed form of a filter.
indirect enum FilterTerm: Sendable {
  /// Holds for everything if it is empty.
  case all([FilterTerm])
  case any([FilterTerm])
  case not(FilterTerm)
  /// Some text column matches.
  case text(TextPattern)
  /// Some value of the key matches.
  case word(FilterWord, TextPattern)
  /// The key has a value at all.
  case present(FilterWord)
  case number(FilterNumber, FilterOperator, Double)
  case flag(FilterFlag)

  func matches(_ subject: FilterSubject) -> Bool {
    switch self {
    case .all(let terms): terms.allSatisfy { $0.matches(subject) }
    case .any(let terms): terms.contains { $0.matches(subject) }
    case .not(let term): !term.matches(subject)
    case .text(let pattern): subject.texts.contains(where: pattern.matches)
    case .word(let key, let pattern): subject.words[key]?.contains(where: pattern.matches) ?? false
    case .present(let key): subject.words[key]?.isEmpty == false
    case .number(let key, let comparison, let limit):
      subject.numbers[key].map { comparison.holds($0, limit) } ?? false
    case .flag(let flag): subject.flags.contains(flag)
    }
  }

  func asks(for flag: FilterFlag) -> Bool {
    switch self {
    case .all(let terms), .any(let terms): terms.contains { $0.asks(for: flag) }
    case .not(let term): term.asks(for: flag)
    case .flag(let asked): asked == flag
    case .text, .word, .present, .number: false
    }
  }

  /// One term is itself; several are joined.
  static func conjunction(_ terms: [FilterTerm]) -> FilterTerm {
    terms.count == 1 ? terms[0] : .all(terms)
  }

  static func alternatives(_ terms: [FilterTerm]) -> FilterTerm {
    terms.count == 1 ? terms[0] : .any(terms)
  }
}

/// Reads a filter by recursive descent: `or` binds weaker than `and`, `and` weaker than a negation.
struct FilterParser {
  /// Parentheses inside each other; more would only serve to exhaust the stack.
  private static let deepest = 50

  var scanner: FilterScanner
  private var depth = 0

  init(_ text: String) { scanner = FilterScanner(text) }

  mutating func parse() throws(FilterError) -> FilterTerm {
    scanner.skipBlanks()
    guard scanner.next != nil else { return .all([]) }
    let term = try alternatives()
    guard scanner.next == nil else { throw mistake("no parenthesis is open here") }
    return term
  }

  private mutating func alternatives() throws(FilterError) -> FilterTerm {
    var terms = [try conjunction()]
    while scanner.take(keyword: "or") { terms.append(try conjunction()) }
    return .alternatives(terms)
  }

  private mutating func conjunction() throws(FilterError) -> FilterTerm {
    var terms = [try negation()]
    while takeConjunction() { terms.append(try negation()) }
    return .conjunction(terms)
  }

  /// Whether another term follows, with or without an `and` before it.
  private mutating func takeConjunction() -> Bool {
    scanner.skipBlanks()
    if scanner.take(keyword: "and") { return true }
    return scanner.next != nil && scanner.next != ")" && !scanner.isAt(keyword: "or")
  }

  private mutating func negation() throws(FilterError) -> FilterTerm {
    scanner.skipBlanks()
    var isNegated = false
    while scanner.take("-") || scanner.take("!") { isNegated.toggle() }
    let term = try primary()
    return isNegated ? .not(term) : term
  }

  private mutating func primary() throws(FilterError) -> FilterTerm {
    let start = scanner.column
    if scanner.take("(") { return try group(openedAt: start) }
    guard !scanner.isAtBoundary, !scanner.isAt(keyword: "or"), !scanner.isAt(keyword: "and") else {
      throw mistake("expected something to search for")
    }
    if scanner.next == "/" { return .text(.regex(try regexBetweenSlashes())) }
    if scanner.next == "\"" { return .text(.containing(try quotation())) }
    if let (key, operation, column) = scanner.takeKey() {
      return try keyed(key, at: start, operation, at: column)
    }
    guard !"<>=~:".contains(scanner.next ?? " ") else {
      throw mistake("expected a key directly before the operator: lag>10m", at: start)
    }
    return .text(.containing(bareWord()))
  }

  private mutating func group(openedAt start: Int) throws(FilterError) -> FilterTerm {
    guard depth < Self.deepest else { throw mistake("too many parentheses", at: start) }
    depth += 1
    defer { depth -= 1 }
    let term = try alternatives()
    guard scanner.take(")") else { throw mistake("this parenthesis is not closed", at: start) }
    return term
  }

  private mutating func bareWord() -> String {
    scanner.take { !$0.isWhitespace && $0 != "(" && $0 != ")" }
  }

  func mistake(_ message: String, at column: Int? = nil) -> FilterError {
    FilterError(column: column ?? scanner.column, message: message)
  }
}

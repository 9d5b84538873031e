extension FilterParser {
  /// `"text"`; `\"` stands for a quotation mark.
  mutating func quotation() throws(FilterError) -> String {
    let start = scanner.column
    guard scanner.take("\""), let text = scanner.take(upTo: "\"") else {
      throw mistake("this quotation mark is not closed", at: start)
    }
    guard !text.isEmpty else {
      throw mistake("expected text between the quotation marks", at: start)
    }
    return text.replacing("\\\"", with: "\"")
  }

  /// `/pattern/`; `\/` stands for a slash.
  mutating func regexBetweenSlashes() throws(FilterError) -> CompiledRegex {
    let start = scanner.column
    guard scanner.take("/"), let pattern = scanner.take(upTo: "/") else {
      throw mistake("this regular expression has no closing /", at: start)
    }
    guard !pattern.isEmpty else {
      throw mistake("expected a pattern between the slashes", at: start)
    }
    guard scanner.isAtBoundary else { throw mistake("expected a space after /\(pattern)/") }
    return try compiled(pattern, at: start)
  }

  /// The pattern behind `~`: between slashes, quoted, or up to a blank.
  mutating func regexValue(of key: String) throws(FilterError) -> CompiledRegex {
    if scanner.next == "/" { return try regexBetweenSlashes() }
    let start = scanner.column
    let pattern = scanner.next == "\"" ? try quotation() : scanner.takeBalanced()
    guard !pattern.isEmpty else { throw mistake("expected a pattern after \(key)~", at: start) }
    return try compiled(pattern, at: start)
  }

  private func compiled(
    _ pattern: String, at column: Int
  ) throws(FilterError) -> CompiledRegex {
    do throws(CompiledRegex.Mistake) {
      return try CompiledRegex(pattern)
    } catch {
      throw mistake(error.message, at: column)
    }
  }
}

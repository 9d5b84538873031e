/// What a text is searched for.
enum TextPattern: Sendable {
  /// Compared byte by byte: a composed and a decomposed letter differ.
  case contains(String, isCaseSensitive: Bool)
  case equals(String, isCaseSensitive: Bool)
  case regex(CompiledRegex)

  /// Smart case: an upper-case letter in what is searched for makes the search case-sensitive.
  static func containing(_ text: String) -> TextPattern {
    let isCaseSensitive = hasUppercase(text)
    return .contains(isCaseSensitive ? text : text.lowercased(), isCaseSensitive: isCaseSensitive)
  }

  static func equalling(_ text: String) -> TextPattern {
    let isCaseSensitive = hasUppercase(text)
    return .equals(isCaseSensitive ? text : text.lowercased(), isCaseSensitive: isCaseSensitive)
  }

  func matches(_ text: String) -> Bool {
    switch self {
    case .contains(let part, let isCaseSensitive):
      (isCaseSensitive ? text : text.lowercased()).utf8.contains(part.utf8)
    case .equals(let whole, let isCaseSensitive):
      (isCaseSensitive ? text : text.lowercased()) == whole
    case .regex(let regex): regex.matches(text)
    }
  }

  static func hasUppercase(_ text: String) -> Bool { text.contains { $0.isUppercase } }
}

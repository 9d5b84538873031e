extension Glyphs {
  /// A key's name: in ASCII the arrows are words.
  package func keyName(_ name: String) -> String {
    guard isASCII else { return name }
    return switch name {
    case "↑": "Up"
    case "↓": "Down"
    case "←": "Left"
    case "→": "Right"
    default: name
    }
  }

  /// The same of several with a blank between them: `↓ ↑`.
  func keyNames(_ names: String) -> String {
    names.split(separator: " ").map { keyName(String($0)) }.joined(separator: " ")
  }

  /// In ASCII, text with its dashes, dots, quotes and pictures of controls (`␊` as `^J`) spelled in
  /// ASCII. What has no such form is left for the cell to replace.
  func spelled(_ text: String) -> String {
    guard isASCII, !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      result += spelling(of: scalar) ?? String(Character(scalar))
    }
  }

  /// A text for lines that are not drawn in cells, in as many columns: spelled out, and the rest replaced.
  func plain(_ text: String) -> String {
    guard isASCII else { return text }
    return TextWidth.clusters(of: spelled(text), upTo: .max).reduce(into: "") { result, cluster in
      result +=
        cluster.isASCII
        ? String(Character(cluster.base))
        : String(repeating: Character(substitute(for: cluster.base)), count: cluster.width)
    }
  }

  /// Whether no character of a text has to be replaced.
  func canShow(_ text: String) -> Bool {
    !isASCII || spelled(text).utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Like ``spelled(_:)`` for a cell of its own, which has room for one character.
  func substitute(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let word = spelling(of: scalar)?.unicodeScalars, word.count == 1, let only = word.first
    else { return replacement }
    return only
  }

  private func spelling(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: " "
    case 0x00..<0x20: caretForm(scalar.value)
    case 0x2400..<0x2420: caretForm(scalar.value - 0x2400)
    case 0x7F, 0x2421: "^?"
    default: Self.spellings[scalar]
    }
  }

  private func caretForm(_ control: UInt32) -> String {
    "^" + String(Character(UnicodeScalar(UInt8(control | 0x40))))
  }

  private static let spellings: [Unicode.Scalar: String] = [
    "…": "~", "·": "+", "»": ">", "▸": ">", "←": "<-", "→": "->", "↑": "^", "↓": "v", "–": "-",
    "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "×": "x", "\u{A0}": " ",
  ]
}

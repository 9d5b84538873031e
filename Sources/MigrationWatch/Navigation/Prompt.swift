/// A line of text being typed.
package struct Prompt: Hashable, Sendable {
  package private(set) var text: [Character]
  /// Before which character the cursor stands.
  package private(set) var cursor: Int
  private static let longest = 500

  package init(_ text: String = "") {
    self.text = Array(text)
    cursor = self.text.count
  }

  package var string: String { String(text) }

  /// Applies an editing key; `false` for a key that does not edit.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert(Character(scalar))
    case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < text.count { remove(cursor..<cursor + 1) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): remove(0..<cursor)
    case .control("w"): remove(startOfWord..<cursor)
    default: return false
    }
    return true
  }

  mutating func insert(_ character: Character) {
    guard text.count < Self.longest else { return }
    text.insert(character, at: cursor)
    cursor += 1
  }

  private mutating func remove(_ range: Range<Int>) {
    text.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, text[start - 1] == " " { start -= 1 }
    while start > 0, text[start - 1] != " " { start -= 1 }
    return start
  }
}

/// The marks of an XML document without what stands between them.
///
/// A parser takes two things on trust that a few lines can abuse: definitions of entities that hold
/// each other grow without end, and elements in elements use up the stack. The service writes
/// neither.
enum XMLOutline {
  /// How deep its answers are not by far.
  private static let deepest = 100

  /// Whether the bytes begin with a mark, define nothing, and are not nested without end. What else
  /// is wrong with them is the parser's to find.
  static func isHarmless(_ bytes: [UInt8]) -> Bool {
    var scanner = Scanner(rest: bytes[...])
    guard scanner.beginsWithMark else { return false }
    var depth = 0
    while let mark = scanner.next() {
      switch mark {
      case .opening: depth += 1
      case .closing: depth -= 1
      case .whole: break
      case .definition: return false
      }
      guard depth <= deepest else { return false }
    }
    return true
  }

  private enum Mark { case opening, closing, whole, definition }

  private struct Scanner {
    var rest: ArraySlice<UInt8>

    /// A byte order mark and white space may stand before it.
    var beginsWithMark: Bool {
      let start = rest.starts(with: [0xEF, 0xBB, 0xBF]) ? rest.dropFirst(3) : rest
      return start.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
    }

    /// `nil` behind the last one.
    mutating func next() -> Mark? {
      guard let start = rest.firstIndex(of: UInt8(ascii: "<")) else { return nil }
      rest = rest[start...].dropFirst()
      if skip("!--", to: "-->") || skip("![CDATA[", to: "]]>") || skip("?", to: "?>") {
        return .whole
      }
      if rest.first == UInt8(ascii: "!") { return .definition }
      let isClosing = rest.first == UInt8(ascii: "/")
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let isWhole = rest[..<end].last == UInt8(ascii: "/")
      rest = rest[end...].dropFirst()
      return isClosing ? .closing : isWhole ? .whole : .opening
    }

    /// Goes behind the end of what begins so; behind everything if the end is missing.
    private mutating func skip(_ start: String, to end: String) -> Bool {
      guard rest.starts(with: start.utf8) else { return false }
      let end = Array(end.utf8)
      var place = rest.dropFirst(start.utf8.count)
      while let next = place.firstIndex(of: end[0]), !rest[next...].starts(with: end) {
        place = rest[next...].dropFirst()
      }
      rest = place.firstIndex(of: end[0]).map { rest[$0...].dropFirst(end.count) } ?? []
      return true
    }
  }
}

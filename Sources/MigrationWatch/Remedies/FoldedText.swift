/// A text as patterns look at it: without a difference between capital and small ASCII letters.
struct FoldedText {
  private let bytes: [UInt8]
  private let folded: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
    folded = bytes.map(\.folded)
  }

  var count: Int { bytes.count }

  func original(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func hasLineEnd(in range: Range<Int>) -> Bool { bytes[range].contains(UInt8(ascii: "\n")) }

  /// Whether no word and no number goes on across an offset.
  func isBoundary(at offset: Int) -> Bool {
    guard offset > 0, offset < count else { return true }
    return !(folded[offset - 1].isLetterOrDigit && folded[offset].isLetterOrDigit)
  }

  /// The first place of a piece of a pattern within a range.
  ///
  /// - Parameters:
  ///   - piece: Folded; a space of it stands for any white space.
  ///   - isFirst: The piece begins its pattern, and so no word may go on before it.
  ///   - isLast: The piece ends its pattern.
  func find(
    _ piece: [UInt8], in range: Range<Int>, isFirst: Bool = false, isLast: Bool = false
  ) -> Range<Int>? {
    guard let head = piece.first else { return nil }
    for start in range where folded[start] == head || head == .space {
      guard let end = self.end(of: piece, at: start, limit: range.upperBound) else { continue }
      if isFirst, !isBoundary(at: start) { continue }
      if isLast, !isBoundary(at: end) { continue }
      return start..<end
    }
    return nil
  }

  private func end(of piece: [UInt8], at start: Int, limit: Int) -> Int? {
    var place = start
    for byte in piece {
      guard place < limit else { return nil }
      if byte == .space {
        guard folded[place].isWhitespace else { return nil }
        while place < limit, folded[place].isWhitespace { place += 1 }
      } else {
        guard folded[place] == byte else { return nil }
        place += 1
      }
    }
    return place
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")

  var folded: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// An ASCII letter, small or folded before, or a digit.
  var isLetterOrDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(folded)
  }

  fileprivate var isWhitespace: Bool { self == .space || (0x09...0x0D).contains(self) }
}

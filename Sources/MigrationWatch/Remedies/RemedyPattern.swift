/// A text that errors of one kind contain: `Table '{table}' already exists`.
///
/// Letters match in either case, a space matches any white space, and neither end of the pattern matches within
/// a word or a number. `{name}` stands for something on the same line and keeps it, `*` for anything or nothing
/// on it.
package struct RemedyPattern: Hashable, Sendable {
  private enum Gap: Hashable {
    case anything
    case kept(String)
  }

  private struct Piece: Hashable {
    let bytes: [UInt8]
    /// What stands before the piece; `nil` for the first one.
    let gap: Gap?
  }

  private let pieces: [Piece]
  /// Longer than any name of a table with its schema.
  private static let longestGap = 200

  /// What of an error the pattern keeps.
  package var names: Set<String> {
    Set(
      pieces.compactMap { piece in
        if case .kept(let name)? = piece.gap { name } else { nil }
      })
  }

  /// `nil` for a pattern with fewer than six letters of its own: it would match by chance. Also for a brace
  /// without a partner, and for a place at either end or beside another, which has no end of its own.
  package init?(_ text: String) {
    guard let parts = RemedyText(text)?.parts else { return nil }
    var pieces: [Piece] = []
    var gap: Gap?
    for part in parts {
      switch part {
      case .place(let name, nil):
        guard gap == nil, !pieces.isEmpty else { return nil }
        gap = .kept(name)
      case .place: return nil
      case .words(let words):
        let texts = words.split(separator: "*", omittingEmptySubsequences: false)
        for (index, text) in texts.enumerated() {
          if index > 0 {
            guard gap == nil, !pieces.isEmpty else { return nil }
            gap = .anything
          }
          guard !text.isEmpty else { continue }
          pieces.append(Piece(bytes: text.utf8.map(\.folded), gap: gap))
          gap = nil
        }
      }
    }
    let letters = pieces.flatMap(\.bytes).filter { $0.isLetterOrDigit || $0 >= 0x80 }
    guard gap == nil, letters.count >= 6 else { return nil }
    self.pieces = pieces
  }

  /// What the pattern keeps of the first place that it matches; `nil` if it matches none.
  ///
  /// Of what begins sooner or later and ends alike the shortest counts: it keeps least that is not meant.
  func firstMatch(in text: FoldedText) -> [String: String]? {
    guard let first = pieces.first else { return nil }
    var best: Match?
    var start = 0
    while let found = text.find(
      first.bytes, in: start..<(best?.end ?? text.count), isFirst: true, isLast: pieces.count == 1)
    {
      if let match = match(behind: found.upperBound, in: text) { best = match }
      start = found.lowerBound + 1
    }
    return best?.kept
  }

  private struct Match {
    let end: Int
    var kept: [String: String] = [:]
  }

  /// The pieces behind the first one.
  private func match(behind end: Int, in text: FoldedText) -> Match? {
    var end = end
    var kept: [String: String] = [:]
    for (index, piece) in pieces.enumerated().dropFirst() {
      let window = end..<min(text.count, end + Self.longestGap + piece.bytes.count)
      let found = text.find(piece.bytes, in: window, isLast: index == pieces.count - 1)
      guard let found, !text.hasLineEnd(in: end..<found.lowerBound) else { return nil }
      if case .kept(let name)? = piece.gap {
        guard end < found.lowerBound else { return nil }
        kept[name] = text.original(end..<found.lowerBound)
      }
      end = found.upperBound
    }
    return Match(end: end, kept: kept)
  }
}

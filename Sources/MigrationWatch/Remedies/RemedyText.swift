/// A text with places for what an error says of itself: `create {table|the table} at the target`.
///
/// What stands behind `|` is used where the error does not say it.
package struct RemedyText: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case words(String)
    case place(name: String, otherwise: String?)
  }

  let parts: [Part]

  /// `nil` if a brace has no partner, or a place no name.
  package init?(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
      parts.append(.words(String(rest[..<brace])))
      let place = rest[rest.index(after: brace)..<end]
        .split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = place.first, !name.isEmpty, name.allSatisfy(\.isLetter) else { return nil }
      parts.append(
        .place(name: String(name), otherwise: place.count > 1 ? String(place[1]) : nil))
      rest = rest[rest.index(after: end)...]
    }
    self.parts = (parts + [.words(String(rest))]).filter { $0 != .words("") }
  }

  /// The places that have nothing to fall back on.
  package var demands: Set<String> {
    Set(
      parts.compactMap { part in
        if case .place(let name, nil) = part { name } else { nil }
      })
  }

  /// All places.
  package var places: Set<String> {
    Set(
      parts.compactMap { part in
        if case .place(let name, _) = part { name } else { nil }
      })
  }

  package func filled(_ values: [String: String]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .place(let name, let otherwise): values[name] ?? otherwise ?? ""
      }
    }.joined()
  }
}

package import MigrationModel

/// A JDBC or MongoDB connection string, with everything masked that lets somebody in.
///
/// The migrator masks passwords itself; older versions and unusual drivers are not trusted to. Where
/// a password with `@`, `/`, `?` or `;` makes it doubtful which part is which, only the engine is
/// known: a piece of a password must never be taken for a host.
package struct ConnectionString: Hashable, Sendable {
  /// The text with `*****` for user and password, and for every parameter that is not known to be
  /// harmless.
  package let text: String
  /// The database it points at; `nil` for what is no connection string.
  ///
  /// Read are `scheme://host:port/database`, the properties of SQL Server and the short forms of
  /// Oracle. Of anything else only the engine is known.
  package let endpoint: DatabaseEndpoint?

  static let mask = "*****"

  package init(_ text: String) {
    guard let scheme = Scheme(text) else {
      let isPlain = !text.contains { "@=/:".contains($0) }
      self.text = isPlain ? ServiceText.clean(text) : Self.mask
      endpoint = nil
      return
    }
    let place = Place(scheme)
    let start = text[..<scheme.rest.startIndex]
    self.text = ServiceText.clean(start + (place?.masked ?? Self.mask))
    endpoint = DatabaseEndpoint(
      engine: ServiceText.clean(scheme.engine),
      address: place.flatMap { ServiceText.clean(String($0.hosts)).nonEmpty },
      database: place?.database.flatMap { ServiceText.clean($0).nonEmpty })
  }
}

extension ConnectionString: WireValue {
  /// From the text as it was sent: cleaned text has its masks in other places.
  package init?(wire decoder: any Decoder) {
    guard let text = try? decoder.singleValueContainer().decode(String.self) else { return nil }
    self.init(text)
  }
}

extension ConnectionString {
  /// What a connection string begins with.
  struct Scheme {
    let engine: String
    /// From the authority on.
    let rest: Substring

    init?(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count > 1 else { return nil }
      switch parts[0] {
      case "mongodb", "mongodb+srv":
        engine = "mongodb"
        rest = text[parts[1].startIndex...]
      case "jdbc":
        guard parts.count == 3, !parts[1].isEmpty, parts[1].allSatisfy(Self.isOfName) else {
          return nil
        }
        engine = String(parts[1])
        rest = Self.behindDriver(parts[2])
      default: return nil
      }
    }

    private static func isOfName(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || "+-_".contains(character)
    }

    /// Without a driver's part such as `thin:` or `Tds:`.
    private static func behindDriver(_ text: Substring) -> Substring {
      let word = text.prefix { $0.isLetter }
      guard !word.isEmpty, text[word.endIndex...].first == ":" else { return text }
      let rest = text[word.endIndex...].dropFirst()
      return rest.first?.isNumber == true ? text : rest
    }
  }
}

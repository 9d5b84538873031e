package import MigrationModel

extension ConnectionString {
  /// The database it points at; `nil` for what is no connection string.
  ///
  /// Read are `scheme://host:port/database`, the properties of SQL Server and the short forms of
  /// Oracle. Of a description in parentheses only the engine is known.
  package var endpoint: DatabaseEndpoint? {
    guard let (engine, rest) = scheme else { return nil }
    let end = rest.firstIndex { $0 == "?" || $0 == ";" } ?? rest.endIndex
    var authority = rest[..<end]
    if let at = authority.lastIndex(of: "@") { authority = authority[at...].dropFirst() }
    authority = authority.drop { $0 == "/" }
    guard !authority.hasPrefix("(") else {
      return DatabaseEndpoint(engine: engine, address: nil, database: nil)
    }
    let (address, path) = engine == "oracle" ? Self.oracle(authority) : Self.split(authority)
    let database = path ?? property("databasename", in: rest[end...])
    return DatabaseEndpoint(
      engine: engine, address: address.nonEmpty, database: database?.nonEmpty)
  }

  /// The engine, and the text from the authority on.
  private var scheme: (engine: String, rest: Substring)? {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    switch parts[0] {
    case "mongodb", "mongodb+srv": return ("mongodb", text[parts[1].startIndex...])
    case "jdbc":
      guard parts.count == 3, let engine = parts[1].nonEmpty else { return nil }
      return (engine, Self.behindDriver(parts[2]))
    default: return nil
    }
  }

  /// Without a driver's part such as `thin:` or `Tds:`.
  private static func behindDriver(_ text: Substring) -> Substring {
    let word = text.prefix { $0.isLetter }
    guard !word.isEmpty, text[word.endIndex...].first == ":" else { return text }
    let rest = text[word.endIndex...].dropFirst()
    return rest.first?.isNumber == true ? text : rest
  }

  private static func split(_ authority: Substring) -> (address: Substring, database: String?) {
    guard let slash = authority.firstIndex(of: "/") else { return (authority, nil) }
    let database = authority[slash...].dropFirst().prefix { $0 != ":" }
    return (authority[..<slash], String(database))
  }

  /// `host:port/service` or `host:port:SID`.
  private static func oracle(_ authority: Substring) -> (address: Substring, database: String?) {
    let parts = authority.split(separator: ":")
    guard !authority.contains("/"), parts.count == 3 else { return split(authority) }
    return (authority[..<parts[1].endIndex], String(parts[2]))
  }

  private func property(_ name: String, in text: Substring) -> String? {
    for parameter in text.split(whereSeparator: { "?&;".contains($0) }) {
      let pair = parameter.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0].lowercased() == name { return String(pair[1]) }
    }
    return nil
  }
}

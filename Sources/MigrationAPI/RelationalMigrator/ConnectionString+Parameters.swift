extension ConnectionString {
  /// `?a=b&c=d`, `;a=b;c={d;e}` or `:a=b;c=d`.
  struct Parameters {
    private var entries: [(name: Substring, value: Substring?)] = []
    private let start: Substring
    private let separator: Character

    init(_ text: Substring) {
      start = text.prefix(1)
      separator = start == "?" ? "&" : ";"
      var rest = text.dropFirst()
      while !rest.isEmpty {
        let name = rest.prefix { [separator] in $0 != separator && $0 != "=" }
        rest = rest[name.endIndex...]
        var value: Substring?
        if rest.first == "=" {
          value = Self.value(rest.dropFirst(), until: separator)
          rest = rest[(value ?? rest).endIndex...]
        }
        entries.append((name, value))
        rest = rest.dropFirst()
      }
    }

    /// Up to the next separator; one in braces belongs to the value, as SQL Server's driver has it.
    private static func value(_ text: Substring, until separator: Character) -> Substring {
      var end = text.startIndex
      if text.first == "{" {
        end = text.endIndex
        var rest = text.dropFirst()
        while let brace = rest.firstIndex(of: "}") {
          rest = rest[brace...].dropFirst()
          guard rest.first == "}" else {
            end = rest.startIndex
            break
          }
          rest = rest.dropFirst()
        }
      }
      return text[..<(text[end...].firstIndex(of: separator) ?? text.endIndex)]
    }

    /// Whether an `@` is in a place that may be the end of a password further to the left.
    var areDoubtful: Bool {
      entries.contains { name, value in
        name.contains("@") || value?.contains("@") == true && !PrivateName.matches(name)
      }
    }

    /// The database, where SQL Server's driver has it.
    var database: String? {
      entries.first { ["databasename", "database"].contains($0.name.lowercased()) }?.value
        .map { $0.first == "{" ? String($0.dropFirst().dropLast()) : String($0) }
    }

    var masked: String {
      start + entries.map(Self.masked).joined(separator: String(separator))
    }

    /// What is not known to be harmless is masked with its name: it may be the rest of a password.
    private static func masked(name: Substring, value: Substring?) -> String {
      guard let value else { return name.isEmpty ? "" : ConnectionString.mask }
      if PrivateName.matches(name) { return "\(name)=\(ConnectionString.mask)" }
      let isPlain = value.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
      guard isPlain, harmless.contains(name.lowercased()) else { return ConnectionString.mask }
      return "\(name)=\(value)"
    }

    private static let harmless: Set = [
      "applicationintent", "database", "databasename", "encrypt", "instancename", "replicaset",
      "retrywrites", "ssl", "sslmode", "tls", "usessl", "w",
    ]
  }
}

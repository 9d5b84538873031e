extension ConnectionString {
  /// Which server, which database, and how to reach them.
  struct Place {
    /// `host:port`, or some of them; may be empty.
    let hosts: Substring
    let database: String?
    /// All behind the scheme, with masks.
    let masked: String

    /// `nil` where it is doubtful which part is which.
    init?(_ scheme: Scheme) {
      guard let parts = Parts(scheme), Self.areHosts(parts.hosts),
        parts.path?.unicodeScalars.contains("@") != true
      else { return nil }
      let parameters = Parameters(parts.parameters)
      guard !parameters.areDoubtful else { return nil }
      hosts = parts.hosts
      database = parts.path ?? parameters.database
      masked = parts.start + parts.shown + parameters.masked
    }

    /// Names or addresses with ports of digits, between commas.
    static func areHosts(_ text: Substring) -> Bool {
      text.isEmpty
        || text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isHost)
    }

    private static func isHost(_ text: Substring) -> Bool {
      let isLiteral = text.first == "["
      let end = isLiteral ? text.firstIndex(of: "]") : text.firstIndex(of: ":")
      let name = text[..<(end ?? text.endIndex)]
      let port = text[name.endIndex...].drop { $0 == "]" }
      let isName = name.dropFirst(isLiteral ? 1 : 0).allSatisfy { character in
        character.isLetter || character.isNumber
          || (isLiteral ? ":%." : "._-\\%").contains(character)
      }
      let digits = port.dropFirst()
      return isName && !name.isEmpty && (!isLiteral || end != nil)
        && (port.isEmpty || port.first == ":" && !digits.isEmpty && digits.allSatisfy(\.isNumber))
    }
  }
}

extension ConnectionString {
  /// The parts of what stands behind the scheme.
  private struct Parts {
    /// Up to the hosts, masked.
    var start = ""
    var hosts: Substring
    /// The database, where it stands behind the hosts.
    var path: String?
    /// From the hosts up to the parameters.
    var shown: Substring
    /// With the separator before them.
    var parameters: Substring

    init?(_ scheme: Scheme) {
      var rest = scheme.rest
      if rest.hasPrefix("//") {
        start = "//"
        rest = rest.dropFirst(2)
      } else if !["oracle", "sybase"].contains(scheme.engine) {
        return nil
      }
      let isOracle = scheme.engine == "oracle"
      // A password in the parameters of JDBC may have an `@`; MongoDB's stands before the hosts.
      let end = rest.firstIndex { $0 == "?" || $0 == ";" } ?? rest.endIndex
      let scope = scheme.engine == "mongodb" ? rest : rest[..<end]
      guard let server = Self.behindUser(scope, isOracle: isOracle) else { return nil }
      if server.startIndex > scope.startIndex {
        start += (scope.first == "@" ? "" : ConnectionString.mask) + "@"
      }
      let stop = server.firstIndex { $0 == "?" || $0 == ";" } ?? server.endIndex
      (shown, parameters) = (server[..<stop], rest[stop...])
      (hosts, path) = isOracle ? Self.oracle(shown) : Self.split(shown)
      // DB2: `host:port/database:user=a;password=b;`.
      if !isOracle, let slash = shown.firstIndex(of: "/"),
        let colon = shown[slash...].firstIndex(of: ":")
      {
        (shown, parameters) = (shown[..<colon], rest[colon...])
      }
    }

    /// Behind the last `@`; the whole text if it names no user; `nil` where the `@` may be part of
    /// something else.
    private static func behindUser(_ text: Substring, isOracle: Bool) -> Substring? {
      guard let at = text.lastIndex(of: "@") else { return isOracle ? nil : text }
      let user = text[..<at]
      let first = user.prefix { $0 != "/" && $0 != "?" }
      let isUser =
        isOracle || first.endIndex == user.endIndex
        || !Place.areHosts(first) && !user.contains { $0 == "@" || $0 == "=" }
      return isUser ? text[at...].dropFirst() : nil
    }

    private static func split(_ server: Substring) -> (hosts: Substring, path: String?) {
      guard let slash = server.firstIndex(of: "/") else { return (server, nil) }
      let database = server[slash...].dropFirst().prefix { $0 != ":" }
      return (server[..<slash], String(database))
    }

    /// `host:port/service` or `host:port:SID`, with or without `//` before it.
    private static func oracle(_ server: Substring) -> (hosts: Substring, path: String?) {
      let server = server.drop { $0 == "/" }
      let parts = server.split(separator: ":")
      guard !server.contains("/"), parts.count == 3 else { return split(server) }
      return (server[..<parts[1].endIndex], String(parts[2]))
    }
  }
}

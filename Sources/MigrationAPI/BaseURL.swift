/// Where a service answers: scheme and authority, without path.
package struct BaseURL: Hashable, Sendable {
  package enum Scheme: String, Sendable { case http, https }

  package let scheme: Scheme
  package let host: String
  /// `nil` for the scheme's own port.
  package let port: Int?

  /// Reads `https://host[:port][/]`. `nil` for everything else: a path, a user or a query have no meaning here.
  package init?(_ text: String) {
    guard let separator = text.firstRange(of: "://"),
      let scheme = Scheme(rawValue: text[..<separator.lowerBound].lowercased())
    else { return nil }
    var rest = text[separator.upperBound...]
    if rest.last == "/" { rest.removeLast() }
    guard !rest.isEmpty, rest.allSatisfy({ !"/?#@ ".contains($0) }) else { return nil }
    let colon = rest.last == "]" ? nil : rest.lastIndex(of: ":")
    if let colon {
      guard let port = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(port) else {
        return nil
      }
      self.port = port == scheme.usualPort ? nil : port
    } else {
      port = nil
    }
    host = String(rest[..<(colon ?? rest.endIndex)])
    guard !host.isEmpty else { return nil }
    self.scheme = scheme
  }

  /// The `Host` header, and what is signed as `host`: with the port if it is not the usual one.
  package var authority: String { port.map { "\(host):\($0)" } ?? host }

  package var text: String { "\(scheme.rawValue)://\(authority)" }
}

extension BaseURL.Scheme {
  package var usualPort: Int { self == .http ? 80 : 443 }
}

import MigrationModel

/// A JDBC or MongoDB connection string, with everything masked that lets somebody in.
///
/// The migrator masks passwords itself; older versions and unusual drivers are not trusted to.
package struct ConnectionString: Hashable, Sendable {
  /// The text with `*****` for user and password.
  package let text: String

  package init(_ text: String) { self.text = Self.masked(ServiceText.clean(text)) }

  private static let mask = "*****"

  private static func masked(_ text: String) -> String {
    let end = text.firstIndex { $0 == "?" || $0 == ";" } ?? text.endIndex
    let start = startOfAuthority(in: text[..<end])
    let at =
      text[start..<end].lastIndex(of: "@")
      ?? (text[start..<end].contains("/") || end == text.endIndex
        ? nil : text[end...].lastIndex(of: "@"))
    guard let at, at > start else {
      return text[..<end] + maskedParameters(text[end...])
    }
    let rest = text[at...]
    let restEnd = rest.firstIndex { $0 == "?" || $0 == ";" } ?? rest.endIndex
    return text[..<start] + mask + rest[..<restEnd] + maskedParameters(rest[restEnd...])
  }

  /// Behind `//`, or behind the last part of a scheme such as `jdbc:oracle:thin:`.
  private static func startOfAuthority(in text: Substring) -> Substring.Index {
    let at = text.lastIndex(of: "@") ?? text.endIndex
    if let slashes = text[..<at].firstRange(of: "//") { return slashes.upperBound }
    guard text.hasPrefix("jdbc:") else { return text.startIndex }
    var start = text.startIndex
    for _ in 0..<3 {
      guard let colon = text[start..<at].firstIndex(of: ":") else { break }
      start = text.index(after: colon)
    }
    return start
  }

  /// `?a=b&c=d` or `;a=b;c=d`, with the values of users and secrets masked.
  private static func maskedParameters(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let separator = rest.first {
      result.append(separator)
      rest.removeFirst()
      let part = rest.prefix { !"&;".contains($0) }
      result += masked(parameter: part)
      rest = rest.dropFirst(part.count)
    }
    return result
  }

  private static func masked(parameter: Substring) -> String {
    guard let equals = parameter.firstIndex(of: "=") else { return String(parameter) }
    let name = parameter[..<equals].lowercased()
    let isPrivate = ["user", "uid", "pass", "pwd", "secret", "token", "key", "properties"]
      .contains { name.contains($0) }
    return isPrivate ? parameter[...equals] + mask : String(parameter)
  }
}

extension ConnectionString: WireValue {
  package init?(wire decoder: any Decoder) {
    guard let text = String(wire: decoder) else { return nil }
    self.init(text)
  }
}

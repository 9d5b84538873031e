/// `ALGORITHM Name=value,Name=value`, as both vendors write it.
struct AuthorizationHeader {
  private let fields: [String: String]

  /// - Returns: `nil` for another algorithm.
  init?(_ text: String?, algorithm: String) {
    guard let text, text.hasPrefix(algorithm + " ") else { return nil }
    var fields: [String: String] = [:]
    for part in text.dropFirst(algorithm.count + 1).split(separator: ",") {
      let pair = part.trimmingSpaces.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      fields[String(pair[0])] = String(pair[1])
    }
    self.fields = fields
  }

  subscript(_ name: String) -> String? { fields[name] }

  /// Lower-case, in the order sent.
  var signedHeaders: [String] {
    (self["SignedHeaders"] ?? "").lowercased().split(separator: ";").map(String.init)
  }
}

extension StringProtocol {
  /// Without spaces and tabs at both ends, as header values are signed.
  var trimmingSpaces: String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}

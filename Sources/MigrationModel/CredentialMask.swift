/// Hides what lets somebody in where it stands inside other text: drivers put connection strings into their errors.
enum CredentialMask {
  private static let mask = "*****"

  /// Returns `text` with the values of passwords and secrets hidden; names and hosts stay.
  static func masked(_ text: String) -> String {
    var text = text
    if text.utf8.contains(UInt8(ascii: "@")) {
      text = text.replacing(#/(://)[^/\s:@]*:[^/\s@]*@/#) { "\($0.1)\(mask)@" }
      // Oracle's `thin:user/password@host`.
      text = text.replacing(#/(:thin:)[^/\s@]*/[^\s@]*@/#) { "\($0.1)\(mask)@" }
    }
    guard namesSecret(text) else { return text }
    text = text.replacing(
      #/(?i)("[^"\s]*(?:password|passwd|secret|token)"\s?:\s?")[^"]*"/#
    ) { "\($0.1)\(mask)\"" }
    return text.replacing(
      #/(?i)\b((?:\w*password|\w*passwd|pwd|\w*secret|secret_?key|security_?token)=)("[^"]*"|'[^']*'|[^\s&;,)'"]+)/#
    ) { "\($0.1)\(mask)" }
  }

  private static let words = ["passw", "pwd", "secret", "token"].map { Array($0.utf8) }

  /// Whether a word of those is there at all: most texts have none, and an expression over a long text is slow.
  private static func namesSecret(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { start in
      guard "pst".utf8.contains(bytes[start] | 0x20) else { return false }
      return words.contains { word in
        start + word.count <= bytes.count
          && zip(word, bytes[start...]).allSatisfy { $0 == $1 | 0x20 }
      }
    }
  }
}

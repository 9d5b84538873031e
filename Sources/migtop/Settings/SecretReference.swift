/// Where a secret is kept. The configuration holds references only.
package enum SecretReference: Hashable, Sendable {
  /// An environment variable.
  case environment(String)
  /// An absolute path.
  case file(String)
  /// A program with its arguments; what it prints is the secret. Never empty.
  case command([String])

  /// In words, without arguments: they may be secret themselves.
  var place: String {
    switch self {
    case .environment(let name): "$\(name)"
    case .file(let path): path
    case .command(let words): "the command \(words.first ?? "")"
    }
  }
}

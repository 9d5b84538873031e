/// Where a secret is kept. The configuration holds references only.
package enum SecretReference: Hashable, Sendable {
  /// An environment variable.
  case environment(String)
  /// An absolute path.
  case file(String)
  /// A program with its arguments; what it prints is the secret. Never empty.
  case command([String])
}

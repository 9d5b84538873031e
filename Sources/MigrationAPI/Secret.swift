package import MigrationModel

/// A value that can be used and never printed.
package struct Secret: Hashable, Sendable {
  /// The value itself, for a signature or a header.
  package let value: String

  package init(_ value: String) { self.value = value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<secret>" }
  package var debugDescription: String { "<secret>" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where the secrets of one source are kept. Read when a client starts and each time they are refused.
package protocol SecretStore<Secrets>: Sendable {
  associatedtype Secrets: Hashable & Sendable

  /// Throws `unauthorised` with the variable, file or command named when a secret cannot be read.
  func read() async throws(ProviderError) -> Secrets
}

package import MigrationAPI
package import MigrationModel

/// The secrets of one source, read anew from where they are kept each time.
package struct ReferencedSecrets<Secrets: Hashable & Sendable>: SecretStore {
  private let fetch: @Sendable () async throws(ProviderError) -> Secrets

  init(_ fetch: @escaping @Sendable () async throws(ProviderError) -> Secrets) {
    self.fetch = fetch
  }

  package func read() async throws(ProviderError) -> Secrets { try await fetch() }
}

extension SecretReader {
  func readIfAny(_ reference: SecretReference?) async throws(ProviderError) -> Secret? {
    guard let reference else { return nil }
    return try await read(reference)
  }
}

extension RelationalMigratorAccess {
  package func secrets(from reader: SecretReader) -> ReferencedSecrets<Secret?> {
    ReferencedSecrets { () async throws(ProviderError) in
      try await reader.readIfAny(authorization)
    }
  }
}

extension DTSAccess {
  package func secrets(from reader: SecretReader) -> ReferencedSecrets<DTSCredentials> {
    ReferencedSecrets { () async throws(ProviderError) in
      DTSCredentials(
        accessKeyID: try await reader.read(accessKeyID).value,
        accessKeySecret: try await reader.read(accessKeySecret),
        securityToken: try await reader.readIfAny(securityToken))
    }
  }
}

extension DRSAccess {
  package func secrets(from reader: SecretReader) -> ReferencedSecrets<DRSCredentials> {
    ReferencedSecrets { () async throws(ProviderError) in
      switch authentication {
      case .keys(let accessKey, let secretKey, let securityToken):
        .keys(
          accessKey: try await reader.read(accessKey).value,
          secretKey: try await reader.read(secretKey),
          securityToken: try await reader.readIfAny(securityToken))
      case .password(let user, let domain, let password):
        .password(user: user, domain: domain, password: try await reader.read(password))
      }
    }
  }
}

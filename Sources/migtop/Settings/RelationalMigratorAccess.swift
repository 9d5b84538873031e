package import MigrationAPI

/// The way to one MongoDB Relational Migrator.
package struct RelationalMigratorAccess: Hashable, Sendable {
  package var endpoint: BaseURL
  /// The `Authorization` header that a reverse proxy wants; `nil` for the bare service, which has
  /// no log-in.
  package var authorization: SecretReference?

  package init(endpoint: BaseURL, authorization: SecretReference? = nil) {
    self.endpoint = endpoint
    self.authorization = authorization
  }

  var secrets: [(key: String, reference: SecretReference)] {
    authorization.map { [(SourceKey.authorization.rawValue, $0)] } ?? []
  }
}

package import MigrationAPI

/// The way to Huawei Cloud DRS in one project of one region.
package struct DRSAccess: Hashable, Sendable {
  package enum Authentication: Hashable, Sendable {
    /// Signed requests. The token belongs to temporary keys; `nil` for lasting ones.
    case keys(
      accessKey: SecretReference, secretKey: SecretReference, securityToken: SecretReference?)
    /// A token from IAM, renewed with a user's password.
    case password(user: String, domain: String, password: SecretReference)
  }

  package var region: String
  /// 32 hexadecimal digits.
  package var projectID: String
  /// The region's public endpoint unless the file names another.
  package var endpoint: BaseURL
  /// Where tokens come from: the region's own unless the file names another. Unused with keys.
  package var identityEndpoint: BaseURL
  package var authentication: Authentication

  package init(
    region: String, projectID: String, endpoint: BaseURL, identityEndpoint: BaseURL,
    authentication: Authentication
  ) {
    self.region = region
    self.projectID = projectID
    self.endpoint = endpoint
    self.identityEndpoint = identityEndpoint
    self.authentication = authentication
  }

  var secrets: [(key: String, reference: SecretReference)] {
    switch authentication {
    case .keys(let accessKey, let secretKey, let securityToken):
      [(SourceKey.accessKey.rawValue, accessKey), (SourceKey.secretKey.rawValue, secretKey)]
        + (securityToken.map { [(SourceKey.securityToken.rawValue, $0)] } ?? [])
    case .password(_, _, let password): [(SourceKey.password.rawValue, password)]
    }
  }
}

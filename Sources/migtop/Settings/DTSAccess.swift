package import MigrationAPI

/// The way to Alibaba Cloud DTS in one region.
package struct DTSAccess: Hashable, Sendable {
  package var region: String
  /// The region's public endpoint unless the file names another.
  package var endpoint: BaseURL
  package var kinds = DTSJobType.allCases
  package var signature = DTSConfiguration.Signature.v3
  package var format = DTSConfiguration.Format.json
  package var accessKeyID: SecretReference
  package var accessKeySecret: SecretReference
  /// Of temporary credentials (STS); `nil` for a lasting key.
  package var securityToken: SecretReference?

  package init(
    region: String, endpoint: BaseURL, accessKeyID: SecretReference,
    accessKeySecret: SecretReference, securityToken: SecretReference? = nil
  ) {
    self.region = region
    self.endpoint = endpoint
    self.accessKeyID = accessKeyID
    self.accessKeySecret = accessKeySecret
    self.securityToken = securityToken
  }

  var secrets: [(key: String, reference: SecretReference)] {
    let all: [(SourceKey, SecretReference?)] = [
      (.accessKeyID, accessKeyID), (.accessKeySecret, accessKeySecret),
      (.securityToken, securityToken),
    ]
    return all.compactMap { key, reference in reference.map { (key.rawValue, $0) } }
  }
}

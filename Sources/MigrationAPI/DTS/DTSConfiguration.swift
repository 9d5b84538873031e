/// One region of Alibaba Cloud DTS to watch.
package struct DTSConfiguration: Hashable, Sendable {
  /// What signs the calls.
  package enum Signature: String, CaseIterable, Hashable, Sendable {
    /// HMAC-SHA1 in the query (RPC `SignatureVersion` 1.0).
    case v1
    /// ACS3-HMAC-SHA256 in the headers.
    case v3
  }

  package enum Format: String, CaseIterable, Hashable, Sendable { case json, xml }

  /// The name of the source.
  package var name: String
  package var region: String
  package var base: BaseURL
  /// Which kinds of task to list: the service lists one kind a call.
  package var kinds: [DTSJobType]
  package var signature: Signature
  package var format: Format
  /// Only these task ids; `nil` for all.
  package var jobs: [String]?
  package var callsPerMinute: Int
  /// For one request.
  package var timeout: Duration
  /// How calls are authenticated, in words for people; never a secret.
  package var authentication: String
  /// Where the secrets are read from, in words for people; `nil` if there are none.
  package var credentials: String?

  package init(
    name: String,
    region: String,
    base: BaseURL,
    kinds: [DTSJobType] = DTSJobType.allCases,
    signature: Signature = .v3,
    format: Format = .json,
    jobs: [String]? = nil,
    callsPerMinute: Int = 120,
    timeout: Duration = .seconds(10)
  ) {
    self.name = name
    self.region = region
    self.base = base
    self.kinds = kinds
    self.signature = signature
    self.format = format
    self.jobs = jobs
    self.callsPerMinute = callsPerMinute
    self.timeout = timeout
    authentication = "AK \(signature.rawValue)"
  }
}

/// The key pair that signs, and the token that makes a temporary pair valid.
package struct DTSCredentials: Hashable, Sendable {
  package var accessKeyID: String
  package var accessKeySecret: Secret
  /// Present with temporary keys (STS) only.
  package var securityToken: Secret?

  package init(accessKeyID: String, accessKeySecret: Secret, securityToken: Secret? = nil) {
    self.accessKeyID = accessKeyID
    self.accessKeySecret = accessKeySecret
    self.securityToken = securityToken
  }
}

/// One account, region or instance of a service, as the configuration names it.
package struct Source: Hashable, Sendable {
  /// Unique among the sources of one configuration.
  package let name: String
  package let service: Service
  /// Where its calls go, shown on the sources view: scheme, host and port, never a credential.
  package let endpoint: String
  /// `nil` for a service without regions.
  package let region: String?
  /// How calls are authenticated, in words such as `AK/SK` or `none`; never the secret itself.
  package let authentication: String
  /// Where its secrets are read from, in words such as `~/.secrets/sts`; `nil` if it needs none.
  package let credentials: String?

  package init(
    name: String,
    service: Service,
    endpoint: String,
    region: String? = nil,
    authentication: String,
    credentials: String? = nil
  ) {
    self.name = name
    self.service = service
    self.endpoint = endpoint
    self.region = region
    self.authentication = authentication
    self.credentials = credentials
  }
}

import MigrationAPI
import MigrationModel
import MigrationSimulator
import Testing

extension Client {
  static let project = "0123456789abcdef0123456789abcdef"

  func base(in simulator: Simulator) throws -> BaseURL {
    let url =
      switch service {
      case .relationalMigrator: simulator.relationalMigrator
      case .dts: simulator.dts
      case .drs: simulator.drs
      }
    return try #require(BaseURL(url))
  }

  func provider(
    at base: BaseURL, keyring: Keyring, transport: any HTTPTransport, timeout: Duration
  ) -> any MigrationProvider {
    switch self {
    case .relationalMigrator:
      return RelationalMigratorProvider(
        configuration: RelationalMigratorConfiguration(name: "rm", base: base, timeout: timeout),
        authorization: keyring.store(right: nil, wrong: Secret("Basic d3Jvbmc=")),
        transport: transport)
    case .dts, .dtsInXML:
      var configuration = DTSConfiguration(
        name: "dts", region: "cn-hangzhou", base: base, timeout: timeout)
      if self == .dtsInXML { (configuration.signature, configuration.format) = (.v1, .xml) }
      return DTSProvider(
        configuration: configuration,
        credentials: keyring.store(
          right: .demo(secret: "demo-access-key-secret"), wrong: .demo(secret: "wrong")),
        transport: transport)
    case .drs, .drsWithToken:
      let configuration = DRSConfiguration(
        name: "drs", region: "cn-north-4", projectID: Self.project, base: base, iamBase: base,
        timeout: timeout)
      return DRSProvider(
        configuration: configuration, credentials: drsStore(keyring), transport: transport)
    }
  }

  private func drsStore(_ keyring: Keyring) -> any SecretStore<DRSCredentials> {
    if self == .drsWithToken {
      return keyring.store(
        right: .demo(password: "demo-password"), wrong: .demo(password: "wrong"))
    }
    return keyring.store(
      right: .demo(secretKey: "demo-secret-access-key"), wrong: .demo(secretKey: "wrong"))
  }
}

extension DTSCredentials {
  fileprivate static func demo(secret: String) -> Self {
    Self(accessKeyID: "demo-access-key-id", accessKeySecret: Secret(secret))
  }
}

extension DRSCredentials {
  fileprivate static func demo(secretKey: String) -> Self {
    .keys(accessKey: "DEMOACCESSKEY0000001", secretKey: Secret(secretKey), securityToken: nil)
  }

  fileprivate static func demo(password: String) -> Self {
    .password(user: "demo-user", domain: "demo-domain", password: Secret(password))
  }
}

import MigrationAPI

/// Sources that are named on the command line instead of in a file.
extension SourceSettings {
  /// `--rm URL`: a Relational Migrator without a proxy in front of it.
  package static func relationalMigrator(at text: String) throws(SettingsError) -> Self {
    guard let endpoint = BaseURL(text) else {
      throw SettingsError(lines: [
        "--rm: is not the address of a service; write http://host:port, no more"
      ])
    }
    return Self(
      name: "rm", access: .relationalMigrator(RelationalMigratorAccess(endpoint: endpoint)))
  }

  /// `--dts REGION`, with the variables that Alibaba Cloud's own tools read.
  package static func dts(
    region: String, environment: [String: String]
  ) throws(SettingsError) -> Self {
    guard let endpoint = DTSConfiguration.endpoint(region: region) else {
      throw notARegion("--dts", like: "cn-hangzhou")
    }
    let access = DTSAccess(
      region: region, endpoint: endpoint,
      accessKeyID: .environment("ALIBABA_CLOUD_ACCESS_KEY_ID"),
      accessKeySecret: .environment("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
      securityToken: optional("ALIBABA_CLOUD_SECURITY_TOKEN", in: environment))
    return Self(name: "dts-\(region)", access: .dts(access))
  }

  /// `--drs REGION`, with the variables that Huawei Cloud's SDKs read.
  package static func drs(
    region: String, environment: [String: String]
  ) throws(SettingsError) -> Self {
    guard let endpoint = DRSConfiguration.endpoint(region: region),
      let identityEndpoint = DRSConfiguration.iamEndpoint(region: region)
    else { throw notARegion("--drs", like: "cn-north-4") }
    guard let project = environment["HUAWEICLOUD_SDK_PROJECT_ID"], !project.isEmpty else {
      throw SettingsError(lines: [
        "--drs: the variable HUAWEICLOUD_SDK_PROJECT_ID is not set; export the region's project id"
      ])
    }
    let access = DRSAccess(
      region: region, projectID: project, endpoint: endpoint, identityEndpoint: identityEndpoint,
      authentication: .keys(
        accessKey: .environment("HUAWEICLOUD_SDK_AK"),
        secretKey: .environment("HUAWEICLOUD_SDK_SK"),
        securityToken: optional("HUAWEICLOUD_SDK_SECURITY_TOKEN", in: environment)))
    return Self(name: "drs-\(region)", access: .drs(access))
  }

  private static func optional(
    _ name: String, in environment: [String: String]
  ) -> SecretReference? {
    environment[name, default: ""].isEmpty ? nil : .environment(name)
  }

  private static func notARegion(_ option: String, like example: String) -> SettingsError {
    SettingsError(lines: ["\(option): is not a region; write its id, such as \(example)"])
  }
}

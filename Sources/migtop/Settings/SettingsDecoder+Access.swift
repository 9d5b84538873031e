import MigrationAPI
import MigrationModel

extension SettingsDecoder {
  mutating func access(
    _ service: Service, _ table: SettingsTable<SourceKey>
  ) -> SourceSettings.Access? {
    switch service {
    case .relationalMigrator: relationalMigrator(table).map { .relationalMigrator($0) }
    case .dts: dts(table).map { .dts($0) }
    case .drs: drs(table).map { .drs($0) }
    }
  }

  private mutating func relationalMigrator(
    _ table: SettingsTable<SourceKey>
  ) -> RelationalMigratorAccess? {
    let example = "\"http://127.0.0.1:8278\""
    let endpoint = endpoint(required(.endpoint, of: table, like: example))
    let authorization = secret(table[.authorization])
    return endpoint.map { RelationalMigratorAccess(endpoint: $0, authorization: authorization) }
  }

  private mutating func dts(_ table: SettingsTable<SourceKey>) -> DTSAccess? {
    let region = region(table, like: "cn-hangzhou")
    let accessKeyID = secret(
      required(.accessKeyID, of: table, like: "{ env = \"ALIBABA_CLOUD_ACCESS_KEY_ID\" }"))
    let accessKeySecret = secret(
      required(.accessKeySecret, of: table, like: "{ env = \"ALIBABA_CLOUD_ACCESS_KEY_SECRET\" }"))
    let securityToken = secret(table[.securityToken])
    let endpoint = endpoint(table[.endpoint]) ?? region.flatMap(DTSConfiguration.endpoint)
    let kinds = list(table[.kinds], like: "[\"migration\", \"sync\"]") {
      $0.word($1) as DTSJobType?
    }
    let signature: DTSConfiguration.Signature? = word(table[.signature])
    let format: DTSConfiguration.Format? = word(table[.format])
    guard let region, let endpoint, let accessKeyID, let accessKeySecret else { return nil }
    var access = DTSAccess(
      region: region, endpoint: endpoint, accessKeyID: accessKeyID,
      accessKeySecret: accessKeySecret, securityToken: securityToken)
    access.kinds = DTSJobType.allCases.filter { kinds?.contains($0) ?? true }
    access.signature = signature ?? access.signature
    access.format = format ?? access.format
    return access
  }

  private mutating func drs(_ table: SettingsTable<SourceKey>) -> DRSAccess? {
    let region = region(table, like: "cn-north-4")
    let projectID = projectID(
      required(.projectID, of: table, like: "\"0123456789abcdef0123456789abcdef\""))
    let authentication = authentication(table)
    let endpoint = self.endpoint(table[.endpoint]) ?? region.flatMap(DRSConfiguration.endpoint)
    let identityEndpoint =
      self.endpoint(table[.identityEndpoint]) ?? region.flatMap(DRSConfiguration.iamEndpoint)
    guard let region, let projectID, let endpoint, let identityEndpoint, let authentication else {
      return nil
    }
    return DRSAccess(
      region: region, projectID: projectID, endpoint: endpoint,
      identityEndpoint: identityEndpoint, authentication: authentication)
  }

  /// A region becomes a part of a host name.
  private mutating func region(
    _ table: SettingsTable<SourceKey>, like example: String
  ) -> String? {
    let entry = required(.region, of: table, like: "\"\(example)\"")
    guard let entry, let region = text(entry, like: "\"\(example)\"") else { return nil }
    guard region.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
      refuse(entry, "\(Self.quoted(region)) is not a region; write its id, such as \(example)")
      return nil
    }
    return region
  }

  private mutating func projectID(_ entry: SettingsEntry?) -> String? {
    guard let entry, let id = text(entry, like: "the id of the region's project") else {
      return nil
    }
    guard id.wholeMatch(of: /[0-9a-fA-F]{32}/) != nil else {
      refuse(
        entry,
        "\(Self.quoted(id)) is not a project id; write its 32 hexadecimal digits, not its name")
      return nil
    }
    return id
  }
}

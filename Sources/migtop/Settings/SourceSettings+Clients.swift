package import MigrationAPI

extension DTSConfiguration {
  /// What the DTS client has to know of a source, but for its secrets.
  package init(_ source: SourceSettings, _ access: DTSAccess) {
    self.init(
      name: source.name, region: access.region, base: access.endpoint, kinds: access.kinds,
      signature: access.signature, format: access.format, jobs: source.jobs,
      callsPerMinute: source.callsPerMinute, timeout: source.timeout)
    authentication = source.access.authentication
    credentials = source.access.credentials
  }
}

extension DRSConfiguration {
  /// What the DRS client has to know of a source, but for its secrets.
  package init(_ source: SourceSettings, _ access: DRSAccess) {
    self.init(
      name: source.name, region: access.region, projectID: access.projectID,
      base: access.endpoint, iamBase: access.identityEndpoint, jobs: source.jobs,
      callsPerMinute: source.callsPerMinute, timeout: source.timeout)
    authentication = source.access.authentication
    credentials = source.access.credentials
  }
}

extension RelationalMigratorConfiguration {
  /// What the Relational Migrator client has to know of a source, but for its secrets.
  package init(_ source: SourceSettings, _ access: RelationalMigratorAccess) {
    self.init(
      name: source.name, base: access.endpoint, jobs: source.jobs,
      callsPerMinute: source.callsPerMinute, timeout: source.timeout)
    authentication = source.access.authentication
    credentials = source.access.credentials
  }
}

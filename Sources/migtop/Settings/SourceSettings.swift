package import MigrationModel

/// One `[[source]]` of the configuration.
package struct SourceSettings: Hashable, Sendable {
  /// Unique; without `/` and white space, so that `source/job` names a job.
  package var name: String
  package var access: Access
  /// The ids of the only jobs to watch; `nil` for all that the service lists.
  package var jobs: [String]?
  package var callsPerMinute: Int
  /// Of one request.
  package var timeout: Duration = .seconds(10)
  /// Absolute path of a PEM file with one more root certificate; `nil` for the system's alone.
  package var certificateFile: String?

  package init(name: String, access: Access) {
    self.name = name
    self.access = access
    callsPerMinute = access.service.usualCallsPerMinute
  }
}

extension SourceSettings {
  /// How the service is reached, which differs from service to service.
  package enum Access: Hashable, Sendable {
    case relationalMigrator(RelationalMigratorAccess)
    case dts(DTSAccess)
    case drs(DRSAccess)

    package var service: Service {
      switch self {
      case .relationalMigrator: .relationalMigrator
      case .dts: .dts
      case .drs: .drs
      }
    }
  }

  /// Every secret of the source, by its key in the file.
  package var secrets: [(key: String, reference: SecretReference)] {
    switch access {
    case .relationalMigrator(let access): access.secrets
    case .dts(let access): access.secrets
    case .drs(let access): access.secrets
    }
  }
}

extension Service {
  /// At most a tenth of what DTS and DRS allow an account, which other programs share.
  fileprivate var usualCallsPerMinute: Int {
    switch self {
    case .relationalMigrator, .dts: 120
    case .drs: 60
    }
  }
}

package import MigrationWatch

/// The remedies that come with the program, inside of it.
package enum BuiltInRemedies {
  /// What says most of a cause stands first: the databases, then the services, then what any of them may say.
  private static var texts: [(name: String, bytes: [UInt8])] {
    [
      ("mysql", PackageResources.mysql_toml),
      ("postgresql", PackageResources.postgresql_toml),
      ("oracle", PackageResources.oracle_toml),
      ("sqlserver", PackageResources.sqlserver_toml),
      ("mongodb", PackageResources.mongodb_toml),
      ("db2", PackageResources.db2_toml),
      ("dts", PackageResources.dts_toml),
      ("drs", PackageResources.drs_toml),
      ("relational-migrator", PackageResources.relational_migrator_toml),
      ("general", PackageResources.general_toml),
      ("calls", PackageResources.calls_toml),
    ]
  }

  package static var files: [RemediesFile] {
    texts.map {
      RemediesFile(path: "\($0.name).toml", text: String(decoding: $0.bytes, as: UTF8.self))
    }
  }
}

extension RemedyCatalogue {
  /// The user's own remedies before the built-in ones, which they replace by code.
  ///
  /// The built-in ones are read when the first error is looked up: a start waits for none of them.
  package static func builtIn(and own: [RemedyEntry] = []) -> RemedyCatalogue {
    RemedyCatalogue {
      let names = Set(own.map(\.name))
      return own + BuiltInRemedies.files.flatMap(\.entries).filter { !names.contains($0.name) }
    }
  }
}

extension RemedyEntry {
  fileprivate struct Name: Hashable {
    let code: String
    let isOfJobs: Bool
  }

  fileprivate var name: Name { Name(code: code.lowercased(), isOfJobs: subject == .job) }
}

/// One of the migration services that this program watches.
///
/// The raw value is the name in the configuration and in JSON.
package enum Service: String, CaseIterable, Hashable, Sendable {
  case relationalMigrator = "relational-migrator"
  case dts
  case drs

  /// The three letters of the SVC column.
  package var tag: String {
    switch self {
    case .relationalMigrator: "rm"
    case .dts: "dts"
    case .drs: "drs"
    }
  }
}

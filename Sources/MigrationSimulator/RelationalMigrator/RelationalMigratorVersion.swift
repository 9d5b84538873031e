/// A version of Relational Migrator, as far as its answers differ from the one before.
package enum RelationalMigratorVersion: String, CaseIterable, Sendable {
  case v113 = "1.13"
  case v114 = "1.14"
  case v1141 = "1.14.1"
  case v115 = "1.15"
  case v1151 = "1.15.1"
  case v1152 = "1.15.2"
  case v1153 = "1.15.3"
  case v116 = "1.16"
  case v117 = "1.17"
  case v118 = "1.18"
  case v1181 = "1.18.1"

  /// With three numbers, as `/info` tells it.
  var build: String {
    switch self {
    case .v113, .v114, .v115, .v116, .v118: "\(rawValue).0"
    case .v117: "1.17.2"
    case .v1141, .v1151, .v1152, .v1153, .v1181: rawValue
    }
  }
}

extension RelationalMigratorVersion: Comparable {
  package static func < (one: Self, other: Self) -> Bool { one.order < other.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What came and went with the versions: the public changelog of the API has 1.14 to 1.18, the
/// months between are told by the pages of the time.
extension RelationalMigratorVersion {
  /// Until 1.13 a job that waits is RUNNING, and one that only follows changes is CDC_ONLY.
  var knowsNotStarted: Bool { self >= .v114 }
  var knowsPaused: Bool { self >= .v115 }
  var changesOnlyMode: String { self < .v114 ? "CDC_ONLY" : "INCREMENTAL" }

  var hasAtlasMetadata: Bool { self < .v1141 }
  /// The log as a part of the job, until it had a call of its own.
  var hasJobUpdates: Bool { self < .v115 }
  /// One text until 1.14, then a list of lines.
  var hasStackTraceInOneText: Bool { self < .v1141 }
  var hasLogs: Bool { self >= .v1151 }
  /// An unknown job was answered with nothing at all.
  var isSilentOnUnknownJobs: Bool { (.v115 ... .v1153).contains(self) }
  var hasLag: Bool { self >= .v1152 }

  /// The truncation mode, JMX, the time in the source's database, the filters of collections and
  /// verification as an object.
  var hasFieldsOf116: Bool { self >= .v116 }
  var hasSignalingTable: Bool { (.v116 ... .v117).contains(self) }
  /// With the standard status codes.
  var hasNewErrors: Bool { self >= .v117 }
  /// Migrated tables, the failure's place, the connectors' state and incremental snapshots.
  var hasFieldsOf118: Bool { self >= .v118 }
}

import MigrationAPI
import MigrationModel
import MigrationSimulator
import Testing

/// A client under contract: a service, and a way of asking it.
enum Client: String, CaseIterable, CustomTestStringConvertible {
  case relationalMigrator = "Relational Migrator"
  case dts = "DTS, signed with v3, in JSON"
  case dtsInXML = "DTS, signed with v1, in XML"
  case drs = "DRS with keys"
  case drsWithToken = "DRS with a token"

  /// Relational Migrator asks nobody who they are.
  static let authenticated = allCases.filter { $0 != .relationalMigrator }
  static let oneOfEachService = [relationalMigrator, dts, drs]

  var testDescription: String { rawValue }

  var service: Service {
    switch self {
    case .relationalMigrator: .relationalMigrator
    case .dts, .dtsInXML: .dts
    case .drs, .drsWithToken: .drs
    }
  }

  /// A part of the path or the action of its listing.
  var listing: String { service == .dts ? "DescribeDtsJobs" : "/jobs" }

  /// Formed like the service's ids, and known to nobody.
  var unknownID: String {
    switch service {
    case .relationalMigrator: "00000000-0000-4000-8000-000000000000"
    case .dts: "d00000000000000"
    case .drs: "00000000-0000-0000-0000-0000000jb101"
    }
  }

  /// All that it may ever send: method, and path or action.
  var readingCalls: [String] {
    switch self {
    case .relationalMigrator:
      ["/info", "/jobs", "/jobs/{id}", "/jobs/{id}/logs", "/project"].map { "GET /api/v1\($0)" }
    case .dts, .dtsInXML:
      ["POST DescribeDtsJobs", "POST ListJobStep", "POST DescribePreCheckStatus"]
    case .drs: Self.drsCalls
    case .drsWithToken: ["POST /v3/auth/tokens"] + Self.drsCalls
    }
  }

  private static let drsCalls = [
    "", "/batch-detail", "/batch-precheck-result", "/batch-progress", "/batch-rpo-and-rto",
    "/batch-status",
  ].map { "POST /v3/{project}/jobs\($0)" }
}

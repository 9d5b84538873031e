/// The families of databases whose errors are told apart.
///
/// A fork or a service that answers with the errors of another product belongs to that product's family.
package enum DatabaseEngine: String, CaseIterable, Hashable, Sendable {
  case mysql, postgresql, oracle, sqlserver, mongodb, db2

  /// The family of an engine as a service spells it (`MYSQL`, `gaussdbv5`, `SQL_SERVER`); `nil` for one whose
  /// errors are not known here.
  package init?(spelled name: String) {
    let name = name.lowercased().filter { $0.isLetter || $0.isNumber }
    let family = Self.beginnings.first { name.hasPrefix($0.0) }
    guard let family else { return nil }
    self = family.1
  }

  /// A beginning that another one begins with stands behind it.
  private static let beginnings: [(String, DatabaseEngine)] = [
    ("polardbpg", .postgresql), ("polardbo", .postgresql), ("polardbpostgres", .postgresql),
    ("polardb", .mysql), ("mysql", .mysql), ("mariadb", .mysql), ("taurus", .mysql),
    ("gaussdbformysql", .mysql), ("gaussdbmysql", .mysql), ("ddm", .mysql), ("drds", .mysql),
    ("tidb", .mysql), ("aurora", .mysql), ("gauss", .postgresql), ("opengauss", .postgresql),
    ("postgres", .postgresql), ("greenplum", .postgresql), ("cockroach", .postgresql),
    ("yugabyte", .postgresql), ("ppas", .postgresql), ("dws", .postgresql),
    ("oracle", .oracle), ("sqlserver", .sqlserver), ("mssql", .sqlserver),
    ("mongo", .mongodb), ("dds", .mongodb), ("db2", .db2),
  ]
}

/// The engines of both ends of a job, as its service spells them.
package struct JobEngines: Hashable, Sendable {
  /// `nil` where the service did not say.
  package var from: String?
  package var to: String?

  package init(from: String? = nil, to: String? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether the source may be of one of these families: it may if nobody says what it is.
  func source(mayBe engines: Set<DatabaseEngine>) -> Bool { Self.end(from, mayBe: engines) }

  func target(mayBe engines: Set<DatabaseEngine>) -> Bool { Self.end(to, mayBe: engines) }

  private static func end(_ name: String?, mayBe engines: Set<DatabaseEngine>) -> Bool {
    guard !engines.isEmpty, let name else { return true }
    if let family = DatabaseEngine(spelled: name) { return engines.contains(family) }
    return !DatabaseEngine.isForeign(name)
  }
}

extension DatabaseEngine {
  /// Whether a name is of something that speaks no SQL and no MongoDB. Of other names nobody knows: DTS says
  /// `RDS` where it does not tell the engine.
  fileprivate static func isForeign(_ name: String) -> Bool {
    let name = name.lowercased()
    return [
      "kafka", "redis", "elastic", "css", "rocketmq", "datahub", "odps", "maxcompute", "tablestore",
      "clickhouse", "hudi", "obs", "oss", "hbase", "lindorm",
    ].contains { name.hasPrefix($0) }
  }
}

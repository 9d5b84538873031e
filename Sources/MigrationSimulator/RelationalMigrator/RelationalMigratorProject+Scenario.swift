/// The databases that a scenario's job can come from, by the word that stands for them.
package enum RelationalMigratorEngine: String, CaseIterable, Sendable {
  case mysql, oracle, postgresql, sqlserver
}

extension RelationalMigratorProject {
  /// A project for one job of a scenario. The same name makes the same project.
  init(name: String, engine: RelationalMigratorEngine) {
    var random = SplitMix64(seed: Self.number(of: name))
    let digits = (0..<32).map { _ in String(random.next() % 16, radix: 16) }
    let host = String(name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    let database = host.isEmpty ? "source" : host
    let schemas = [MigratedSchema.library, .retail, .northwind, .insurance]
    self.init(
      id: digits.joined(), name: name, jdbc: engine.jdbc(database),
      mongoDB: "mongodb+srv://migrator:*****@cluster3.a1b2c.mongodb.net/\(database)",
      schema: schemas[Int(random.next() % 4)])
  }

  /// The same project under another estimate of its rows.
  func estimated(_ part: Double) -> RelationalMigratorProject {
    RelationalMigratorProject(
      id: id, name: name, jdbc: jdbc, mongoDB: mongoDB, schema: schema.estimated(part))
  }

  /// FNV-1a: the standard library's hash differs from run to run.
  private static func number(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension RelationalMigratorEngine {
  fileprivate func jdbc(_ database: String) -> String {
    switch self {
    case .mysql: "jdbc:mysql://mysql-\(database).internal:3306/\(database)"
    case .oracle: "jdbc:oracle:thin:@//ora-\(database).internal:1521/\(database.uppercased())"
    case .postgresql: "jdbc:postgresql://pg-\(database).internal:5432/\(database)"
    case .sqlserver:
      "jdbc:sqlserver://mssql-\(database).internal:1433;databaseName=\(database)"
    }
  }
}

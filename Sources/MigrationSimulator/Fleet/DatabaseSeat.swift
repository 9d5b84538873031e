/// One end of a migration: which engine, and where it is.
struct DatabaseSeat: Sendable {
  let engine: String
  let host: String
  let port: Int
  let database: String

  /// A seat with an address of its own.
  init(engine: String, database: String, random: inout SplitMix64) {
    let port = Self.ports[engine] ?? 3_306
    let host = "10.\(20 + random.next() % 12).\(random.next() % 250).\(2 + random.next() % 250)"
    self.init(engine: engine, host: host, port: port, database: database)
  }

  init(engine: String, host: String, port: Int, database: String) {
    self.engine = engine
    self.host = host
    self.port = port
    self.database = database
  }

  private static let ports = [
    "oracle": 1_521, "postgresql": 5_432, "mongodb": 27_017, "dds": 8_635, "redis": 6_379,
    "kafka": 9_092, "gaussdbv5": 8_000, "dws": 8_000, "adb": 3_306, "sqlserver": 1_433,
  ]
}

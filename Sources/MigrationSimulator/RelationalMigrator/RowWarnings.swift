/// Warnings about single rows, as many as make a log of many megabytes. They are made only when a
/// log is read.
struct RowWarnings: Sendable {
  let startedAt: Double
  /// A second.
  let rate: Double
  let count: Int
  let table: String

  /// Oldest first.
  var events: [RelationalMigratorJob.LogEvent] { (0..<count).map(event) }

  private func event(_ number: Int) -> RelationalMigratorJob.LogEvent {
    RelationalMigratorJob.LogEvent(
      type: "WARNING", at: startedAt + Double(number) / rate,
      message: "Skipped a document that is in the collection already",
      details: """
        E11000 duplicate key error collection: library.loans index: _id_ \
        dup key: { _id: \(number) }
        """,
      table: table, errorType: "DuplicateKeyError", stackTrace: Self.stackTrace,
      key: ["_id": .text(String(number))])
  }

  private static let stackTrace =
    ["com.mongodb.MongoBulkWriteException: Bulk write operation error on server mongo-a:27017"]
    + (0..<14).map {
      "\tat com.mongodb.internal.connection.BulkWriteBatchCombiner.frame\($0)"
        + "(BulkWriteBatchCombiner.java:\(167 + $0))"
    }
}

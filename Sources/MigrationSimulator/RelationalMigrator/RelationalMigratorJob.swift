/// One job as it stands at one moment. Times are simulated seconds.
struct RelationalMigratorJob: Sendable {
  var id: String
  var project: RelationalMigratorProject
  var mode = Mode.snapshot
  var status = "NOT_STARTED"
  var cdcStatus = "NOT_STARTED"
  var submittedAt: Double
  var snapshot: Snapshot?
  var cdc: Capture?
  /// `nil` where verification was not asked for.
  var verification: Verification?
  var failure: Failure?
  /// The job log, oldest first.
  var log: [LogEvent] = []
  var warnings: RowWarnings?

  /// The whole log, oldest first.
  var wholeLog: [LogEvent] {
    guard let warnings else { return log }
    return (log + warnings.events).sorted { $0.at < $1.at }
  }

  var isInProgress: Bool {
    ["NOT_STARTED", "RUNNING", "CANCELLING", "CLEANING_UP", "PAUSED"].contains(status)
  }

  /// The versions have different words for it.
  enum Mode: Sendable { case snapshot, changes, onlyChanges }

  struct Snapshot: Sendable {
    var startedAt: Double
    /// Until now, or until the snapshot ended.
    var seconds: Double
    var rowsSeen: Int64
    var isCompleted: Bool
  }

  struct Capture: Sendable {
    var startedAt: Double
    var lastEventAt: Double?
    /// -1 until the first event; then that of the last event, however long ago that was.
    var lagMilliseconds: Int64 = -1
    var eventsInLastMinute: Int64 = 0
    var eventsInLastHour: Int64 = 0
    var events: Int64 = 0
  }

  struct Verification: Sendable {
    var status: String?
  }

  struct Failure: Sendable {
    let type: String
    let message: String
    let at: Double
    let isSetup: Bool
    /// Where it happened, if it was at one table.
    var table: String?
  }

  struct LogEvent: Sendable {
    let type: String
    let at: Double
    let message: String
    var details: String?
    var table: String?
    var errorType: String?
    var stackTrace: [String] = []
    /// Of the row.
    var key: Document?
  }
}

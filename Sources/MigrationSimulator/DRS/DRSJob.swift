/// One task, or one sub-task, as it stands at one moment. Times are simulated seconds.
struct DRSJob: Sendable {
  enum UseType: String, CaseIterable, Sendable, Decodable {
    case migration, sync, cloudDataGuard
  }

  let id: String
  var parentID: String?
  let name: String
  let useType: UseType
  let taskType: String
  let source: DatabaseSeat
  let target: DatabaseSeat
  let createdAt: Double
  var startedAt: Double?
  var fullCompletedAt: Double?
  var status: String
  var full: FullTransfer?
  /// Once the incremental phase has begun.
  var lagMilliseconds: Int64?
  /// When the service last updated the lag.
  var lagMeasuredAt = 0.0
  var rowsPerSecond = 0.0
  var failure: String?
  var failureCode: String?
  var precheck: DRSPrecheck?
  /// For when a start is planned.
  var plannedStart: Double?
  /// When the task came to its end.
  var endedAt: Double?
  var children: [DRSJob] = []
  /// Sub-tasks to which a public address could not be bound.
  var unbound: [DRSJob] = []

  /// The three bars of the full phase, in percent.
  struct FullTransfer: Sendable {
    var structure: Int
    var data: Int
    var index: Int
    /// In seconds.
    var remaining: Int64?
    /// When the service last updated it.
    var updatedAt: Double
  }

  var isIncremental: Bool { lagMilliseconds != nil }
}

/// An item of a precheck, or an object (a table, mostly) of a later step.
package struct DTSCheckItem: WireObject, Equatable, Sendable {
  @Told package var id: String?
  /// `CHECK_CONN_DEST` in a precheck, else the object.
  @Told package var item: String?
  /// `CHECK_CONN_DEST_DETAIL` in a precheck, else the object.
  @Told package var names: String?
  @Told package var state: String?
  /// May be a key such as `CHECK__ERROR_SAME_OBJ`.
  @Told package var errMsg: String?
  @Told package var errDetail: String?
  @Told package var repairMethod: String?
  @Told package var sourceSchema: String?
  @Told package var destSchema: String?
  @Told package var targetNames: String?
  /// Whether it may be passed over once it failed.
  @Told package var canSkip: Bool?
  /// Whether it was chosen to be passed over.
  @Told package var skip: Bool?
  /// `Y` or `N`.
  @Told package var ignoreFlag: String?
  /// Milliseconds for a migration, seconds for a sync, whatever the name says.
  @Told package var delaySeconds: Int64?
  /// `2021-03-16T08:01:34.000+00:00`, unlike the times of the other calls.
  @Told package var bootTime: String?
  @Told package var finishTime: String?
  @ToldList package var logs: [Log]?

  enum CodingKeys: String, CodingKey {
    case id = "Id"
    case item = "Item"
    case names = "Names"
    case state = "State"
    case errMsg = "ErrMsg"
    case errDetail = "ErrDetail"
    case repairMethod = "RepairMethod"
    case sourceSchema = "SourceSchema"
    case destSchema = "DestSchema"
    case targetNames = "TargetNames"
    case canSkip = "CanSkip"
    case skip = "Skip"
    case ignoreFlag = "IgnoreFlag"
    case delaySeconds = "DelaySeconds"
    case bootTime = "BootTime"
    case finishTime = "FinishTime"
    case logs = "Logs"
  }

  /// What was written while the item was worked on. The data beside it (`ErrData`) stays unread: it
  /// is the user's own.
  package struct Log: WireObject, Equatable, Sendable {
    @Told package var errMsg: String?
    @Told package var logLevel: String?

    enum CodingKeys: String, CodingKey {
      case errMsg = "ErrMsg"
      case logLevel = "LogLevel"
    }
  }
}

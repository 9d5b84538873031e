/// One item of a precheck.
struct DTSCheck {
  enum State: String, Sendable {
    case notStarted = "NotStarted"
    case checking = "Checking"
    case failed = "Failed"
    case warning = "Warning"
    case success = "Success"
  }

  let name: String
  let state: State
  let error: DTSError?

  private static let names = [
    "CHECK_CONN_SRC", "CHECK_CONN_DEST", "CHECK_SRC_BINLOG_ON", "CHECK_SRC_BINLOG_MODE",
    "CHECK_BINLOG_ROW_IMAGE", "CHECK_SERVER_ID", "CHECK_SAME_OBJECT", "CHECK_CONFLICT_DB",
    "CHECK_FOREIGN_KEY", "CHECK_SRC_PRIVILEGE", "CHECK_DEST_PRIVILEGE", "CHECK_DATA_SIZE",
  ]

  /// All of one job: those that are done, the one at work or failed, those that wait.
  static func items(of step: DTSStep) -> [DTSCheck] {
    let done = names.count * step.course.percent / 100
    return names.enumerated().map { number, name in
      if number < done {
        // The service lets a job pass with an item that only warns.
        let warns = step.remark != nil && name == "CHECK_FOREIGN_KEY"
        return DTSCheck(
          name: name, state: warns ? .warning : .success, error: warns ? .foreignKeys : nil)
      }
      guard number == done, step.startedAt != nil else {
        return DTSCheck(name: name, state: .notStarted, error: nil)
      }
      let error = step.course.error
      return DTSCheck(name: name, state: error == nil ? .checking : .failed, error: error)
    }
  }

  /// An element of `PrecheckStatus.Detail`, which knows only items with a result.
  var listed: Document? {
    guard state != .notStarted, state != .checking else { return nil }
    return [
      "CheckItem": .text(name), "CheckItemDescription": .text(longName),
      "CheckResult": state == .failed ? "Failed" : "Success",
      "FailedReason": state == .failed ? .text(error?.message ?? "") : nil,
      "RepairMethod": state == .failed ? .text(Self.repair) : nil,
    ]
  }

  var longName: String { "\(name)_DETAIL" }

  /// A key for a translation that the caller is left to find; empty where nothing is wrong.
  var errorKey: String {
    guard error != nil else { return "" }
    return "CHECK__\(state == .warning ? "WARN" : "ERROR")_\(name.dropFirst(6))"
  }

  static let repair = "Grant the missing privilege and run the check again."
}

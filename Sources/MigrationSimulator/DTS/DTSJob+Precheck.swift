extension DTSJob {
  private static let checks = [
    "CHECK_CONN_SRC", "CHECK_CONN_DEST", "CHECK_SRC_PRIVILEGE", "CHECK_DEST_PRIVILEGE",
    "CHECK_SRC_BINLOG_ON", "CHECK_SRC_BINLOG_MODE", "CHECK_BINLOG_ROW_IMAGE", "CHECK_SERVER_ID",
    "CHECK_SAME_OBJECT", "CHECK_CONFLICT_DB", "CHECK_FOREIGN_KEY", "CHECK_DATA_SIZE",
  ]

  /// The answer of DescribePreCheckStatus for the step with that code.
  func checkListing(of step: DTSStep, page: Int, size: Int, at moment: SimulatedMoment) -> Document
  {
    let items = Self.checks.enumerated().map { number, name in
      item(name, number, of: step, at: moment)
    }
    let failed = step.course.error == nil ? 0 : 1
    let shown = items.dropFirst((page - 1) * size).prefix(size)
    return [
      "JobId": .text(id), "JobName": .text(name), "Code": .text(step.code),
      "State": .text(stateWord(step)), "Total": .number(items.count),
      "ErrorItem": .number(failed), "PageNumber": .number(page),
      "PageRecordCount": .number(shown.count), "TotalRecordCount": .number(items.count),
      "JobProgress": .array(Array(shown)),
    ]
  }

  private func stateWord(_ step: DTSStep) -> String {
    switch step.course {
    case .waiting: "NotStarted"
    case .running: step.part == .precheck ? "Checking" : "Migrating"
    case .replicating, .retrying: "Migrating"
    case .caughtUp: "Catched"
    case .paused: "Suspending"
    case .failed: "Failed"
    case .finished: "Finished"
    }
  }

  private func item(
    _ name: String, _ number: Int, of step: DTSStep, at moment: SimulatedMoment
  ) -> Document {
    let done = Self.checks.count * step.course.percent / 100
    let error = number == done ? step.course.error : nil
    let isRunning = number == done && step.course.error == nil
    let state =
      error != nil
      ? "Failed" : number < done ? "Success" : isRunning && done > 0 ? "Checking" : "NotStarted"
    let boot = moment.date(at: createdAt + 60 + Double(number) * 4)
    return [
      "Item": .text(name), "Names": .text(source.database), "State": .text(state),
      "ErrMsg": .text(error?.message ?? ""), "ErrDetail": .text(error?.code ?? ""),
      "RepairMethod": error.map { _ in "Grant the missing privilege and run the check again." },
      "CanSkip": false, "Skip": false, "IgnoreFlag": "N", "OrderNum": .number(number),
      "Id": .text("\(id)_\(number)"), "Current": "1",
      "BootTime": .text(CivilTime(boot).isoWithOffset), "Logs": [],
    ]
  }
}

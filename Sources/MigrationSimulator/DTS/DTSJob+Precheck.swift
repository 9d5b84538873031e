/// What DescribePreCheckStatus is asked for.
struct DTSCheckQuery {
  let page: Int
  let size: Int
  /// A part of an object's name.
  let name: String?
}

extension DTSJob {
  /// The step with a code of DescribePreCheckStatus, where 04 is the incremental step of a sync
  /// too. `nil` for a code that it does not know.
  static func part(ofCheckCode code: String) -> DTSStep.Part? {
    ["01": .precheck, "02": .schema, "03": .full, "04": .write][code]
  }

  /// The answer of DescribePreCheckStatus for one step.
  func checkListing(
    of step: DTSStep, code: String, _ query: DTSCheckQuery, at moment: SimulatedMoment
  ) -> Document {
    let items = items(of: step, named: query.name, at: moment)
    let shown = items.dropFirst((query.page - 1) * query.size).prefix(query.size)
    return checkHead(of: step, code: code, items: items.count) + [
      "PageNumber": .number(query.page), "PageRecordCount": .number(shown.count),
      "TotalRecordCount": .number(items.count), "JobProgress": .array(Array(shown)),
      "SubDistributedJobStatus": .array(
        shards.compactMap { shard in
          shard.step(step.part).map { shard.subListing(of: $0, code: code, at: moment) }
        }),
      "FullNetCheckJobStatus": [], "AnalysisJobProgress": [], "ErrorAnalysisItem": 0,
    ]
  }

  private func subListing(
    of step: DTSStep, code: String, at moment: SimulatedMoment
  ) -> Document {
    let items = items(of: step, named: nil, at: moment)
    return checkHead(of: step, code: code, items: items.count) + ["JobProgress": .array(items)]
  }

  private func checkHead(of step: DTSStep, code: String, items: Int) -> Document {
    [
      "JobId": .text(id), "JobName": .text(step.part.name), "Code": .text(code),
      "State": .text(checkState(of: step)), "Total": .number(items),
      "ErrorItem": .number(step.course.error == nil ? 0 : 1),
    ]
  }

  private func checkState(of step: DTSStep) -> String {
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

  private func items(
    of step: DTSStep, named name: String?, at moment: SimulatedMoment
  ) -> [Document] {
    if step.part == .precheck {
      return DTSCheck.items(of: step).enumerated().map { checkItem($1, $0, of: step, at: moment) }
    }
    return DTSTable.all.filter { $0.matches(name) }.map { $0.document(of: self, step, at: moment) }
  }

  /// One item's times are in the service's second form.
  private func checkItem(
    _ check: DTSCheck, _ number: Int, of step: DTSStep, at moment: SimulatedMoment
  ) -> Document {
    let time = { (second: Double) -> Document in
      .text(CivilTime(moment.date(at: createdAt + 60 + second)).isoWithOffset)
    }
    let isOver = check.listed != nil
    let isBegun = check.state != .notStarted
    return [
      "Item": .text(check.name), "Names": .text(check.longName),
      "State": .text(check.state.rawValue), "ErrMsg": .text(check.errorKey),
      "ErrDetail": .text(check.error?.message ?? ""),
      "RepairMethod": check.error.map { _ in .text(DTSCheck.repair) },
      "CanSkip": .flag(check.state == .warning), "Skip": false, "IgnoreFlag": "N",
      "OrderNum": .number(number), "Id": .text("\(id)_\(number)"), "JobId": .text(id),
      "Current": .text(isOver ? "1" : "0"), "Total": 1, "Sub": "[]",
      "BootTime": isBegun ? time(Double(number) * 4) : nil,
      "FinishTime": isOver ? time(Double(number) * 4 + 3) : nil,
      "Logs": .array(check.error.map { [$0.log] } ?? []),
    ]
  }
}

extension DTSError {
  /// An element of an item's `Logs`.
  fileprivate var log: Document {
    [
      "ErrData": "", "ErrMsg": .text(message), "ErrType": .text(code), "LogLevel": "ERROR",
    ]
  }
}

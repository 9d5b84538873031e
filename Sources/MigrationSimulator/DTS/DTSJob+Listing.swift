extension DTSJob {
  /// An element of `DtsJobList` in DescribeDtsJobs.
  func listed(at moment: SimulatedMoment, withObjects: Bool) -> Document {
    let head: Document = [
      "DtsJobId": .text(id), "DtsInstanceID": .text("dts\(id)"), "DtsJobName": .text(name),
      "DtsJobClass": .text(instanceClass), "PayType": "PostPaid", "JobType": .text(kind.rawValue),
      "Status": .text(status), "CreateTime": .text(moment.text(createdAt)),
      "FinishTime": moment.text(finishedAt).map(Document.text),
      "Delay": .number(listedDelay),
      "Checkpoint": checkpoint(at: moment).map { .text(String($0)) },
      "ErrorMessage": .text(error?.message ?? ""), "ErrorDetails": error?.documents ?? [],
      "MigrationMode": migrationMode,
    ]
    return head + statuses + [
      "Performance": performance,
      "RetryState": retry?.document,
      "SourceEndpoint": source.document, "DestinationEndpoint": target.document,
      "DbObject": withObjects ? #"{"\#(source.database)":{"all":true}}"# : nil,
      "TagList": [["TagKey": "env", "TagValue": "demo"]],
    ]
  }

  /// A migration's in milliseconds, all others' in seconds, as the document says. -1 outside of the
  /// incremental phase.
  private var listedDelay: Int64 {
    guard let lagMilliseconds else { return -1 }
    return kind == .migration ? lagMilliseconds : lagMilliseconds / 1_000
  }

  /// Seconds since 1970 up to which changes have been applied.
  func checkpoint(at moment: SimulatedMoment) -> Int64? {
    lagMilliseconds.map { moment.secondsSince1970 - $0 / 1_000 }
  }

  var migrationMode: Document {
    [
      "StructureInitialization": .flag(step(.schema) != nil),
      "DataInitialization": .flag(step(.full) != nil),
      "DataSynchronization": .flag(step(.write) != nil || step(.capture) != nil),
      "FullDataCheck": .flag(step(.verification) != nil),
      "IncDataCheck": false, "StructureDataCheck": false,
    ]
  }

  /// Two texts: rows and megabytes a second.
  private var performance: Document {
    [
      "Rps": .text(rowsPerSecond.shown(2)), "Flow": .text(megabytesPerSecond.shown(3)),
    ]
  }

  private var statuses: Document {
    [
      "PrecheckStatus": status("Checking", of: .precheck, progress: nil),
      "StructureInitializationStatus": status("Migrating", of: .schema, progress: "22"),
      "DataInitializationStatus": status("Migrating", of: .full, progress: String(rows)),
      "DataSynchronizationStatus": synchronization(progress: "0/0"),
      "FullDataCheckStatus": status(
        "Checking", of: .verification,
        progress: "\(rows / 9_000) rows/s (row: \(rows / 2)/\(rows), table: 22/59)"),
    ]
  }

  /// The status object of one phase; every value in it is a text.
  private func status(_ running: String, of part: DTSStep.Part, progress: String?) -> Document? {
    guard let course = step(part)?.course else { return nil }
    return [
      "Status": .text(course.listedState(running: running)),
      "Percent": .text(String(course.percent)), "Progress": progress.map(Document.text),
      "ErrorMessage": .text(course.error?.message ?? ""),
    ]
  }

  func synchronization(progress: String) -> Document? {
    guard let course = (step(.write) ?? step(.capture))?.course else { return nil }
    return [
      "Status": .text(course.listedState(running: "Migrating")),
      "Percent": .text(String(course.percent)), "Progress": .text(progress),
      "ErrorMessage": .text(course.error?.message ?? ""), "NeedUpgrade": false,
    ]
  }
}

extension DTSStep.Course {
  /// In the vocabulary of the listing, which has no word for a retry.
  fileprivate func listedState(running: String) -> String {
    switch self {
    case .waiting: "NotStarted"
    case .running, .replicating, .retrying: running
    case .caughtUp: "Catched"
    case .paused: "Suspending"
    case .failed: "Failed"
    case .finished: "Finished"
    }
  }
}

extension DTSRetry {
  var document: Document {
    [
      "Retrying": true, "RetryCount": .number(count), "RetryTime": .number(seconds),
      "MaxRetryTime": 7_200, "RetryTarget": .text(target), "Module": .text(module),
      "ErrMessage": .text(message),
    ]
  }
}

extension DatabaseSeat {
  var document: Document {
    [
      "InstanceType": "CEN", "InstanceID": "", "EngineName": .text(engine.uppercased()),
      "Ip": .text(host), "Port": .text(String(port)), "UserName": "dts",
      "DatabaseName": .text(database), "Region": .text(DTSFleet.region), "OracleSID": "",
      "SslSolutionEnum": "DISABLE",
    ]
  }
}

extension Double {
  /// With so many decimals.
  func shown(_ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int64((self * scale).rounded())
    let divisor = Int64(scale)
    return "\(scaled / divisor).\((abs(scaled) % divisor).padded(decimals))"
  }
}

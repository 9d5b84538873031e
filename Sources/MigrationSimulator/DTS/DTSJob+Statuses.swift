extension DTSJob {
  /// The status objects of the phases, in which every number is a text.
  ///
  /// Those of the phases before the incremental one vanish when a sync reaches it.
  ///
  /// - Parameter isSubJob: A sub-job's speak of rows a second where a job's count rows.
  func statuses(isSubJob: Bool) -> Document {
    let progress = isSubJob ? speed : "0/0"
    let incremental: Document = [
      "DataSynchronizationStatus": synchronization(progress: progress),
      "DataEtlStatus": status("Migrating", of: .etl, progress: "0"),
    ]
    let isPastInitialization = kind == .sync && status == "Synchronizing"
    let initial = isPastInitialization ? .object([]) : initialization
    return initial + incremental + (isSubJob ? .object([]) : dataChecks)
  }

  private var initialization: Document {
    [
      "PrecheckStatus": precheckStatus,
      "StructureInitializationStatus": status("Migrating", of: .schema, progress: "22"),
      "DataInitializationStatus": status("Migrating", of: .full, progress: String(rows)),
    ]
  }

  private var dataChecks: Document {
    let counted = "\(rows / 9_000) rows/s (row: \(rows / 2)/\(rows), table: 22/59)"
    let full = status("Checking", of: .verification, progress: counted)
    return [
      "FullDataCheckStatus": full.map { $0 + ["CanSwitch": false] },
      "IncDataCheckStatus": incrementalCheck.map {
        $0.document(running: "Checking", progress: "1 rows/s (row: 5/5, table: 1/1)")
      },
      "StructureDataCheckStatus": structureCheck.map {
        $0.document(running: "Checking", progress: "22/22")
      },
    ]
  }

  /// The precheck's, which has no progress of its own, but its items as long as they matter.
  private var precheckStatus: Document? {
    guard let step = step(.precheck) else { return nil }
    let isQuiet = step.course.percent == 100 && step.remark == nil
    return step.course.document(running: "Checking", progress: nil)
      + ["Detail": .array(isQuiet ? [] : DTSCheck.items(of: step).compactMap(\.listed))]
  }

  /// Nothing for a phase that does not belong to the job.
  private func status(_ running: String, of part: DTSStep.Part, progress: String) -> Document? {
    step(part).map {
      $0.course.document(running: running, progress: progress, remark: $0.remark)
    }
  }

  func synchronization(progress: String) -> Document? {
    guard let course = (step(.write) ?? step(.capture))?.course else { return nil }
    return course.document(running: "Migrating", progress: progress) + ["NeedUpgrade": false]
  }

  /// As the detail words it.
  var speed: String { "\(rowsPerSecond.shown(2))RPS/(\(megabytesPerSecond.shown(3))MB/s)" }
}

extension DTSStep.Course {
  /// - Parameter remark: A text that stands although nothing has failed.
  func document(running: String, progress: String?, remark: String? = nil) -> Document {
    [
      "Status": .text(listedState(running: running)), "Percent": .text(String(percent)),
      "Progress": progress.map(Document.text),
      "ErrorMessage": .text(error?.message ?? remark ?? ""),
    ]
  }

  /// In the vocabulary of the listing, which has no word for a retry.
  private func listedState(running: String) -> String {
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
  /// - Parameter isInSubJob: A sub-job's has another name for its text.
  func document(jobID: String, isInSubJob: Bool = false) -> Document {
    [
      "JobId": .text(jobID), "Retrying": true, "RetryCount": .number(count),
      "RetryTime": .number(seconds), "MaxRetryTime": 7_200, "RetryTarget": .text(target),
      "Module": .text(module), isInSubJob ? "ErrMsg" : "ErrMessage": .text(message),
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

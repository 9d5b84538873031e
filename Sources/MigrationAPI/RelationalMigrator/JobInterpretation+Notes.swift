import MigrationModel

extension RelationalMigrator.JobInterpretation {
  /// Oddities, contradictions first.
  var notes: [String] {
    contradictions.map { Job.contradictionMark + $0 }
      + [pastFailure, emptyCopy, shortCopy, partialComparison, negativeLag, connector]
      .compactMap(\.self)
      + settingNotes + logNotes
      + document.unknown.notes
  }

  private var pastFailure: String? {
    guard state != .failed || hasOnlyDifferences, let error = document.failureError, error.isTold
    else { return nil }
    return "failure reported while not failed: \(error.text)"
  }

  /// Seen when a database name was written in the wrong case: every table was skipped, none was
  /// missed. Row filters may leave nothing to copy.
  private var emptyCopy: String? {
    guard status == .completed, document.statistics?.totalEventsSeen == 0 else { return nil }
    guard let total = document.statistics?.totalEvents?.ifPositive else {
      return "completed without copying a row"
    }
    return filteredTables > 0
      ? "completed with 0 of an estimated \(total.grouped) rows, which the row filters may explain"
      : nil
  }

  /// The estimate may be wrong, so that fewer rows are no contradiction.
  private var shortCopy: String? {
    guard status == .completed, let done = progress.rows.done, done > 0,
      let total = progress.rows.total, Double(done) < 0.95 * Double(total)
    else { return nil }
    return "completed with \(done.grouped) of an estimated \(total.grouped) rows"
  }

  private var partialComparison: String? {
    guard state == .done, verificationStatus == .cancelled else { return nil }
    return "the verification was cancelled: the data was not compared to the end"
  }

  /// Below -1, which only means that there is none: the migrator subtracts two clocks.
  private var negativeLag: String? {
    guard replicates, let milliseconds = document.cdcStatistics?.latestBatchMaxSourceDbLagMs,
      milliseconds < -1
    else { return nil }
    return "a lag of \(milliseconds) ms is told: the source's clock is ahead of the migrator's"
  }

  private var connector: String? {
    guard let word = document.connectorStatus?.nonEmpty, connectorStatus != .running,
      brokenConnector == nil
    else { return nil }
    return "connector status: \(word)"
  }

  /// The data is compared once it is copied.
  private var earlyVerification: String? {
    let isEarly = status == .notStarted || (status != .completed && !snapshotIsOver)
    switch verificationStatus {
    case .verifying, .verified, .failed, .cancelling:
      guard isEarly, let word = document.verificationWord else { return nil }
      let copy =
        status == .notStarted ? "the status is NOT_STARTED" : "the snapshot is not completed"
      return "the verification is \(word), \(copy)"
    case .aborted, .cancelled, nil: return nil
    }
  }

  private var contradictions: [String] {
    var found: [String] = []
    let statistics = document.statistics
    if status == .completed {
      if statistics?.totalEventsSeen == 0, filteredTables == 0,
        let total = statistics?.totalEvents?.ifPositive
      {
        found.append("the status is COMPLETED, 0 of \(total) rows were copied")
      }
      if statistics?.snapshotCompleted == false, mode != .cdcOnly {
        found.append("the status is COMPLETED, the snapshot is not")
      }
      if let remaining = statistics?.remainingTableCount, remaining > 0 {
        found.append("the status is COMPLETED, \(remaining) tables remain")
      }
    }
    if mode == .cdc, status == .completed, cdcStatus == .notStarted {
      found.append("the mode is CDC and the status COMPLETED, the CDC status is NOT_STARTED")
    }
    if mode == .snapshot, let word = document.cdcWord, cdcStatus != .notStarted {
      found.append("the mode is SNAPSHOT, the CDC status is \(word)")
    } else if status == .running, !snapshotIsOver, cdcStatus == .running || cdcStatus == .completing
    {
      found.append("the CDC status is \(document.cdcWord ?? ""), the snapshot is not completed")
    }
    if let brokenConnector {
      found.append("the status is \(document.nativeStatus), \(brokenConnector)")
    }
    if let earlyVerification { found.append(earlyVerification) }
    return found
  }
}

extension Int64 {
  /// `88,363`, for a count that is not negative.
  fileprivate var grouped: String {
    let digits = Array(String(self))
    return digits.indices.reduce(into: "") { text, index in
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digits[index])
    }
  }
}

import MigrationModel

extension RelationalMigrator.JobInterpretation {
  /// `nil` unless the job has failed: the object may stay from an attempt before.
  var failure: Failure? {
    guard state == .failed, let error = document.failureError, error.isTold else { return nil }
    return Failure(
      code: error.errorType?.nonEmpty, message: error.message?.nonEmpty,
      at: error.failureAt.flatMap { Timestamp.parse($0) }, location: error.location,
      duringSetup: error.setupError)
  }

  /// `nil` where the service says nothing about the job at all.
  var verification: Verification? {
    guard asksForVerification else {
      return document.metadata == nil ? nil : Verification(state: .notRequested)
    }
    return Verification(state: verificationState, nativeStatus: document.verificationWord)
  }

  private var verificationState: Verification.State {
    switch verificationStatus {
    case .verifying, .cancelling: .verifying
    case .verified: .verified
    case .failed: .different
    case .aborted: .aborted
    case .cancelled: .cancelled
    case nil: document.verificationWord == nil ? .pending : .unknown
    }
  }

  /// Any word but `AVAILABLE` means that the statistics stand still, whatever the job does.
  var scrape: Scrape? {
    guard let jmx = document.jmxConnectivity else { return nil }
    let word = jmx.status?.nonEmpty
    let lastSuccessAt = jmx.lastSuccessfulScrapeAt.flatMap { Timestamp.parse($0) }
    let message = jmx.errorMessage?.nonEmpty
    guard word != nil || lastSuccessAt != nil || message != nil else { return nil }
    let isAvailable = word.map { $0.uppercased() == "AVAILABLE" } ?? true
    return Scrape(
      isAvailable: isAvailable, lastSuccessAt: lastSuccessAt,
      message: message ?? (isAvailable ? nil : word))
  }

  var notes: [String] {
    contradictions.map { "contradiction: \($0)" }
      + [pastFailure, emptyCopy, partialComparison, connector].compactMap(\.self) + logNotes
      + document.unknown.notes
  }

  private var pastFailure: String? {
    guard state != .failed, let error = document.failureError, error.isTold else { return nil }
    return "failure reported while not failed: \(error.text)"
  }

  /// Seen when a database name was written in the wrong case: every table was skipped, none was
  /// missed.
  private var emptyCopy: String? {
    guard status == .completed, document.statistics?.totalEventsSeen == 0,
      document.statistics?.totalEvents.map({ $0 <= 0 }) ?? true
    else { return nil }
    return "completed without copying a row"
  }

  private var partialComparison: String? {
    guard state == .done, verificationStatus == .cancelled else { return nil }
    return "the verification was cancelled: the data was not compared to the end"
  }

  private var connector: String? {
    guard let word = document.connectorStatus?.nonEmpty, word.uppercased() != "RUNNING" else {
      return nil
    }
    return "connector status: \(word)"
  }

  private var contradictions: [String] {
    var found: [String] = []
    let statistics = document.statistics
    if status == .completed {
      if statistics?.totalEventsSeen == 0, let total = statistics?.totalEvents, total > 0 {
        found.append("the status is COMPLETED, 0 of \(total) rows were copied")
      }
      if statistics?.snapshotCompleted == false, mode != .cdcOnly {
        found.append("the status is COMPLETED, the snapshot is not")
      }
      if let remaining = statistics?.remainingTableCount, remaining > 0 {
        found.append("the status is COMPLETED, \(remaining) tables remain")
      }
    }
    if mode == .snapshot, let word = document.cdcWord, cdcStatus != .notStarted {
      found.append("the mode is SNAPSHOT, the CDC status is \(word)")
    } else if status == .running, !snapshotIsOver, cdcStatus == .running || cdcStatus == .completing
    {
      found.append("the CDC status is \(document.cdcWord ?? ""), the snapshot is not completed")
    }
    return found
  }

  /// Errors in the log that versions until 1.14 had in the document; the newest in words.
  private var logNotes: [String] {
    let errors = document.jobUpdates?.filter { $0.eventType?.uppercased() == "ERROR" } ?? []
    let newest = errors.max { ($0.timestamp ?? "") < ($1.timestamp ?? "") }
    guard let newest else { return [] }
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    return ["\(count) in the job's log, the last: \(newest.message ?? "without a message")"]
  }
}

extension RelationalMigrator.FailureError {
  /// Whether anything is in the object: an explicit `null` in every field is nothing.
  fileprivate var isTold: Bool { !text.isEmpty }

  fileprivate var text: String {
    [errorType, message].compactMap { $0?.nonEmpty }.joined(separator: ": ")
  }

  fileprivate var location: String? {
    let parts = [failedLocationType, failedLocation].compactMap { $0?.nonEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

import MigrationModel

extension RelationalMigrator.JobInterpretation {
  /// `nil` unless the job has failed: the object may stay from an attempt before.
  var failure: Failure? {
    guard state == .failed else { return nil }
    if hasOnlyDifferences { return Failure(message: comparisonTrouble, duringSetup: false) }
    guard let error = document.failureError, error.isTold else { return nil }
    return Failure(
      code: error.errorType?.nonEmpty, message: error.message?.nonEmpty,
      at: error.failureAt.flatMap { Timestamp.parse($0) }, location: error.location,
      duringSetup: error.setupError)
  }

  /// Whether the job itself has not failed: its copy is complete and not the same.
  var hasOnlyDifferences: Bool {
    status == .completed && phase == .verifying && verificationStatus == .failed
  }

  /// What is wrong with the comparison, for which the service has no words but its status.
  var comparisonTrouble: String? {
    switch verificationStatus {
    case .failed: "source and target differ (verification FAILED)"
    case .aborted: "the verifier broke (ABORTED)"
    case .verifying, .verified, .cancelling, .cancelled, nil: nil
    }
  }

  /// `nil` where the service says nothing about the job at all.
  var verification: Verification? {
    guard asksForVerification else {
      return document.metadata == nil ? nil : Verification(state: .notRequested)
    }
    // The service tells no end of it, and compares once.
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
  var scrape: Scrape {
    let jmx = document.jmxConnectivity
    let word = jmx?.status?.nonEmpty
    let status: Scrape.Status =
      switch RelationalMigrator.JMXStatus(word: word) {
      case .available: .available
      case nil: word == nil ? .notTold : .unavailable
      }
    return Scrape(
      status: status, lastSuccessAt: jmx?.lastSuccessfulScrapeAt.flatMap { Timestamp.parse($0) },
      message: jmx?.errorMessage?.nonEmpty ?? (status == .unavailable ? word : nil))
  }
}

extension RelationalMigrator.FailureError {
  /// Whether anything is in the object: an explicit `null` in every field is nothing.
  var isTold: Bool { !text.isEmpty }

  var text: String {
    [errorType, message].compactMap { $0?.nonEmpty }.joined(separator: ": ")
  }

  fileprivate var location: String? {
    let parts = [failedLocationType, failedLocation].compactMap { $0?.nonEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

import MigrationModel

extension DRS {
  /// The calls behind a reading of details, each for tasks in one state.
  package enum DetailsCall: CaseIterable, Hashable, Sendable {
    /// RPO and RTO of a disaster recovery that replicates.
    case delays
    /// The check of a task that is being configured.
    case precheck
  }
}

extension ProviderError {
  /// Whether a call has nothing to tell of a task in its state.
  var meansNothingNow: Bool {
    let code = DRS.ErrorCode(code)
    return code == .wrongStatus || code == .emptyResult
  }

  /// Whether a call of details has nothing to tell of a task.
  ///
  /// A task that was never checked has no code of its own in the documents, so that several stand
  /// for it. Whether there is such a task at all is for the calls to tell that every task has.
  var meansNoDetails: Bool {
    if meansNothingNow || meansMissingTask { return true }
    guard let known = DRS.ErrorCode(code) else { return kind == .rejected && saysNoDetails }
    return known == .invalidParameter
  }

  private var saysNoDetails: Bool {
    if status == 404, code != nil { return true }
    let words = message.lowercased()
    return !isPermission
      && ["no pre-check", "no precheck", "not pre-check", "not precheck", "not been pre-check"]
        .contains { words.contains($0) }
  }

  /// Whether this installation of the service does not have the call at all.
  var meansUnknownCall: Bool {
    status == 404 && (code == nil || DRS.ErrorCode(code) == .noSuchAPI)
  }
}

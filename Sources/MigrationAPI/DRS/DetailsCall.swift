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
  /// Whether the service knows the task and has nothing of the kind to tell of it in its state.
  ///
  /// A task that was never checked has no code of its own in the documents, only words.
  var meansNothingToTell: Bool {
    switch DRS.ErrorCode(code) {
    case .wrongStatus, .emptyResult: return true
    case nil:
      let words = message.lowercased()
      return kind == .rejected && !isPermission
        && ["no pre-check", "no precheck", "not pre-check", "not precheck", "not been pre-check"]
          .contains { words.contains($0) }
    case .some: return false
    }
  }

  /// Whether this installation of the service does not have the call at all.
  var meansUnknownCall: Bool {
    status == 404 && (code == nil || DRS.ErrorCode(code) == .noSuchAPI)
  }
}

import MigrationModel

extension RelationalMigrator.JobInterpretation {
  /// The log as far as the document has it, which it does until 1.14.
  ///
  /// It keeps as much as a call for it would bring.
  var log: [LogEntry]? {
    document.jobUpdates.map {
      LogEntry.newest(RelationalMigratorProvider.longestLog, of: $0.compactMap(\.entry))
    }
  }

  /// A service of unknown version is asked once.
  var details: Job.Details {
    guard document.jobUpdates == nil else { return .nothing }
    return version.map { $0 < .withLog } == true ? .nothing : .log
  }

  /// Errors in that log; the newest in words.
  var logNotes: [String] {
    let errors = (document.jobUpdates ?? []).compactMap(\.entry).filter { $0.severity == .error }
    guard let newest = LogEntry.newest(1, of: errors).first else { return [] }
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    return ["\(count) in the job's log, the last: \(newest.message)"]
  }
}

package import MigrationModel

extension JobError {
  /// The errors of the service's own log, the newest first, each once with how often it is there.
  ///
  /// The job's failure is not told a second time.
  package static func logged(of job: Job) -> [JobError] {
    var order: [LogEntry] = []
    var found: [LogEntry: JobError] = [:]
    for entry in job.log ?? [] where entry.severity == .error && !isFailure(entry, of: job) {
      let key = LogEntry(
        severity: .error, message: entry.message, code: entry.code, location: entry.location)
      if found[key] == nil { order.append(key) }
      var error = found[key] ?? JobError(entry)
      error.times = (error.times ?? 0) + (entry.count ?? 1)
      error.firstAt = entry.at ?? error.firstAt
      found[key] = error
    }
    return order.compactMap { found[$0] }
  }

  private static func isFailure(_ entry: LogEntry, of job: Job) -> Bool {
    guard let message = job.failure?.message else { return false }
    return entry.message == message || entry.details == message
  }

  private init(_ entry: LogEntry) {
    code = entry.code
    message = [entry.message, entry.details].compactMap(\.self).joined(separator: "\n")
    path = ["the service's log"]
    at = entry.at
    location = entry.location
    help = nil
    isActive = false
  }
}

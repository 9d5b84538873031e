package import MigrationModel

extension JobError {
  /// The errors of the service's own log, the newest first, each text once with how often and where.
  ///
  /// The job's failure is not told a second time.
  package static func logged(of job: Job) -> [JobError] {
    var order: [ID] = []
    var found: [ID: JobError] = [:]
    for entry in job.log ?? [] where entry.severity == .error && !isFailure(entry, of: job) {
      let id = ID(code: entry.code, message: entry.message)
      if found[id] == nil { order.append(id) }
      var error = found[id] ?? JobError(entry)
      error.times = (error.times ?? 0) + (entry.count ?? 1)
      error.firstAt = entry.at ?? error.firstAt
      if let location = entry.location, !error.locations.contains(location) {
        error.locations.append(location)
      }
      found[id] = error
    }
    return order.compactMap { found[$0] }
  }

  /// Each error once: one that the log has too is told how often and when the log has it.
  static func merging(_ errors: [JobError]) -> [JobError] {
    var merged: [JobError] = []
    var places: [ID: Int] = [:]
    for error in errors {
      if let place = places[error.id] {
        merged[place].learn(error)
      } else {
        places[error.id] = merged.count
        merged.append(error)
      }
    }
    return merged
  }

  private mutating func learn(_ other: JobError) {
    if let more = other.times { times = (times ?? 0) + more }
    firstAt = [firstAt, other.firstAt].compactMap(\.self).min()
    at = [at, other.at].compactMap(\.self).max()
    locations += other.locations.filter { !locations.contains($0) }
  }

  private static func isFailure(_ entry: LogEntry, of job: Job) -> Bool {
    guard let message = job.failure?.message else { return false }
    return entry.message == message || entry.details == message
  }

  private init(_ entry: LogEntry) {
    self.init(
      .log, code: entry.code,
      message: [entry.message, entry.details].compactMap(\.self).joined(separator: "\n"),
      path: ["the service's log"], at: entry.at, isActive: false)
  }
}

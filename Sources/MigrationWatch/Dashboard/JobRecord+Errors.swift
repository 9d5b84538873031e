import MigrationModel

extension JobRecord {
  /// The errors that hold the job up: told once more, they are not met again.
  ///
  /// Of a job that goes on they are those of an attempt before.
  var standingErrors: Set<JobError.ID> {
    guard job.state == .failed || job.state == .warning else { return [] }
    let own = job.state == .failed ? JobError.all(of: job).first { $0.origin == .job } : nil
    return Set([own?.id].compactMap(\.self) + job.steps.flatMap(\.standingErrors))
  }
}

extension Step {
  /// The error that holds the step up; `nil` for the text of one that goes on.
  var standingError: JobError.ID? {
    guard state == .failed || state == .warning else { return nil }
    return error.map(JobError.ID.init)
  }

  /// The same of its parts too.
  fileprivate var standingErrors: [JobError.ID] {
    [standingError].compactMap(\.self) + children.flatMap(\.standingErrors)
  }
}

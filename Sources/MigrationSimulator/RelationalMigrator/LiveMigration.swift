/// The one job that an instance can have at a time.
struct LiveMigration {
  let id: String
  let project: RelationalMigratorProject
  let seed: UInt64
  let course: LiveCourse

  private static let completing = 20.0
  private static let cleaning = 5.0
  private static let verifying = 180.0
  private static let resting = 112.0

  init(
    id: String, project: RelationalMigratorProject, seed: UInt64, course: LiveCourse
  ) {
    self.id = id
    self.project = course.estimate.map { project.estimated($0) } ?? project
    self.seed = seed
    self.course = course
  }

  func job(after elapsed: Double) -> RelationalMigratorJob {
    let elapsed = elapsed + course.offset
    let submittedAt = course.repeats ? (elapsed / period).rounded(.down) * period : 0
    // What is over when the simulation begins is told as the past.
    var job = RelationalMigratorJob(
      id: id, project: project, submittedAt: submittedAt - course.offset)
    job.mode = course.mode
    if job.mode == .snapshot { job.verification = RelationalMigratorJob.Verification() }
    let second = elapsed - submittedAt - course.waiting
    guard second >= 0 else { return job }
    job.status = "RUNNING"
    job.log.append(.info("Job started", at: job.submittedAt + course.waiting))
    if course.hasSnapshot { snapshot(&job, second) }
    guard second >= course.snapshotEnd else { return job }
    switch course.ending {
    case .verification(let word):
      verify(&job, second - course.snapshotEnd, word)
    case .changes(let pattern, let seconds, let end):
      capture(&job, second - course.snapshotEnd, pattern, until: seconds, end)
    }
    return job
  }

  private var period: Double {
    let tail =
      switch course.ending {
      case .verification: Self.cleaning + Self.verifying
      case .changes(_, let seconds, _): seconds + Self.completing + Self.cleaning
      }
    return course.waiting + course.snapshotEnd + tail + Self.resting
  }

  private func capture(
    _ job: inout RelationalMigratorJob, _ second: Double, _ pattern: ChangeStream.Pattern,
    until end: Double, _ interruption: LiveCourse.Interruption
  ) {
    let startedAt = job.submittedAt + course.waiting + course.snapshotEnd
    let capture = ChangeStream(seed: seed, pattern: pattern).capture(
      startedAt: startedAt, after: min(second, end))
    job.cdc = capture
    job.snapshot?.rowsSeen += capture.events
    guard second >= end else {
      job.cdcStatus = "RUNNING"
      return
    }
    switch interruption {
    case .completion: complete(&job, second - end, at: startedAt + end)
    case .pause: (job.status, job.cdcStatus) = ("PAUSED", "PAUSED")
    case .failure: fail(&job, at: startedAt + end)
    }
  }

  private func complete(_ job: inout RelationalMigratorJob, _ second: Double, at end: Double) {
    guard second >= Self.completing else {
      job.cdcStatus = "COMPLETING"
      return
    }
    job.cdcStatus = "COMPLETED"
    guard second >= Self.completing + Self.cleaning else {
      job.status = "CLEANING_UP"
      return
    }
    job.status = "COMPLETED"
    job.log.append(.info("Job completed", at: end + Self.completing + Self.cleaning))
  }

  private func fail(_ job: inout RelationalMigratorJob, at end: Double) {
    (job.status, job.cdcStatus) = ("FAILED", "FAILED")
    let message = """
      An exception occurred in the change event producer. This connector will be stopped.
      ORA-01291: missing log file
      """
    job.failure = RelationalMigratorJob.Failure(
      type: "ConnectorException", message: message, at: end, isSetup: false)
    job.log.append(
      RelationalMigratorJob.LogEvent(
        type: "ERROR", at: end, message: "Job failed", details: message,
        errorType: "ConnectorException"))
  }

  private func verify(_ job: inout RelationalMigratorJob, _ second: Double, _ word: String) {
    let end = job.submittedAt + course.waiting + course.snapshotEnd + Self.cleaning
    guard second >= Self.cleaning else {
      job.status = "CLEANING_UP"
      return
    }
    job.status = "COMPLETED"
    let isOver = second >= Self.cleaning + Self.verifying
    job.verification?.status = isOver ? word : "VERIFYING"
    job.log.append(.info("Job completed", at: end))
    job.log.append(.info("Verification started", at: end + 1))
    guard isOver else { return }
    job.log.append(.verification(word, of: project.schema, at: end + Self.verifying))
  }
}

extension RelationalMigratorJob.LogEvent {
  static func info(_ message: String, at second: Double) -> Self {
    Self(type: "INFO", at: second, message: message)
  }

  /// The last word of a verification.
  static func verification(_ word: String, of schema: MigratedSchema, at second: Double) -> Self {
    switch word {
    case "FAILED":
      let rows = schema.tables.last?.rows ?? 0
      return Self(
        type: "ERROR", at: second, message: "Verification found differences",
        details: "Count mismatch: \(rows) rows in the table, \(rows - 24) documents in the "
          + "collection",
        table: schema.tables.last?.name, errorType: "CountMismatch")
    case "ABORTED":
      return Self(
        type: "ERROR", at: second, message: "Verification error",
        details: "BsonValue cannot be null", errorType: "IllegalArgumentException",
        stackTrace: [
          "java.lang.IllegalArgumentException: BsonValue cannot be null",
          "\tat org.bson.assertions.Assertions.notNull(Assertions.java:37)",
        ])
    default:
      return .info("Verification completed", at: second)
    }
  }
}

/// A job of the instance's history, which never changes again.
struct PastMigration {
  enum End {
    case verified, different, aborted, cancelled, neverBegan, brokeOff
  }

  let id: String
  let project: RelationalMigratorProject
  let end: End
  let submittedAt: Double

  var job: RelationalMigratorJob {
    var job = RelationalMigratorJob(id: id, project: project, submittedAt: submittedAt)
    job.verification = RelationalMigratorJob.Verification()
    switch end {
    case .verified: verify(&job, "VERIFIED")
    case .different: differ(&job)
    case .aborted: abort(&job)
    case .cancelled: cancel(&job)
    case .neverBegan: refuse(&job)
    case .brokeOff: breakOff(&job)
    }
    return job
  }

  private func copy(_ job: inout RelationalMigratorJob, part: Double, seconds: Double) {
    let rows = Int64(Double(project.schema.rows) * part)
    job.snapshot = RelationalMigratorJob.Snapshot(
      startedAt: job.submittedAt + 2, seconds: seconds,
      rowsSeen: part < 1 ? rows / 2_048 * 2_048 : rows, isCompleted: part >= 1)
    job.log.append(.info("Job started", at: job.submittedAt + 2))
    let finished = part < 1 ? project.schema.finishedTables(afterRows: rows) : Int.max
    for (index, table) in project.schema.tables.prefix(finished).enumerated() {
      let share = Double(index + 1) / Double(project.schema.tables.count)
      job.log.append(
        .info(
          "Processed snapshot of table: \(table.name)", at: job.submittedAt + seconds * share))
    }
  }

  private func verify(_ job: inout RelationalMigratorJob, _ status: String) {
    copy(&job, part: 1, seconds: 96)
    job.status = "COMPLETED"
    job.verification?.status = status
    job.log.append(.info("Job completed", at: job.submittedAt + 101))
    job.log.append(.info("Verification started", at: job.submittedAt + 102))
  }

  private func differ(_ job: inout RelationalMigratorJob) {
    verify(&job, "FAILED")
    job.log.append(.verification("FAILED", of: project.schema, at: job.submittedAt + 170))
  }

  private func abort(_ job: inout RelationalMigratorJob) {
    verify(&job, "ABORTED")
    job.log.append(.verification("ABORTED", of: project.schema, at: job.submittedAt + 144))
  }

  private func cancel(_ job: inout RelationalMigratorJob) {
    copy(&job, part: 0.081, seconds: 31)
    job.status = "CANCELLED"
    job.log.append(
      RelationalMigratorJob.LogEvent(
        type: "WARNING", at: job.submittedAt + 33, message: "Job cancelled by user"))
  }

  private func refuse(_ job: inout RelationalMigratorJob) {
    job.status = "FAILED"
    fail(
      &job, after: 4, isSetup: true, type: "DatabaseSetupException",
      message: """
        The source database is not configured for the migration.
        binlog_row_image is MINIMAL; FULL is required.
        The user 'migrator' lacks REPLICATION SLAVE, REPLICATION CLIENT.
        """)
  }

  private func breakOff(_ job: inout RelationalMigratorJob) {
    copy(&job, part: 0.443, seconds: 58)
    job.status = "FAILED"
    fail(
      &job, after: 61, isSetup: false, type: "MongoNotPrimaryException",
      message: """
        Command failed with error 10107 (NotWritablePrimary): 'not primary' on server mongo-b:27017.
        The full response is {"ok": 0.0, "errmsg": "not primary", "code": 10107}
        Retries exhausted: 5 of 5
        """)
  }

  private func fail(
    _ job: inout RelationalMigratorJob, after seconds: Double, isSetup: Bool, type: String,
    message: String
  ) {
    let at = job.submittedAt + seconds
    let finished = project.schema.finishedTables(afterRows: job.snapshot?.rowsSeen ?? 0)
    job.failure = RelationalMigratorJob.Failure(
      type: type, message: message, at: at, isSetup: isSetup,
      table: isSetup ? nil : project.schema.tables[finished].name)
    job.log.append(
      RelationalMigratorJob.LogEvent(
        type: "ERROR", at: at, message: "Job failed", details: message, errorType: type))
  }
}

extension PastMigration {
  /// - Parameter number: In the instance's history; 1 is the latest.
  init(id: String, number: Int, seed: UInt64) {
    self.init(
      id: id, project: Self.project(number), end: End(number: number, seed: seed),
      submittedAt: Self.time(number))
  }

  static func time(_ number: Int) -> Double { -4_000 - Double(number) * 18_000 }

  private static func project(_ number: Int) -> RelationalMigratorProject {
    switch number {
    case 1, 4: .retail
    case 2, 3: .northwind
    case 5, 6: .insurance
    default: RelationalMigratorProject.all[number % RelationalMigratorProject.all.count]
    }
  }
}

extension PastMigration.End {
  fileprivate init(number: Int, seed: UInt64) {
    let first: [Self] = [.aborted, .cancelled, .verified, .different, .neverBegan, .brokeOff]
    guard number > first.count else {
      self = first[number - 1]
      return
    }
    let unusual: [Self] = [.different, .aborted, .cancelled, .brokeOff]
    var random = SplitMix64(seed: seed, index: number, purpose: .story)
    self = random.unit() < 0.7 ? .verified : unusual[Int(random.next() % 4)]
  }
}

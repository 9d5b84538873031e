/// The one job that an instance can have at a time. When it is over, it is started again.
///
/// A seed that is odd plays continuous mode: snapshot, then changes. One that is even plays a
/// snapshot with verification behind it.
struct LiveMigration {
  let id: String
  let seed: UInt64

  private static let waiting = 3.0
  private static let copying = 300.0
  private static let capturing = 1_800.0
  private static let completing = 20.0
  private static let cleaning = 5.0
  private static let verifying = 180.0
  private static let resting = 112.0

  private var isContinuous: Bool { seed % 2 == 1 }
  private var project: RelationalMigratorProject { .library }

  func job(after elapsed: Double) -> RelationalMigratorJob {
    let tail =
      isContinuous
      ? Self.capturing + Self.completing + Self.cleaning : Self.cleaning + Self.verifying
    let period = Self.waiting + Self.copying + tail + Self.resting
    let submittedAt = (elapsed / period).rounded(.down) * period
    var job = RelationalMigratorJob(id: id, project: project, submittedAt: submittedAt)
    job.mode = isContinuous ? "CDC" : "SNAPSHOT"
    if !isContinuous { job.verification = RelationalMigratorJob.Verification() }
    let second = elapsed - submittedAt - Self.waiting
    guard second >= 0 else { return job }
    snapshot(&job, second)
    guard second >= Self.copying else { return job }
    if isContinuous {
      capture(&job, second - Self.copying)
    } else {
      verify(&job, second - Self.copying)
    }
    return job
  }

  private func snapshot(_ job: inout RelationalMigratorJob, _ second: Double) {
    let schema = project.schema
    let startedAt = job.submittedAt + Self.waiting
    let isCompleted = second >= Self.copying
    // The wave is too small to ever turn the counter back.
    let part = min(1, max(0, second / Self.copying + 0.004 * wave(second)))
    let rows = Int64(Double(schema.rows) * part) / 2_048 * 2_048
    job.status = "RUNNING"
    job.snapshot = RelationalMigratorJob.Snapshot(
      startedAt: startedAt, seconds: min(second, Self.copying),
      rowsSeen: isCompleted ? schema.rows : rows, isCompleted: isCompleted)
    job.log.append(.info("Job started", at: startedAt))
    var total: Int64 = 0
    for table in schema.tables {
      total += table.rows
      guard total <= (isCompleted ? schema.rows : rows) else { break }
      let at = startedAt + Self.copying * Double(total) / Double(schema.rows)
      job.log.append(.info("Processed snapshot of table: \(table.name)", at: at))
    }
  }

  /// A triangle between -1 and 1 with a period of 24 seconds, 0 at the start.
  private func wave(_ second: Double) -> Double {
    let part = (second / 24 + 0.25).truncatingRemainder(dividingBy: 1)
    return 1 - 4 * abs(part - 0.5)
  }

  private func capture(_ job: inout RelationalMigratorJob, _ second: Double) {
    let startedAt = job.submittedAt + Self.waiting + Self.copying
    let capture = ChangeStream(seed: seed).capture(
      startedAt: startedAt, after: min(second, Self.capturing))
    job.cdc = capture
    job.snapshot?.rowsSeen += capture.events
    switch second {
    case ..<Self.capturing:
      job.cdcStatus = "RUNNING"
    case ..<(Self.capturing + Self.completing):
      job.cdcStatus = "COMPLETING"
    case ..<(Self.capturing + Self.completing + Self.cleaning):
      job.cdcStatus = "COMPLETED"
      job.status = "CLEANING_UP"
    default:
      job.cdcStatus = "COMPLETED"
      job.status = "COMPLETED"
      let end = startedAt + Self.capturing + Self.completing + Self.cleaning
      job.log.append(.info("Job completed", at: end))
    }
  }

  private func verify(_ job: inout RelationalMigratorJob, _ second: Double) {
    let end = job.submittedAt + Self.waiting + Self.copying + Self.cleaning
    guard second >= Self.cleaning else {
      job.status = "CLEANING_UP"
      return
    }
    job.status = "COMPLETED"
    let isVerified = second >= Self.cleaning + Self.verifying
    job.verification?.status = isVerified ? "VERIFIED" : "VERIFYING"
    job.log.append(.info("Job completed", at: end))
    job.log.append(.info("Verification started", at: end + 1))
    if isVerified {
      job.log.append(.info("Verification completed", at: end + Self.verifying))
    }
  }
}

extension RelationalMigratorJob.LogEvent {
  static func info(_ message: String, at second: Double) -> Self {
    Self(type: "INFO", at: second, message: message)
  }
}

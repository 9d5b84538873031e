extension LiveMigration {
  /// The copy, so many seconds after it began.
  func snapshot(_ job: inout RelationalMigratorJob, _ second: Double) {
    let schema = project.schema
    let isCompleted = second >= course.snapshotEnd
    let start = start(at: second)
    let startedAt = job.submittedAt + course.waiting + start
    let rows = isCompleted ? schema.rows : Int64(Double(schema.rows) * part(second - start))
    job.snapshot = RelationalMigratorJob.Snapshot(
      startedAt: startedAt, seconds: min(second, course.snapshotEnd) - start,
      // Read in batches, the last of which is smaller.
      rowsSeen: isCompleted ? rows : rows / 2_048 * 2_048, isCompleted: isCompleted)
    if start > 0 {
      job.log.append(
        RelationalMigratorJob.LogEvent(
          type: "WARNING", at: startedAt, message: "Snapshot started again from the beginning",
          details: "The previous snapshot was not completed"))
    }
    logTables(&job, from: startedAt, rows: job.snapshot?.rowsSeen ?? 0)
    if course.warningRate > 0 {
      job.warnings = RowWarnings(
        startedAt: startedAt, rate: course.warningRate,
        count: Int(min(second, course.snapshotEnd) * course.warningRate),
        table: schema.tables.last?.name ?? "")
    }
  }

  /// When this attempt began, counted from the first.
  private func start(at second: Double) -> Double {
    guard case .restarting(let part) = course.copy, second >= part * course.copying else {
      return 0
    }
    return part * course.copying
  }

  /// The part of the rows that an attempt has read after so many seconds.
  private func part(_ second: Double) -> Double {
    // The wave is too small to ever turn the counter back.
    let part = min(1, max(0, second / course.copying + 0.004 * wave(second)))
    guard case .standing(let end) = course.copy else { return part }
    return min(end, part)
  }

  private func logTables(
    _ job: inout RelationalMigratorJob, from startedAt: Double, rows: Int64
  ) {
    let schema = project.schema
    var total: Int64 = 0
    for table in schema.tables {
      total += table.rows
      guard total <= rows else { break }
      let at = startedAt + course.copying * Double(total) / Double(schema.rows)
      job.log.append(.info("Processed snapshot of table: \(table.name)", at: at))
    }
  }

  /// A triangle between -1 and 1 with a period of 24 seconds, 0 at the start.
  private func wave(_ second: Double) -> Double {
    let part = (second / 24 + 0.25).truncatingRemainder(dividingBy: 1)
    return 1 - 4 * abs(part - 0.5)
  }
}

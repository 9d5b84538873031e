import MigrationModel

extension RelationalMigrator.JobInterpretation {
  /// Counters of the snapshot; the fraction is that of the rows, against the estimate made before
  /// the copy.
  var progress: Progress {
    let statistics = document.statistics
    var progress = Progress(
      tables: tables, rows: rows, processing: statistics?.processingTables ?? [])
    progress.bytes.total = statistics?.totalEventSize?.ifPositive
    if state == .done {
      progress.fraction = 1
      progress.quality = snapshotFraction.quality
    } else if phase == .full {
      (progress.fraction, progress.quality) = snapshotFraction
    }
    return progress
  }

  /// Below 1 up to the estimate: only the state can say that the snapshot has ended.
  var snapshotFraction: (fraction: Double?, quality: Progress.Quality) {
    guard let done = rows.done, let total = rows.total else { return (nil, .unknown) }
    let fraction = Double(done) / Double(total)
    return done > total ? (fraction, .exceeded) : (min(fraction, 0.999), .estimated)
  }

  private var rows: Progress.Count {
    Progress.Count(
      done: document.statistics?.totalEventsSeen?.unlessNegative,
      total: document.statistics?.totalEvents?.ifPositive)
  }

  private var tables: Progress.Count {
    let total = document.statistics?.totalTableCount?.ifPositive
    let remaining = document.statistics?.remainingTableCount?.unlessNegative
    guard let total, let remaining, remaining <= total else { return Progress.Count(total: total) }
    return Progress.Count(done: total - remaining, total: total)
  }

  var throughput: Throughput {
    guard replicates, let statistics = document.cdcStatistics else { return Throughput() }
    // Versions before 1.16 tell only when the migrator saw the event.
    let last =
      statistics.lastEventSourceDatabaseTime.flatMap { Timestamp.parse($0) }
      ?? statistics.lastEventTime.flatMap { Timestamp.parse($0) }
    return Throughput(
      eventsLastMinute: window(statistics.eventsInLastMinute),
      eventsLastHour: window(statistics.eventsInLastHour), lastEventAt: last)
  }

  /// Of a job that rests or is over the windows stand still: a count is then of a time long ago.
  private func window(_ events: Int64?) -> Int64? {
    switch state {
    case .running, .warning, .unknown: events?.unlessNegative
    case .pending, .paused, .failed, .stopped, .done: events == 0 ? 0 : nil
    }
  }

  /// How long the slowest event of the last batch took, measured when that came: both stand still
  /// while no event comes, however fresh the statistics are.
  var lag: Lag {
    guard isReplicating else { return .absent(.notApplicable) }
    guard let milliseconds = document.cdcStatistics?.latestBatchMaxSourceDbLagMs else {
      return .absent(.notReported)
    }
    guard milliseconds >= 0 else {
      return .absent(milliseconds == -1 ? .notStarted : .notReported)
    }
    return .measured(
      Lag.Measurement(
        value: .milliseconds(milliseconds), kind: .pipeline,
        measuredAt: document.cdcStatistics?.lastEventTime.flatMap { Timestamp.parse($0) }))
  }

  private var isReplicating: Bool {
    guard replicates else { return false }
    switch phase {
    case .incremental: return true
    case .stopping: return cdcStatus == .completing
    case .unknown: return snapshotIsOver
    case .pending, .precheck, .schema, .full, .verifying, .none: return false
    }
  }
}

extension Int64 {
  /// The services write -1 for what they do not know.
  var unlessNegative: Int64? { self < 0 ? nil : self }

  /// Of a total that was not counted before the copy, 0 is left.
  var ifPositive: Int64? { self > 0 ? self : nil }
}

import MigrationModel

extension RelationalMigrator.JobInterpretation {
  /// Counters of the snapshot; the fraction is that of the rows, against the estimate made before
  /// the copy.
  var progress: Progress {
    let statistics = document.statistics
    var progress = Progress(
      tables: tables, rows: rows, processing: statistics?.processingTables ?? [])
    progress.bytes.total = statistics?.totalEventSize?.unlessNegative
    if state == .done {
      progress.fraction = 1
    } else if phase == .full {
      (progress.fraction, progress.quality) = snapshotFraction
    }
    return progress
  }

  /// Below 1 up to the estimate: only the state can say that the snapshot has ended.
  var snapshotFraction: (fraction: Double?, quality: Progress.Quality) {
    guard let done = rows.done, let total = rows.total, total > 0 else { return (nil, .unknown) }
    let fraction = Double(done) / Double(total)
    return done > total ? (fraction, .exceeded) : (min(fraction, 0.999), .estimated)
  }

  private var rows: Progress.Count {
    Progress.Count(
      done: document.statistics?.totalEventsSeen?.unlessNegative,
      total: document.statistics?.totalEvents?.unlessNegative)
  }

  private var tables: Progress.Count {
    let total = document.statistics?.totalTableCount?.unlessNegative
    let remaining = document.statistics?.remainingTableCount?.unlessNegative
    guard let total, let remaining, remaining <= total else { return Progress.Count(total: total) }
    return Progress.Count(done: total - remaining, total: total)
  }

  var throughput: Throughput {
    guard replicates, let statistics = document.cdcStatistics else { return Throughput() }
    // Versions before 1.16 tell only when the migrator saw the event.
    let last = statistics.lastEventSourceDatabaseTime ?? statistics.lastEventTime
    return Throughput(
      eventsLastMinute: statistics.eventsInLastMinute?.unlessNegative,
      eventsLastHour: statistics.eventsInLastHour?.unlessNegative,
      lastEventAt: last.flatMap { Timestamp.parse($0) })
  }

  /// How long the slowest event of the last batch took. It stands still while no event comes.
  var lag: Lag {
    guard isReplicating else { return .absent(.notApplicable) }
    guard let milliseconds = document.cdcStatistics?.latestBatchMaxSourceDbLagMs else {
      return .absent(.notReported)
    }
    guard milliseconds >= 0 else { return .absent(.notStarted) }
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
}

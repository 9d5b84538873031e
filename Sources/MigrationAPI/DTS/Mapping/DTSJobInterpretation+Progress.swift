import MigrationModel

extension DTSJobInterpretation {
  var progress: Progress {
    var progress = Progress()
    if let measured = measuredPhase, let percent = parts.percent(of: measured) {
      progress.fraction = percent / 100
      progress.quality = quality(of: percent, in: measured)
    }
    let rows = entry.dataInitializationStatus?.count
    progress.rows = Progress.Count(done: rows?.done, total: rows?.total)
    if phase == .schema, let tables = entry.structureInitializationStatus?.count {
      progress.tables = Progress.Count(done: tables.done, total: tables.total)
    }
    return progress
  }

  /// The phase whose percent counts: the current one, or the copy of a task that is over.
  private var measuredPhase: Phase? {
    switch phase {
    case .precheck, .schema, .full, .verifying: phase
    case .none: [Phase.full, .schema].first { parts.percent(of: $0) != nil }
    case .pending, .incremental, .stopping, .unknown: nil
    }
  }

  /// The service counts rows before it copies them, so that its percent of a copy is an estimate.
  private func quality(of percent: Double, in measured: Phase) -> Progress.Quality {
    if percent > 100 { return .exceeded }
    return measured == .full && state != .done ? .estimated : .exact
  }

  /// What the service measures while the task is at work; afterwards its figures only stand still.
  var throughput: Throughput {
    switch state {
    case .running, .warning, .unknown: entry.performance?.throughput ?? Throughput()
    case .pending, .failed, .paused, .stopped, .done: Throughput()
    }
  }
}

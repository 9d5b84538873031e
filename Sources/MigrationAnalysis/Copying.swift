import MigrationModel

/// How fast the copy goes.
package struct Rates: Hashable, Sendable {
  /// The service's own figure, else ours from its counter; `nil` before two readings far enough apart.
  package var rowsPerSecond: Double?
  package var bytesPerSecond: Double?
}

/// When the current phase will end.
package enum ETA: Hashable, Sendable {
  package enum Absence: String, CaseIterable, Hashable, Sendable {
    case tooEarly, noTotal, openEnded, stalled, pastEstimate, notRunning
  }

  /// Counted from the time of the reading.
  case between(Duration, Duration)
  case absent(Absence)
}

/// Judges rates and ETA from the counters of one job.
struct CopyJudge {
  func rates(_ job: Job, _ paces: CopyPaces, at reading: Moment?) -> Rates {
    Rates(
      rowsPerSecond: job.throughput.rowsPerSecond
        ?? (isCopying(job) ? reading.flatMap { paces.rows.rate(at: $0.uptime) } : nil),
      bytesPerSecond: job.throughput.bytesPerSecond)
  }

  /// What stands still on purpose has no rate, not the rate 0.
  private func isCopying(_ job: Job) -> Bool {
    (job.state == .running || job.state == .warning) && job.phase == .full
  }

  func eta(_ job: Job, _ paces: CopyPaces, isStalled: Bool, at reading: Moment?) -> ETA {
    guard job.state == .running || job.state == .warning else { return .absent(.notRunning) }
    guard job.phase != .incremental, job.phase != .stopping else { return .absent(.openEnded) }
    if isStalled { return .absent(.stalled) }
    if job.phase == .full, job.progress.quality == .exceeded { return .absent(.pastEstimate) }
    if let (done, total) = job.rowsToCopy {
      guard done < total else { return .absent(.pastEstimate) }
      return eta(paces.rows, to: Double(total), at: reading)
    }
    guard job.progress.fraction != nil else {
      return .absent(job.phase == .verifying ? .openEnded : .noTotal)
    }
    guard !job.isAtEnd else { return .absent(.pastEstimate) }
    return eta(paces.fraction, to: 1, at: reading)
  }

  private func eta(_ pace: Pace, to total: Double, at reading: Moment?) -> ETA {
    guard let reading, let left = pace.timeLeft(to: total, at: reading.uptime) else {
      return .absent(.tooEarly)
    }
    return .between(
      .estimate(seconds: left.lowerBound), .estimate(seconds: left.upperBound))
  }
}

extension Job {
  /// The counter that its phase is done with, where the service tells one with its total.
  fileprivate var rowsToCopy: (done: Int64, total: Int64)? {
    guard phase == .full, let done = progress.rows.done, let total = progress.rows.total, total > 0
    else { return nil }
    return (done, total)
  }

  /// Whether the total of the phase is reached: what still goes on then has no figure. Services that never say 100 %
  /// before the end say 99.9 %.
  var isAtEnd: Bool {
    if let (done, total) = rowsToCopy { return done >= total }
    return progress.fraction.map { $0 >= 0.999 } ?? false
  }
}

/// The counters that an end can be foreseen from, in the present phase.
struct CopyPaces: Hashable, Sendable {
  private(set) var rows = Pace()
  /// Of the phase as a whole: what is used where no rows are told with their total.
  private(set) var fraction = Pace()
  private var phase = Phase.unknown

  /// - Parameter bytes: What the moves may take.
  mutating func learn(from job: Job, at moment: Moment, bytes: Int) {
    let kept = min(96, bytes / MemoryLayout<Pace.Move>.stride)
    if job.phase != phase { self = CopyPaces() }
    phase = job.phase
    if phase == .full, let done = job.progress.rows.done {
      rows.learn(Double(done), at: moment.uptime, kept: kept)
    }
    guard job.rowsToCopy == nil, let part = job.progress.fraction else { return }
    fraction.learn(part, at: moment.uptime, kept: kept)
  }
}

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
  private static let calm = Duration.seconds(600)
  private static let quick = Duration.seconds(60)
  private static let spanNeeded = Duration.seconds(10)

  func rates(_ job: Job, _ history: History, now: Moment) -> Rates {
    Rates(
      rowsPerSecond: job.throughput.rowsPerSecond
        ?? (isCopying(job)
          ? pace(job, history, Self.quick, now: now) { $0.rows.map(Double.init) } : nil),
      bytesPerSecond: job.throughput.bytesPerSecond)
  }

  /// What stands still on purpose has no rate, not the rate 0.
  private func isCopying(_ job: Job) -> Bool {
    (job.state == .running || job.state == .warning) && job.phase == .full
  }

  func eta(_ job: Job, _ history: History, isStalled: Bool, now: Moment) -> ETA {
    guard job.state == .running || job.state == .warning else { return .absent(.notRunning) }
    guard job.phase != .incremental, job.phase != .stopping else { return .absent(.openEnded) }
    if isStalled { return .absent(.stalled) }
    if job.phase == .full {
      if job.progress.quality == .exceeded { return .absent(.pastEstimate) }
      if let done = job.progress.rows.done, let total = job.progress.rows.total, total > 0 {
        guard done < total else { return .absent(.pastEstimate) }
        return eta(rest: Double(total - done), job, history, now: now) { $0.rows.map(Double.init) }
      }
    }
    guard let fraction = job.progress.fraction else {
      return .absent(job.phase == .verifying ? .openEnded : .noTotal)
    }
    guard fraction < 1 else { return .absent(.pastEstimate) }
    return eta(rest: 1 - fraction, job, history, now: now) { $0.fraction }
  }

  /// A calm and a quick rate give the two ends; where they agree, a tenth either way stands for noise.
  private func eta(
    rest: Double, _ job: Job, _ history: History, now: Moment, _ value: (Sample) -> Double?
  ) -> ETA {
    let paces = [Self.calm, Self.quick].compactMap { pace(job, history, $0, now: now, value) }
      .filter { $0 > 0 }
    guard let slow = paces.min(), let fast = paces.max() else { return .absent(.tooEarly) }
    return .between(.estimate(seconds: rest / fast * 0.9), .estimate(seconds: rest / slow * 1.1))
  }

  /// Units a second over the window, from the last time that the counter fell: a new attempt starts anew.
  private func pace(
    _ job: Job, _ history: History, _ window: Duration, now: Moment, _ value: (Sample) -> Double?
  ) -> Double? {
    var points: [(at: Duration, value: Double)] = []
    for sample in history.recent(window, before: now) where sample.phase == job.phase {
      guard let value = value(sample) else { continue }
      if let last = points.last, value < last.value { points = [] }
      points.append((sample.at.uptime, value))
    }
    guard let first = points.first, let last = points.last, last.at - first.at >= Self.spanNeeded
    else { return nil }
    return (last.value - first.value) / ((last.at - first.at) / .seconds(1))
  }
}

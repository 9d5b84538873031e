package import MigrationModel

/// When the figures of a job last moved, and how often they usually do.
package struct Movement: Hashable, Sendable {
  private var witnesses: Witnesses?
  /// The start of the standstill: the last reading that differed from the one before.
  package private(set) var movedAt: Moment?
  private var gaps: [Duration] = []
  /// Since when the lag grew with the clock in every reading; `nil` if it did not in the last.
  package private(set) var lagRisesSince: Moment?
  private var lastLag: LagPoint?
  /// Starts of the copy from zero that this history saw, the first included.
  package private(set) var attempts = 1

  package init() {}

  package mutating func learn(from job: Job, at now: Moment) {
    learnLag(job, at: now)
    let new = Witnesses(job)
    defer { witnesses = new }
    guard let old = witnesses, let movedAt else {
      movedAt = now
      return
    }
    if let before = old.rows, let after = new.rows, after < before, old.phase == new.phase {
      attempts += 1
    }
    guard old != new else { return }
    gaps = old.phase == new.phase ? Array((gaps + [now.uptime - movedAt.uptime]).suffix(8)) : []
    self.movedAt = now
  }

  /// The age of the last event grows a second a second while no event is applied at all.
  private mutating func learnLag(_ job: Job, at now: Moment) {
    defer { lastLag = job.lag.value.map { LagPoint(at: now, value: $0) } }
    guard job.phase == .incremental, case .measured(let lag) = job.lag, lag.kind == .eventAge,
      let lastLag, lag.value - lastLag.value >= (now.uptime - lastLag.at.uptime) * 0.95
    else {
      lagRisesSince = nil
      return
    }
    if lagRisesSince == nil { lagRisesSince = lastLag.at }
  }

  /// Whether nothing moved for the longer of the floor and six usual intervals; three minutes before
  /// three moves have shown what is usual.
  ///
  /// Counts up to the last reading, so that a failing poll is not called a stall.
  package func isStalled(asOf reading: Moment, floor: Duration) -> Bool {
    guard let movedAt else { return false }
    let usual = gaps.sorted().dropFirst(gaps.count / 2).first ?? .zero
    let limit = gaps.count >= 3 ? max(floor, usual * 6) : max(floor, .seconds(180))
    return reading.uptime - movedAt.uptime >= limit
  }
}

private struct LagPoint: Hashable {
  let at: Moment
  let value: Duration
}

/// What moves while a job works. Of the steps only those of the phase: others come and go with the call that
/// tells them.
private struct Witnesses: Hashable {
  let phase: Phase
  let rows: Int64?
  let rest: [Double?]

  init(_ job: Job) {
    phase = job.phase
    rows = job.progress.rows.done
    let progress = job.progress
    rest =
      [
        progress.fraction, progress.tables.done.map(Double.init),
        progress.bytes.done.map(Double.init), job.verification?.fraction,
      ] + job.steps.filter { $0.phase == job.phase }.map(\.fraction)
  }
}

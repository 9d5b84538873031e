package import MigrationModel

/// When the figures of a job last moved, and how often they usually do.
package struct Movement: Hashable, Sendable {
  private var witnesses: Witnesses?
  /// The start of the standstill: the last reading that differed from the one before.
  package private(set) var movedAt: Moment?
  private var gaps: [Duration] = []
  /// Starts of the copy from zero that this history saw, the first included.
  package private(set) var attempts = 1

  package init() {}

  package mutating func learn(from job: Job, at now: Moment) {
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
    if old.phase == new.phase {
      gaps = Array((gaps + [now.uptime - movedAt.uptime]).suffix(8))
    } else {
      gaps = []
    }
    self.movedAt = now
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

/// What moves while a job works.
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
        progress.bytes.done.map(Double.init),
        job.verification?.fraction,
      ] + Self.fractions(job.steps)
  }

  private static func fractions(_ steps: [Step]) -> [Double?] {
    steps.flatMap { [$0.fraction] + fractions($0.children) }
  }
}

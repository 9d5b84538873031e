package import MigrationModel

/// When the figures of a job last moved, and how often they usually do.
package struct Movement: Hashable, Sendable {
  private var witnesses: Witnesses?
  /// The start of the standstill: the last reading that differed from the one before.
  package private(set) var movedAt: Moment?
  private var gaps: [Duration] = []

  package init() {}

  package mutating func learn(from job: Job, at now: Moment) {
    let new = Witnesses(job)
    defer { witnesses = new }
    guard let old = witnesses, let movedAt else {
      movedAt = now
      return
    }
    guard old != new else { return }
    gaps = old.phase == new.phase ? Array((gaps + [now.uptime - movedAt.uptime]).suffix(8)) : []
    self.movedAt = now
  }

  /// Whether nothing moved for the longer of the floor and six usual intervals; three minutes before three moves
  /// have shown what is usual. Where nothing finer than percents is told, or all of it is reached and the phase goes
  /// on, a quarter of an hour: there it may take as long until something shows.
  ///
  /// Counts up to the last reading, so that a failing poll is not called a stall.
  package func isStalled(asOf reading: Moment, floor: Duration) -> Bool {
    guard let movedAt, let witnesses, !witnesses.isEmpty else { return false }
    let isKnown = gaps.count >= 3 && !witnesses.isAtEnd
    let first = witnesses.isCoarse || witnesses.isAtEnd ? Duration.seconds(900) : .seconds(180)
    let limit = max(floor, isKnown ? usualGap * 6 : first)
    return reading.uptime - movedAt.uptime >= limit
  }

  /// Whether it has not moved for longer than it usually does not.
  func isQuiet(asOf reading: Moment) -> Bool {
    guard let movedAt, gaps.count >= 3 else { return false }
    return reading.uptime - movedAt.uptime >= max(.seconds(20), usualGap * 3)
  }

  private var usualGap: Duration { gaps.median ?? .zero }
}

/// What moves while a job works. Of the steps only those of the phase: others come and go with the call that
/// tells them.
private struct Witnesses: Hashable {
  let phase: Phase
  private let counters: [Int64?]
  private let parts: [Double?]

  /// Whether anything is told that could move.
  var isEmpty: Bool { (counters.allSatisfy { $0 == nil }) && parts.allSatisfy { $0 == nil } }

  /// Whether all that is told to be there is done.
  let isAtEnd: Bool

  /// Whether nothing finer than percents tells of a move.
  var isCoarse: Bool {
    counters.allSatisfy { $0 == nil } && parts.contains { $0 != nil }
  }

  init(_ job: Job) {
    phase = job.phase
    let progress = job.progress
    isAtEnd = job.isAtEnd
    // Later phases go on telling what was copied.
    counters =
      job.phase == .full || job.phase == .schema
      ? [progress.rows.done, progress.tables.done, progress.bytes.done] : []
    parts =
      [progress.fraction, job.verification?.fraction] + Self.fractions(job.steps, in: job.phase)
  }

  private static func fractions(_ steps: [Step], in phase: Phase) -> [Double?] {
    steps.filter { $0.phase == phase }.flatMap {
      [$0.fraction] + fractions($0.children, in: phase)
    }
  }
}

package import MigrationModel

/// The figures of one reading that a trend can be drawn from.
package struct Sample: Hashable, Sendable {
  package let at: Moment
  package let phase: Phase
  package let rows: Int64?
  package let fraction: Double?
  package let lag: Duration?
  /// The part of ``lag`` that the way from the source takes; `nil` where the service does not tell.
  package let reading: Duration?

  package init(_ job: Job, at moment: Moment) {
    at = moment
    phase = job.phase
    rows = job.progress.rows.done
    fraction = job.progress.fraction
    lag = job.lag.value
    reading = job.lagHalves?.reading
  }
}

/// The samples of one job: every one of the last while, then one a minute.
package struct History: Hashable, Sendable {
  package private(set) var fine: [Sample] = []
  package private(set) var coarse: [Sample] = []
  private static let fineKept = 240
  private static let coarseKept = 1_440

  package init() {}

  package var last: Sample? { fine.last }

  /// Oldest first.
  package var all: [Sample] { coarse + fine }

  package mutating func append(_ sample: Sample) {
    if let last = fine.last, sample.at.uptime <= last.at.uptime { return }
    fine.append(sample)
    guard fine.count > Self.fineKept else { return }
    let oldest = fine.removeFirst()
    if let last = coarse.last, oldest.at.uptime - last.at.uptime < .seconds(60) { return }
    coarse.append(oldest)
    if coarse.count > Self.coarseKept { coarse.removeFirst() }
  }

  /// What was known at a moment, of what is known now: older samples have become fewer since.
  package func until(_ moment: Moment) -> History {
    var history = self
    history.fine = Array(fine.prefix { $0.at.uptime <= moment.uptime })
    history.coarse = Array(coarse.prefix { $0.at.uptime <= moment.uptime })
    return history
  }

  /// The samples of the time before `moment`, oldest first.
  package func recent(_ window: Duration, before moment: Moment) -> ArraySlice<Sample> {
    let start = moment.uptime - window
    let first = fine.firstIndex { $0.at.uptime >= start } ?? fine.endIndex
    return fine[first...]
  }
}

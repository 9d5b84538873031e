import MigrationAnalysis
import MigrationModel
import Testing

import struct Foundation.Date

/// Feeds a trace to the judgement, sample by sample and never ahead of time.
struct TracePlayer {
  private var observer = Observer(.unknown)

  init() {
    observer.job.replicates = true
    observer.job.stepsObservedAt = Moment.at(0).date
    observer.interval = .seconds(2)
  }

  /// What was judged at each sample that was read.
  static func play(_ trace: Trace, every: Int = 1) -> [Played] {
    var player = TracePlayer()
    var played: [Played] = []
    for (index, pair) in zip(trace.samples, trace.truths).enumerated() {
      player.note(pair.0.text("note"))
      guard index.isMultiple(of: every) else { continue }
      played.append(
        Played(
          seconds: pair.0.number("t_seconds") ?? 0, sample: pair.0, truth: pair.1,
          judgement: player.read(pair.0)))
    }
    return played
  }

  /// Phase and state hold until the next note changes them.
  private mutating func note(_ note: String) {
    for part in note.split(separator: ";") {
      let pair = part.split(separator: "=").map(String.init)
      switch pair.first {
      case "phase": observer.job.phase = Phase(rawValue: pair[1]) ?? .unknown
      case "state": observer.job.state = State(rawValue: pair[1]) ?? .unknown
      default: break
      }
    }
  }

  private mutating func read(_ row: Trace.Row) -> Judgement {
    let seconds = row.number("t_seconds") ?? 0
    return observer.read(at: seconds) { job in
      job.progress.rows.done = row.count("rows_done")
      job.progress.rows.total = row.count("rows_total")
      job.progress.bytes.done = row.count("bytes_done")
      job.progress.fraction = Self.fraction(row)
      job.progress.quality = Self.quality(row)
      job.lag = Self.lag(row)
      job.throughput.eventsLastMinute = row.count("events_last_minute")
    }
  }

  private static func fraction(_ row: Trace.Row) -> Double? {
    guard let done = row.number("rows_done"), let total = row.number("rows_total"), total > 0
    else { return nil }
    return min(1, done / total)
  }

  private static func quality(_ row: Trace.Row) -> Progress.Quality {
    guard let done = row.count("rows_done"), let total = row.count("rows_total") else {
      return .unknown
    }
    if done > total { return .exceeded }
    return row.flag("total_is_estimate") == true ? .estimated : .exact
  }

  private static func lag(_ row: Trace.Row) -> Lag {
    guard let told = row.number("lag_ms") else { return .absent(.notStarted) }
    return .measured(
      Lag.Measurement(
        value: .milliseconds(told), kind: row.text("lag_kind") == "pipeline" ? .pipeline : .eventAge
      ))
  }

  struct Played {
    let seconds: Double
    let sample: Trace.Row
    let truth: Trace.Row
    let judgement: Judgement
  }
}

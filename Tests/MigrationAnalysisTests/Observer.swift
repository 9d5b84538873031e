import MigrationAnalysis
import MigrationModel
import Testing

import struct Foundation.Date

extension Moment {
  /// So many seconds after the start of a test.
  static func at(_ seconds: Double) -> Moment {
    Moment(date: Date(timeIntervalSince1970: 1_790_000_000 + seconds), uptime: .seconds(seconds))
  }
}

/// Watches one job for as long as a test likes.
struct Observer {
  var job: Job
  var track = JobTrack()
  var thresholds = Thresholds()
  var isSourceOK = true
  var interval = Duration.seconds(5)
  var oldestFresh = Duration.seconds(60)
  var clockOffset = Duration.zero
  /// By how many seconds somebody set our clock; waiting is not measured by it.
  var clockJump = 0.0

  /// A running job in the given phase, to which nothing else has been reported.
  init(_ phase: Phase) {
    job = Job(
      id: Job.ID(source: "lab", native: "1"), service: .dts, name: "orders", state: .running,
      phase: phase, nativeStatus: "Migrating", observedAt: Moment.at(0).date)
  }

  /// A replicating job that nothing keeps from a cut-over but time.
  static var almostReady: Observer {
    var observer = Observer(.incremental)
    observer.job.replicates = true
    observer.job.stepsObservedAt = Moment.at(0).date
    observer.job.lag = .seconds(1)
    return observer
  }

  /// Reads the job after a change.
  @discardableResult
  mutating func read(at seconds: Double, _ change: (inout Job) -> Void = { _ in }) -> Judgement {
    job.observedAt = date(seconds)
    job.figuresReadAt = job.observedAt
    if job.stepsObservedAt != nil { job.stepsObservedAt = job.observedAt }
    change(&job)
    return track.learn(from: job, thresholds: thresholds, circumstances: circumstances(seconds))
  }

  /// Reads the status alone: the figures stay those of an earlier reading.
  @discardableResult
  mutating func readStatus(at seconds: Double) -> Judgement {
    job.observedAt = date(seconds)
    return track.learn(from: job, thresholds: thresholds, circumstances: circumstances(seconds))
  }

  /// Reads the job every interval, from `start` up to and including `end`.
  @discardableResult
  mutating func read(
    from start: Double, through end: Double, every step: Double = 5,
    _ change: (inout Job, Double) -> Void = { _, _ in }
  ) -> Judgement {
    var judgement = look(at: start)
    for time in stride(from: start, through: end, by: step) {
      judgement = read(at: time) { change(&$0, time) }
    }
    return judgement
  }

  /// The same without a trace of it.
  func judged(at seconds: Double) -> Judgement {
    var copy = self
    return copy.look(at: seconds)
  }

  /// Judges the job without a new reading.
  @discardableResult
  mutating func look(at seconds: Double) -> Judgement {
    track.passTime(of: job, thresholds: thresholds, circumstances: circumstances(seconds))
  }

  private func date(_ seconds: Double) -> Date { Moment.at(seconds + clockJump).date }

  private func circumstances(_ seconds: Double) -> Circumstances {
    Circumstances(
      now: Moment(date: date(seconds), uptime: .seconds(seconds)), oldestFresh: oldestFresh,
      interval: interval, isSourceOK: isSourceOK,
      clockOffset: clockOffset)
  }
}

extension Lag {
  static func seconds(_ seconds: Double, _ kind: Kind = .eventAge) -> Lag {
    .measured(Measurement(value: .seconds(seconds), kind: kind))
  }
}

extension Judgement {
  func check(_ id: Cutover.Check.ID) -> Cutover.Check? { cutover.checks.first { $0.id == id } }
}

/// What somebody does to a job, and what must come of it.
struct Change<Expected: Sendable>: Sendable, CustomTestStringConvertible {
  let expected: Expected
  let evidence: String
  let apply: @Sendable (inout Job) -> Void

  init(
    _ expected: Expected, _ evidence: String = "", apply: @escaping @Sendable (inout Job) -> Void
  ) {
    self.expected = expected
    self.evidence = evidence
    self.apply = apply
  }

  var testDescription: String { "\(expected) \(evidence)" }
}

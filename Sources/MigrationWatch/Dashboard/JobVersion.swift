import MigrationAnalysis
import MigrationModel

import struct FoundationEssentials.Date

/// What a job looked like between two changes: its record but for the samples, which no reading alters once they
/// are taken, and for the mark, which is of now.
struct JobVersion: Hashable, Sendable {
  var job: Job
  var judgement: Judgement
  var standing: JobStanding

  init(_ record: JobRecord, judgement: Judgement? = nil) {
    job = record.job
    self.judgement = judgement ?? record.judgement
    standing = record.standing
  }

  /// The same at other times of reading.
  func read(at times: ReadingTimes) -> JobVersion {
    var version = self
    version.job.readingTimes = times
    return version
  }
}

/// What belongs to a job's state, and ends with it.
struct JobStanding: Hashable, Sendable {
  var isAcknowledged: Bool
  var stateSince: Moment?
}

/// When what is known of a job was read.
struct ReadingTimes: Hashable, Sendable {
  var observedAt: Date
  var stepsObservedAt: Date?
  var figuresReadAt: Date?
}

extension Job {
  var readingTimes: ReadingTimes {
    get {
      ReadingTimes(
        observedAt: observedAt, stepsObservedAt: stepsObservedAt, figuresReadAt: figuresReadAt)
    }
    set {
      observedAt = newValue.observedAt
      stepsObservedAt = newValue.stepsObservedAt
      figuresReadAt = newValue.figuresReadAt
    }
  }
}

extension JobRecord {
  /// Takes on another version and gives the present one for it.
  mutating func exchange(_ version: inout JobVersion) {
    swap(&job, &version.job)
    exchange(&version.judgement, &version.standing)
  }

  mutating func exchange(_ judgement: inout Judgement, _ standing: inout JobStanding) {
    swap(&self.judgement, &judgement)
    swap(&self.standing, &standing)
  }

  var standing: JobStanding {
    get { JobStanding(isAcknowledged: isAcknowledged, stateSince: stateSince) }
    set {
      isAcknowledged = newValue.isAcknowledged
      stateSince = newValue.stateSince
    }
  }
}

extension Judgement {
  /// Whether only figures differ that move with the clock: rates, ETA, and the evidence of a check.
  func differsOnlyInFigures(from other: Judgement) -> Bool {
    staleness == other.staleness && stalledSince == other.stalledSince
      && verdict.word == other.verdict.word && attempts == other.attempts
      && cutover.ready == other.cutover.ready
      && cutover.checks.elementsEqual(other.cutover.checks) {
        $0.id == $1.id && $0.result == $1.result
      }
  }
}

import MigrationModel

/// What is written down of a change, with an estimate of what only the entry keeps in memory.
extension Journal {
  /// A reading of a job, `nil` before for the first one.
  mutating func learned(_ before: JobRecord?, _ after: JobRecord, at moment: Moment) {
    guard let before else {
      return append(.appeared(after.job.id), at: moment, weight: MemoryLayout<Job.ID>.stride)
    }
    let old = JobVersion(before, judgement: settledJudgement(before))
    let new = JobVersion(after)
    guard old != new else { return }
    let times = (before: old.job.readingTimes, after: new.job.readingTimes)
    guard old.read(at: times.after) != new else {
      return see(after.job.id, before: times.before, after: times.after, at: moment)
    }
    append(.version(after.job.id, old), at: moment, weight: old.weight(beside: new))
  }

  /// A job was judged anew without a reading.
  mutating func judged(_ before: JobRecord, _ after: JobRecord, at moment: Moment) {
    if after.judgement.differsOnlyInFigures(from: before.judgement),
      after.standing == before.standing
    {
      return drift(before)
    }
    let judgement = settledJudgement(before)
    append(
      .judged(before.job.id, judgement, before.standing), at: moment,
      weight: judgement.weight)
  }

  /// Keeps all of a job that is no longer listed.
  mutating func gone(_ record: JobRecord, at moment: Moment) {
    var record = record
    record.judgement = settledJudgement(record)
    append(.vanished(record), at: moment, weight: record.weight)
  }

  mutating func answered(_ index: Int, before: SourceState, after: SourceState, at moment: Moment) {
    guard before != after else { return }
    append(.source(index, before), at: moment, weight: before.weight(beside: after))
  }

  mutating func told(_ change: EventLog.Change, at moment: Moment) {
    append(
      .log(change), at: moment,
      weight: MemoryLayout<EventLog.Change>.stride + change.event.text.utf8.count)
  }
}

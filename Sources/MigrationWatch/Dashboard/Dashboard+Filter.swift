import MigrationAnalysis
import MigrationModel

import struct FoundationEssentials.Date

extension Dashboard {
  /// Starts with a filter of the command line.
  package mutating func setFilter(_ filter: FilterExpression?) {
    self.filter = filter
    mustArrange = true
  }

  /// Shows everything again: all changes in the events view, all jobs elsewhere.
  mutating func clearFilter() {
    if place.view == .events {
      eventFilter = nil
    } else {
      filter = nil
      mustArrange = true
    }
  }

  /// The searchable side of a job.
  func subject(_ record: JobRecord) -> FilterSubject {
    let job = record.job
    var subject = FilterSubject(
      texts: [
        // As it is shown where others bear the same name.
        "\(job.name) \(job.id.native.prefix(4))", job.name, job.id.native, job.id.source,
        job.service.tag, job.service.rawValue,
        job.nativeStatus, job.from?.engine, job.from?.address, job.to?.engine, job.to?.address,
        job.failure?.message, record.shownState.word,
      ].compactMap { $0 },
      words: [
        .state: [job.state.rawValue, record.shownState.name],
        .service: [job.service.rawValue], .source: [job.id.source],
        .phase: [job.phase.rawValue], .kind: [job.kind?.rawValue].compactMap { $0 },
        .name: [job.name], .verdict: [record.judgement.verdict.word.rawValue],
      ])
    subject.numbers[.lag] = job.lag.value.map { $0 / .seconds(1) }
    subject.numbers[.progress] = JobReport.fraction(of: job).map { $0 * 100 }
    subject.numbers[.rate] = record.judgement.rates.rowsPerSecond
    subject.numbers[.age] = shownNow.date.timeIntervalSince(job.observedAt)
    subject.numbers[.errors] = Double(JobError.all(of: job).count)
    if case .between(_, let high) = record.judgement.eta {
      subject.numbers[.eta] = high / .seconds(1)
    }
    if record.judgement.staleness != nil { subject.flags.insert(.stale) }
    if record.judgement.stalledSince != nil { subject.flags.insert(.stalled) }
    if record.judgement.cutover.ready == true { subject.flags.insert(.ready) }
    if record.isMarked { subject.flags.insert(.marked) }
    if record.isAcknowledged { subject.flags.insert(.acked) }
    return subject
  }
}

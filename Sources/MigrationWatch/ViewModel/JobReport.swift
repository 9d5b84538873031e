package import MigrationAnalysis
package import MigrationModel

import struct FoundationEssentials.Date

/// A job as every output tells it: what was read, what it means, and how old it is.
package struct JobReport: Hashable, Sendable {
  package let record: JobRecord
  package let now: Moment

  package init(_ record: JobRecord, now: Moment) {
    self.record = record
    self.now = now
  }

  package var job: Job { record.job }
  package var judgement: Judgement { record.judgement }
  package var state: ShownState { record.shownState }

  package var isReady: Bool { judgement.cutover.ready == true }
  package var isStale: Bool { judgement.staleness != nil }

  /// Done part of the phase: at most 0.999 before the job is done, then 1; `nil` if open-ended or not known.
  package var fraction: Double? { Self.fraction(of: job) }

  static func fraction(of job: Job) -> Double? {
    if job.state == .done { return 1 }
    guard job.phase != .incremental, job.phase != .stopping else { return nil }
    return job.progress.fraction.map(Self.capped)
  }

  /// The same rule for one of its steps.
  package static func fraction(of step: Step) -> Double? {
    if step.state == .done { return step.fraction.map { _ in 1 } }
    return step.fraction.map(capped)
  }

  private static func capped(_ fraction: Double) -> Double { min(max(0, fraction), 0.999) }

  package var quality: Progress.Quality { job.progress.quality }

  /// Everything that the service calls an error: the failure that stops the job, what else stops something now,
  /// and what was; of each the newest first. No two have the same ``JobError/id``.
  package var errors: [JobError] {
    func rank(_ error: JobError) -> Int { !error.isActive ? 2 : error.origin == .job ? 0 : 1 }
    func age(_ error: JobError) -> Double {
      // What is told without a time is told now, or of some time long ago.
      error.at.map { -$0.timeIntervalSince1970 } ?? (error.isActive ? -.infinity : .infinity)
    }
    let errors = JobError.merging(JobError.all(of: job) + JobError.logged(of: job))
    return errors.enumerated().map { ($1, (rank($1), age($1), $0)) }.sorted { $0.1 < $1.1 }
      .map(\.0)
  }

  /// Without the service's log, which is read of an open job only: what a column counts for all jobs alike.
  package var errorCount: Int { JobError.all(of: job).count }
}

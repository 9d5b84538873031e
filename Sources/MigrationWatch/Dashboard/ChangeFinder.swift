import MigrationAnalysis
import MigrationModel

import struct FoundationEssentials.Date

/// Tells what changed between two readings of a job, in words.
struct ChangeFinder {
  let now: Moment
  let thresholds: Thresholds

  /// What an event tells, before it has a place and a time.
  struct Change {
    let kind: FleetEvent.Kind
    let state: ShownState
    let text: String
    var path: [String] = []
    var error: JobError.ID?
    var turn: FleetEvent.Turn?
    /// When it happened, by the service.
    var told: Date?
  }

  func changes(from before: JobRecord?, to after: JobRecord) -> [FleetEvent] {
    guard let before else { return [] }
    lazy var met = before.standingErrors
    var events: [FleetEvent] = []
    for change in all(before, after) {
      var event = event(change, before, after)
      if let error = change.error, met.insert(error).inserted { event.hits = 1 }
      events.append(event)
    }
    return events
  }

  private func all(_ before: JobRecord, _ after: JobRecord) -> [Change] {
    let isNewState = before.shownState != after.shownState
    let failure = (isNewState ? cause(of: after) : nil) ?? newFailure(before.job, after.job)
    let steps = stepChanges(before.job.steps, after.job.steps, path: [])
    // A step that failed tells it better, and a new state tells it already.
    let isTold = { (step: StepChange) in step.step.error?.message == failure?.message }
    var changes = isNewState ? [state(before, after, failure)] : []
    if let failure, !(isNewState && failure.isActive), !steps.contains(where: isTold) {
      changes.append(
        Change(
          kind: .failure, state: .warning, text: failure.text, path: failure.place,
          error: failure.id, told: failure.at))
    }
    changes += others(before, after)
    return changes
      + steps.filter { !(isNewState && failure != nil && isTold($0)) }.map(change)
  }

  private func state(
    _ before: JobRecord, _ after: JobRecord, _ failure: JobError?
  ) -> Change {
    Change(
      kind: .state, state: after.shownState, text: stateText(after, failure),
      path: failure?.place ?? [], error: failure.flatMap { $0.isActive ? $0.id : nil },
      turn: turn(from: before.shownState, to: after.shownState), told: beginning(after, failure))
  }

  private func change(_ change: StepChange) -> Change {
    Change(
      kind: .step, state: change.state, text: change.text, path: change.path,
      error: change.step.standingError,
      turn: turn(from: ShownState(change.before), to: change.state, subject: change.path),
      told: Self.beginning(of: change.step, after: change.before))
  }

  /// Each failure, and each end of one, has a line of its own.
  private func turn(
    from old: ShownState, to new: ShownState, subject: [String] = []
  ) -> FleetEvent.Turn? {
    guard old != .failed, new != .failed else { return nil }
    return FleetEvent.Turn(subject: subject, from: old.word, to: new.word)
  }

  private func event(
    _ change: Change, _ before: JobRecord, _ after: JobRecord
  ) -> FleetEvent {
    let job = after.job
    var event = FleetEvent(
      at: now, offset: after.clockOffset, source: job.id.source, job: job.id, name: job.name,
      kind: change.kind, state: change.state, text: change.text)
    let statuses = [before.job.nativeStatus, job.nativeStatus]
    event.surroundings = FleetEvent.Surroundings(
      before: before.shownState, after: after.shownState,
      statuses: statuses[0] == statuses[1] ? [statuses[1]] : statuses, phase: job.phase,
      fraction: JobReport.fraction(of: job))
    event.path = change.path
    event.error = change.error
    event.turn = change.turn
    if let told = change.told { date(&event, told, before, after) }
    return event
  }
}

// MARK: - What went wrong

extension ChangeFinder {
  /// What put the job into its state.
  private func cause(of record: JobRecord) -> JobError? {
    guard record.shownState == .failed || record.shownState == .warning else { return nil }
    return JobReport(record, now: now).errors.first { $0.isActive }
  }

  /// An error that was not told before, one that stops something before a note about the past.
  private func newFailure(_ before: Job, _ after: Job) -> JobError? {
    guard before.failure != after.failure || before.steps != after.steps else { return nil }
    let errors = JobError.all(of: after)
    guard !errors.isEmpty else { return nil }
    let old = Set(JobError.all(of: before).map(\.id))
    let new = errors.filter { !old.contains($0.id) }
    return new.first { $0.isActive } ?? new.first
  }

  /// A time of ours, in the clock in which the job is told.
  private func timeOfDay(_ date: Date, _ record: JobRecord) -> String {
    Wording.timeOfDay(JobReport(record, now: now).serviceTime(ofOurs: date))
  }

  private func stateText(_ record: JobRecord, _ failure: JobError?) -> String {
    let job = record.job
    switch record.shownState {
    case .stale:
      return record.judgement.staleness == .scrape
        ? "the service's own statistics are old"
        : "no data since \(timeOfDay(job.observedAt, record)); the rows keep the last"
    case .stalled:
      let since = record.judgement.stalledSince.map { timeOfDay($0.date, record) } ?? "a while ago"
      let percent = JobReport.percent(JobReport.fraction(of: job))
      return "\(percent.isEmpty ? "nothing moves" : percent) since \(since): \(job.nativeStatus)"
    case .unknown: return "status word \(job.nativeStatus) is not known: shown raw"
    case .failed, .warning, .running, .paused, .pending, .stopped, .done: break
    }
    let attempts = record.judgement.attempts.count
    let attempt = attempts > 1 ? ", attempt \(attempts)" : ""
    guard let failure, failure.isActive else { return job.nativeStatus + attempt }
    return failure.code == nil ? "\(job.nativeStatus)\(attempt): \(failure.text)" : failure.text
  }
}

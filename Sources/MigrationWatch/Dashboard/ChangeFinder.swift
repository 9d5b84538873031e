import MigrationAnalysis
import MigrationModel

/// Tells what changed between two readings of a job, in words.
struct ChangeFinder {
  let now: Moment
  let thresholds: Thresholds

  func changes(from before: JobRecord?, to after: JobRecord) -> [FleetEvent] {
    guard let before else { return [] }
    var events: [FleetEvent] = []
    lazy var met = before.standingErrors
    func add(
      _ kind: FleetEvent.Kind, _ state: ShownState, _ text: String, _ path: [String] = [],
      error: JobError.ID? = nil
    ) {
      var event = event(kind, state, text, path, before, after)
      event.error = error
      if let error, met.insert(error).inserted { event.hits = 1 }
      events.append(event)
    }
    let isNewState = before.shownState != after.shownState
    let failure = (isNewState ? cause(of: after) : nil) ?? newFailure(before.job, after.job)
    let steps = stepChanges(before.job.steps, after.job.steps, path: [])
    if isNewState {
      let error = failure.flatMap { $0.isActive ? $0.id : nil }
      add(
        .state, after.shownState, stateText(after, failure), failure?.place ?? [], error: error)
    }
    // A step that failed tells it better, and a new state tells it already.
    let isTold = { (step: StepChange) in step.step.error?.message == failure?.message }
    if let failure, !(isNewState && failure.isActive), !steps.contains(where: isTold) {
      add(.failure, .warning, failure.text, failure.place, error: failure.id)
    }
    if before.job.phase != after.job.phase {
      let (old, new) = (JobReport.word(of: before.job.phase), JobReport.word(of: after.job.phase))
      add(.phase, .running, "\(old) > \(new): \(after.job.nativeStatus)")
    }
    if let (state, text) = verification(before.job, after.job) { add(.verification, state, text) }
    if before.judgement.attempts.count != after.judgement.attempts.count, !isNewState {
      add(.attempt, .warning, "attempt \(JobReport.words(of: after.judgement.attempts) ?? "")")
    }
    if let text = lag(before, after) {
      let isWorse = after.judgement.verdict.word == .fallingBehind
      add(.lag, isWorse ? .warning : .running, text)
    }
    if before.lagSeverity != after.lagSeverity,
      let text = after.lagSeverity.words(after: before.lagSeverity, thresholds)
    {
      add(.lag, after.lagSeverity > before.lagSeverity ? .warning : .running, text)
    }
    if let (state, text) = cutover(before, after) { add(.cutover, state, text) }
    for change in steps where !(isNewState && failure != nil && isTold(change)) {
      add(.step, change.state, change.text, change.path, error: change.step.standingError)
    }
    return events
  }

  private func event(
    _ kind: FleetEvent.Kind, _ state: ShownState, _ text: String, _ path: [String],
    _ before: JobRecord, _ after: JobRecord
  ) -> FleetEvent {
    let job = after.job
    var event = FleetEvent(
      at: now, source: job.id.source, job: job.id, name: job.name, kind: kind, state: state,
      text: text)
    let statuses = [before.job.nativeStatus, job.nativeStatus]
    event.surroundings = FleetEvent.Surroundings(
      before: before.shownState, after: after.shownState,
      statuses: statuses[0] == statuses[1] ? [statuses[1]] : statuses, phase: job.phase,
      fraction: JobReport.fraction(of: job))
    event.path = path
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

  private func stateText(_ record: JobRecord, _ failure: JobError?) -> String {
    let job = record.job
    switch record.shownState {
    case .stale:
      return record.judgement.staleness == .scrape
        ? "the service's own statistics are old"
        : "no data since \(Wording.timeOfDay(job.observedAt)); the rows keep the last"
    case .stalled:
      let since = record.judgement.stalledSince.map { Wording.timeOfDay($0.date) } ?? "a while ago"
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

// MARK: - What else changed

extension ChangeFinder {
  private func verification(_ before: Job, _ after: Job) -> (ShownState, String)? {
    guard let new = after.verification, new.state != before.verification?.state else { return nil }
    let native = new.nativeStatus.map { " (\($0))" } ?? ""
    let state: ShownState =
      switch new.state {
      case .notRequested, .pending, .verifying, .cancelled: .running
      case .verified: .done
      case .different: .failed
      case .aborted: .warning
      case .unknown: .unknown
      }
    return (state, JobReport.words(of: new.state) + native)
  }

  private func lag(_ before: JobRecord, _ after: JobRecord) -> String? {
    let new = after.judgement.verdict
    let old = before.judgement.verdict.word
    // A job without readings that get through has nothing to say about its lag.
    guard old != new.word, new.word != .unknown, new.word != .frozen else { return nil }
    let value = after.job.lag.measurement.map { " at \(Wording.lag($0))" } ?? ""
    return "\(JobReport.words(of: new.word))\(value): \(new.reason)"
  }

  private func cutover(_ before: JobRecord, _ after: JobRecord) -> (ShownState, String)? {
    let (old, new) = (before.judgement.cutover, after.judgement.cutover)
    guard (old.ready == true) != (new.ready == true) else { return nil }
    if new.ready == true {
      let passed = new.checks.count { $0.result == .pass }
      return (.running, "ready: \(passed) of \(new.checks.count) checks pass")
    }
    // A hold begins again because of another check.
    let open =
      new.checks.first { $0.result == .fail }
      ?? new.checks.first { $0.result == .unknown && !$0.isHold }
      ?? new.checks.first { $0.result == .unknown }
    let reason =
      open.map { check in
        // Some evidence names its check, some is nothing but figures.
        let name = check.evidence.contains(check.id.rawValue) ? "" : "\(check.id.rawValue) "
        return ": \(name)\(check.evidence)"
      } ?? ""
    return (new.ready == false ? .warning : .running, "no longer ready\(reason)")
  }

  private typealias StepChange = (step: Step, state: ShownState, text: String, path: [String])

  private func stepChanges(_ before: [Step], _ after: [Step], path: [String]) -> [StepChange] {
    // What a reading left alone shares its storage: no step of it is looked at.
    guard !before.isEmpty, before != after else { return [] }
    let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return after.flatMap { step -> [StepChange] in
      guard let earlier = old[step.id] else { return [] }
      let here = path + [step.title]
      let inner = stepChanges(earlier.children, step.children, path: here)
      guard earlier.state != step.state else { return inner }
      let message = step.error?.message.map { ": \($0)" } ?? ""
      let text = "\(here.joined(separator: " > ")) \(Self.word(of: step.state))\(message)"
      return [(step, ShownState(step.state), text, here)] + inner
    }
  }

  private static func word(of state: Step.State) -> String {
    switch state {
    case .pending: "waits again"
    case .running: "began"
    case .warning: "goes on with a warning"
    case .failed: "failed"
    case .paused: "paused"
    case .stopped: "stopped"
    case .done: "finished"
    case .caughtUp: "caught up"
    case .unknown: "is in an unknown state"
    }
  }
}

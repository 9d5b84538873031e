import MigrationAnalysis
import MigrationModel

/// Tells what changed between two readings of a job, in words.
struct ChangeFinder {
  let now: Moment

  func changes(from before: JobRecord?, to after: JobRecord) -> [FleetEvent] {
    guard let before else { return [] }
    var events: [FleetEvent] = []
    func add(_ kind: FleetEvent.Kind, _ text: String) {
      events.append(event(kind, text, after))
    }
    if before.shownState != after.shownState {
      add(.state, "\(before.shownState.word) > \(after.shownState.word): \(after.job.nativeStatus)")
    }
    if before.job.phase != after.job.phase {
      add(.phase, "\(before.job.phase.rawValue) > \(after.job.phase.rawValue)")
    }
    if let failure = after.job.failure, failure.message != before.job.failure?.message {
      add(.failure, [failure.code, failure.message].compactMap { $0 }.joined(separator: " "))
    }
    if let text = verification(before.job, after.job) { add(.verification, text) }
    if before.judgement.attempts != after.judgement.attempts {
      add(.attempt, "attempt \(after.judgement.attempts): the counters began again")
    }
    if before.judgement.verdict.word != after.judgement.verdict.word,
      after.judgement.verdict.word != .unknown
    {
      add(.lag, "\(after.judgement.verdict.word.rawValue): \(after.judgement.verdict.reason)")
    }
    if (before.judgement.cutover.ready == true) != (after.judgement.cutover.ready == true) {
      add(.cutover, after.judgement.cutover.ready == true ? "ready" : "no longer ready")
    }
    return events + stepChanges(before.job.steps, after.job.steps, after)
  }

  private func verification(_ before: Job, _ after: Job) -> String? {
    guard let new = after.verification, new.state != before.verification?.state else { return nil }
    return "verification \(new.state.rawValue)"
  }

  private func stepChanges(_ before: [Step], _ after: [Step], _ record: JobRecord) -> [FleetEvent] {
    guard !before.isEmpty else { return [] }
    let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return after.flatMap { step -> [FleetEvent] in
      guard let earlier = old[step.id] else { return [] }
      var events: [FleetEvent] = []
      if earlier.state != step.state {
        let message = step.error?.message.map { ": \($0)" } ?? ""
        events.append(event(.step, "\(step.label) \(step.state.rawValue)\(message)", record))
      }
      return events + stepChanges(earlier.children, step.children, record)
    }
  }

  private func event(_ kind: FleetEvent.Kind, _ text: String, _ record: JobRecord) -> FleetEvent {
    FleetEvent(
      at: now, source: record.job.id.source, job: record.job.id, name: record.job.name, kind: kind,
      state: record.shownState, text: text)
  }
}

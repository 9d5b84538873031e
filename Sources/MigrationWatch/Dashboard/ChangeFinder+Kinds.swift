import MigrationAnalysis
import MigrationModel

/// What changed beside the state, the errors and the steps.
extension ChangeFinder {
  func others(_ before: JobRecord, _ after: JobRecord) -> [Change] {
    [
      phase(before.job, after.job), verification(before.job, after.job), attempt(before, after),
      verdict(before, after), severity(before, after), cutover(before, after),
    ].compactMap(\.self)
  }

  private func phase(_ before: Job, _ after: Job) -> Change? {
    guard before.phase != after.phase else { return nil }
    let (old, new) = (JobReport.word(of: before.phase), JobReport.word(of: after.phase))
    return Change(
      kind: .phase, state: .running, text: "\(old) > \(new): \(after.nativeStatus)",
      turn: .init(from: old, to: new))
  }

  private func attempt(_ before: JobRecord, _ after: JobRecord) -> Change? {
    guard before.judgement.attempts.count < after.judgement.attempts.count,
      let words = JobReport.words(of: after.judgement.attempts)
    else { return nil }
    return Change(kind: .attempt, state: .warning, text: "attempt \(words)")
  }

  private func verification(_ before: Job, _ after: Job) -> Change? {
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
    return Change(
      kind: .verification, state: state, text: JobReport.words(of: new.state) + native)
  }

  private func verdict(_ before: JobRecord, _ after: JobRecord) -> Change? {
    let new = after.judgement.verdict
    let old = before.judgement.verdict.word
    // A job without readings that get through has nothing to say about its lag.
    guard old != new.word, new.word != .unknown, new.word != .frozen else { return nil }
    let value = after.job.lag.measurement.map { " at \(Wording.lag($0))" } ?? ""
    return Change(
      kind: .lag, state: new.word == .fallingBehind ? .warning : .running,
      text: "\(JobReport.words(of: new.word))\(value): \(new.reason)",
      turn: .init(subject: ["verdict"], from: old.rawValue, to: new.word.rawValue))
  }

  private func severity(_ before: JobRecord, _ after: JobRecord) -> Change? {
    let (old, new) = (before.lagSeverity, after.lagSeverity)
    guard old != new, let text = new.words(after: old, thresholds) else { return nil }
    return Change(
      kind: .lag, state: new > old ? .warning : .running, text: text,
      turn: .init(subject: ["threshold"], from: "\(old)", to: "\(new)"))
  }

  private func cutover(_ before: JobRecord, _ after: JobRecord) -> Change? {
    let (old, new) = (before.judgement.cutover, after.judgement.cutover)
    guard (old.ready == true) != (new.ready == true) else { return nil }
    if new.ready == true {
      let passed = new.checks.count { $0.result == .pass }
      return Change(
        kind: .cutover, state: .running,
        text: "ready: \(passed) of \(new.checks.count) checks pass",
        turn: .init(from: Self.open, to: Self.ready))
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
    return Change(
      kind: .cutover, state: new.ready == false ? .warning : .running,
      text: "no longer ready\(reason)", turn: .init(from: Self.ready, to: Self.open))
  }

  private static let (open, ready) = ("open", "ready")
}

// MARK: - Steps

extension ChangeFinder {
  typealias StepChange = (
    step: Step, before: Step.State, state: ShownState, text: String, path: [String]
  )

  func stepChanges(_ before: [Step], _ after: [Step], path: [String]) -> [StepChange] {
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
      return [(step, earlier.state, ShownState(step.state), text, here)] + inner
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

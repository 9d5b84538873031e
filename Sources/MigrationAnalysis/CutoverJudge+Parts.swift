import MigrationModel

import struct FoundationEssentials.Date

/// The checks of a job's steps and of its verification.
extension CutoverJudge {
  func steps(_ job: Job) -> Cutover.Check {
    if let bad = first(in: job.steps, where: { $0.isBad }) {
      return .init(id: .steps, result: .fail, evidence: "\(bad.label): \(bad.state.rawValue)")
    }
    guard let read = job.stepsObservedAt else {
      return .init(id: .steps, result: .unknown, evidence: "not read yet")
    }
    let age = Duration.seconds(circumstances.now.date.timeIntervalSince(read))
    guard age <= oldestSteps else {
      return .init(
        id: .steps, result: .unknown,
        seen: .age(.seconds(age.components.seconds), limit: oldestSteps))
    }
    if job.phase == .incremental, let open = first(in: job.steps, where: { $0.isUnsettled }) {
      return .init(
        id: .steps, result: .unknown, evidence: "\(open.label): \(open.state.rawValue)")
    }
    return .init(id: .steps, result: .pass, evidence: "none failed or retrying")
  }

  /// They are read more seldom than the lag, and tell what changes seldom.
  private var oldestSteps: Duration { max(.seconds(300), circumstances.interval * 36) }

  private func first(in steps: [Step], where condition: (Step) -> Bool) -> Step? {
    for step in steps {
      if condition(step) { return step }
      if let found = first(in: step.children, where: condition) { return found }
    }
    return nil
  }

  /// What was compared before the last change says nothing of it.
  func verification(_ job: Job) -> Cutover.Check? {
    guard let verification = job.verification else { return nil }
    switch verification.state {
    case .notRequested: return nil
    // Relational Migrator compares when the job is over: until then a person has to.
    case .pending where job.service == .relationalMigrator: return nil
    case .different, .aborted, .cancelled:
      return .init(id: .verification, result: .fail, evidence: verification.state.rawValue)
    case .pending, .verifying, .unknown:
      return .init(id: .verification, result: .unknown, evidence: verification.state.rawValue)
    case .verified: break
    }
    if verification.isContinuous {
      return .init(id: .verification, result: .pass, evidence: "verified, and goes on")
    }
    guard let end = verification.finishedAt else {
      return .init(
        id: .verification, result: .unknown, evidence: "verified, but it is not told when")
    }
    // Where heartbeats are applied too, the last of them is no change.
    guard let change = job.throughput.lastEventAt else {
      return .init(
        id: .verification, result: .unknown, evidence: "verified; changes since are not compared")
    }
    let missed = Duration.seconds(change.timeIntervalSince(end))
    return missed > .zero
      ? .init(
        id: .verification, result: .unknown,
        evidence: "verified \(Wording.elapsed(missed)) before the last change")
      : .init(id: .verification, result: .pass, evidence: "verified after the last change")
  }
}

extension Step {
  /// What must be mended before anyone cuts over.
  fileprivate var isBad: Bool {
    if error != nil { return true }
    switch state {
    case .failed, .warning: return true
    case .paused, .stopped: return phase == .incremental || phase == .full
    case .pending, .running, .done, .caughtUp, .unknown: return false
    }
  }

  /// What does not replicate yet, or nobody knows.
  fileprivate var isUnsettled: Bool {
    // A half of the way that tells nothing is no part that does nothing.
    if half != nil, lag == .absent(.notReported) { return false }
    return switch (state, phase) {
    case (.unknown, .full), (.unknown, .incremental), (.pending, .full), (.pending, .incremental),
      (.running, .full), (.running, .schema):
      true
    case (.pending, _), (.running, _), (.warning, _), (.failed, _), (.paused, _), (.stopped, _),
      (.done, _), (.caughtUp, _), (.unknown, _):
      false
    }
  }
}

extension [Step] {
  /// The step whose own lag is the longest: a job may tell the lag of one of its parts only.
  var furthestBehind: (title: String, lag: Duration)? {
    flatMap { step -> [(title: String, lag: Duration)] in
      let own = step.lag.value.map { [(step.title, $0)] } ?? []
      return own + (step.children.furthestBehind.map { [$0] } ?? [])
    }.max { $0.lag < $1.lag }
  }
}

import MigrationModel

import struct FoundationEssentials.Date

/// Applies the cut-over checks to one job.
struct CutoverJudge {
  let thresholds: Thresholds
  let circumstances: Circumstances

  /// Whether every check would pass now, the hold aside.
  func holds(_ job: Job, _ judgement: Judgement) -> Bool {
    let checks = checks(job, judgement, heldFor: thresholds.cutoverHold)
    return !checks.isEmpty && checks.allSatisfy { $0.result == .pass }
  }

  func cutover(_ job: Job, _ judgement: Judgement, hold: CutoverHold) -> Cutover {
    let since = hold.since(asOf: circumstances.now, interval: circumstances.interval)
    let held = since.map { circumstances.now.uptime - $0.uptime } ?? .zero
    let checks = checks(job, judgement, heldFor: held)
    guard !checks.isEmpty else { return .none }
    if checks.contains(where: { $0.result == .fail }) {
      return Cutover(ready: false, since: nil, checks: checks)
    }
    guard checks.allSatisfy({ $0.result == .pass }), let since else {
      return Cutover(ready: nil, since: nil, checks: checks)
    }
    return Cutover(
      ready: true, since: since.advanced(by: thresholds.cutoverHold), checks: checks)
  }

  private func checks(
    _ job: Job, _ judgement: Judgement, heldFor held: Duration
  ) -> [Cutover.Check] {
    guard job.state != .done, job.state != .stopped, job.replicates == true,
      job.kind != .subscription
    else { return [] }
    return [
      phase(job), steps(job), lag(job, judgement, heldFor: held), verification(job),
      freshness(job, judgement), contradiction(job), source(),
    ].compactMap { $0 }
  }

  private func phase(_ job: Job) -> Cutover.Check {
    let result: Cutover.Result =
      switch job.phase {
      case .incremental: job.state == .running ? .pass : job.state == .unknown ? .unknown : .fail
      case .unknown: .unknown
      case .pending, .precheck, .schema, .full, .verifying, .stopping, .none: .fail
      }
    return .init(
      id: .phase, result: result, evidence: "\(job.phase.rawValue), \(job.state.rawValue)")
  }

  private func steps(_ job: Job) -> Cutover.Check {
    if let bad = firstBad(job.steps) {
      return .init(id: .steps, result: .fail, evidence: "\(bad.label): \(bad.state.rawValue)")
    }
    guard job.stepsObservedAt != nil else {
      return .init(id: .steps, result: .unknown, evidence: "not read yet")
    }
    return .init(id: .steps, result: .pass, evidence: "none failed or retrying")
  }

  private func firstBad(_ steps: [Step]) -> Step? {
    for step in steps {
      if step.state == .failed || step.state == .warning || step.error != nil { return step }
      if let bad = firstBad(step.children) { return bad }
    }
    return nil
  }

  private func lag(
    _ job: Job, _ judgement: Judgement, heldFor held: Duration
  ) -> Cutover.Check {
    guard let lag = job.lag.value else {
      return .init(id: .lag, result: .unknown, evidence: "no lag is reported")
    }
    let limit = thresholds.cutoverLag
    guard lag <= limit else {
      return .init(
        id: .lag, result: .fail, evidence: "\(Wording.duration(lag)) > \(Wording.limit(limit))")
    }
    guard judgement.verdict.word != .frozen else {
      return .init(id: .lag, result: .unknown, evidence: judgement.verdict.reason)
    }
    guard held >= thresholds.cutoverHold else {
      let whole = Duration.seconds(held.components.seconds)
      return .init(
        id: .lag, result: .unknown, seen: .held(whole, of: thresholds.cutoverHold))
    }
    return .init(
      id: .lag, result: .pass, evidence: "\(Wording.duration(lag)) <= \(Wording.limit(limit))")
  }

  private func verification(_ job: Job) -> Cutover.Check? {
    guard let verification = job.verification else { return nil }
    let result: Cutover.Result? =
      switch verification.state {
      case .verified: .pass
      case .different, .aborted, .cancelled: .fail
      case .pending, .verifying, .unknown: .unknown
      case .notRequested: nil
      }
    return result.map {
      .init(id: .verification, result: $0, evidence: verification.state.rawValue)
    }
  }

  private func freshness(_ job: Job, _ judgement: Judgement) -> Cutover.Check {
    let seen: Cutover.Evidence =
      switch judgement.staleness {
      case .scrape: .words("the service's own statistics are old")
      case .poll, nil: .age(age(of: job), limit: circumstances.oldestFresh)
      }
    return .init(
      id: .freshness, result: judgement.staleness == nil ? .pass : .unknown, seen: seen)
  }

  /// In whole seconds.
  private func age(of job: Job) -> Duration {
    let age = circumstances.now.date.timeIntervalSince(job.figuresReadAt ?? job.observedAt)
    return .seconds(max(.zero, Duration.seconds(age)).components.seconds)
  }

  private func contradiction(_ job: Job) -> Cutover.Check {
    guard let contradiction = job.contradictions.first else {
      return .init(id: .contradiction, result: .pass, evidence: "none")
    }
    return .init(id: .contradiction, result: .fail, evidence: contradiction)
  }

  private func source() -> Cutover.Check {
    circumstances.isSourceOK
      ? .init(id: .source, result: .pass, evidence: "ok")
      : .init(id: .source, result: .unknown, evidence: "the source is in trouble")
  }
}

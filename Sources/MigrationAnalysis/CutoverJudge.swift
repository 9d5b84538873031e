import MigrationModel

import struct FoundationEssentials.Date

/// Applies the cut-over checks to one job.
struct CutoverJudge {
  let thresholds: Thresholds
  let circumstances: Circumstances
  let measuring: Measuring

  /// A hold needs readings all along: a few far apart could each have met a good moment. What is not on screen is
  /// read too seldom for it.
  var longestGap: Duration {
    let interval = circumstances.interval
    return min(max(.seconds(30), interval * 3), max(thresholds.cutoverHold / 4, interval * 1.5))
  }

  /// Whether every check would pass now, the hold aside.
  func holds(_ job: Job, _ judgement: Judgement) -> Bool {
    let checks = checks(job, judgement, heldFor: thresholds.cutoverHold)
    // Readings that are too few for a trend yet do not hold it up.
    let isEarly =
      judgement.verdict.word == .unknown && judgement.staleness == nil
      && isWithinLimit(job.lag.value) && isWithinLimit(furthestBehind(job)?.lag ?? .zero)
    return !checks.isEmpty
      && checks.allSatisfy { $0.result == .pass || $0.id == .lag && isEarly }
  }

  private func isWithinLimit(_ lag: Duration?) -> Bool {
    lag.map { $0 <= thresholds.cutoverLag } ?? false
  }

  func cutover(_ job: Job, _ judgement: Judgement, hold: CutoverHold) -> Cutover {
    let since = hold.since(asOf: circumstances.now, longestGap: longestGap)
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
    guard job.state != .done, job.state != .stopped, job.kind != .subscription,
      job.replicates ?? (job.phase == .incremental)
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

  private func lag(
    _ job: Job, _ judgement: Judgement, heldFor held: Duration
  ) -> Cutover.Check {
    guard let lag = job.lag.measurement else {
      return .init(id: .lag, result: .unknown, evidence: "no lag is reported")
    }
    let limit = thresholds.cutoverLag
    let isIdle = judgement.verdict.word == .idle
    guard lag.value <= limit || isIdle else {
      return .init(
        id: .lag, result: .fail, evidence: "\(Wording.lag(lag)) > \(Wording.limit(limit))")
    }
    if let behind = furthestBehind(job), behind.lag > limit, !isIdle {
      return .init(
        id: .lag, result: .fail,
        evidence: "\(behind.title) \(Wording.duration(behind.lag)) > \(Wording.limit(limit))")
    }
    if let doubt = doubt(lag, judgement) { return doubt }
    guard held >= thresholds.cutoverHold else {
      let whole = Duration.seconds(held.components.seconds)
      return .init(
        id: .lag, result: .unknown, seen: .held(whole, of: thresholds.cutoverHold))
    }
    return .init(
      id: .lag, result: .pass, evidence: "\(Wording.lag(lag)) <= \(Wording.limit(limit))")
  }

  /// Of the steps that were read with the lag: older ones say nothing of now.
  private func furthestBehind(_ job: Job) -> (title: String, lag: Duration)? {
    guard let steps = job.stepsObservedAt, let figures = job.figuresReadAt,
      abs(steps.timeIntervalSince(figures)) <= 60
    else { return nil }
    return job.steps.furthestBehind
  }

  /// Why a small lag, or that of an idle source, is not to be relied on; `nil` if it is.
  private func doubt(_ lag: Lag.Measurement, _ judgement: Judgement) -> Cutover.Check? {
    if judgement.stalledSince != nil {
      return .init(id: .lag, result: .fail, evidence: "nothing is applied")
    }
    switch judgement.verdict.word {
    case .caughtUp: return nil
    case .idle where lag.value <= thresholds.cutoverLag: return nil
    case .idle:
      return .init(
        id: .lag, result: .unknown,
        evidence: "the last event took \(Wording.lag(lag)), none came since")
    case .fallingBehind:
      return .init(id: .lag, result: .fail, evidence: judgement.verdict.reason)
    case .catchingUp, .steady, .frozen, .unknown:
      return .init(id: .lag, result: .unknown, evidence: judgement.verdict.reason)
    }
  }

  private func freshness(_ job: Job, _ judgement: Judgement) -> Cutover.Check {
    guard judgement.staleness != .scrape else {
      return .init(
        id: .freshness, result: .unknown, evidence: "the service's own statistics are old")
    }
    if let age = measuring.age, age > measuring.limit {
      return .init(
        id: .freshness, result: .unknown, seen: .age(whole(age), limit: measuring.limit))
    }
    if let age = measuring.age, age < .zero - measuring.limit {
      return .init(
        id: .freshness, result: .unknown, evidence: "measured in the future of its own clock")
    }
    return .init(
      id: .freshness, result: judgement.staleness == nil ? .pass : .unknown,
      seen: .age(age(of: job), limit: circumstances.oldestFresh))
  }

  private func age(of job: Job) -> Duration {
    whole(.seconds(circumstances.now.date.timeIntervalSince(job.figuresReadAt ?? job.observedAt)))
  }

  /// In whole seconds, not negative.
  private func whole(_ age: Duration) -> Duration {
    .seconds(max(.zero, age).components.seconds)
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

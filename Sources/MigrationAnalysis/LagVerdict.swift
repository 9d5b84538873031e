import MigrationModel

import struct FoundationEssentials.Date

/// What a person would conclude from the lag of the last minutes.
package struct LagVerdict: Hashable, Sendable {
  package enum Word: String, CaseIterable, Hashable, Sendable {
    case idle, caughtUp, catchingUp, steady, fallingBehind, frozen, unknown
  }

  /// When the lag will be worked off.
  package enum CatchUp: Hashable, Sendable {
    case between(Duration, Duration)
    /// The lag does not shrink at this rate.
    case never
  }

  package let word: Word
  package let reason: String
  /// `nil` unless the verdict is about a trend.
  package let catchUp: CatchUp?

  package init(_ word: Word, _ reason: String, catchUp: CatchUp? = nil) {
    self.word = word
    self.reason = reason
    self.catchUp = catchUp
  }
}

/// Draws a ``LagVerdict`` from the samples of one job.
struct LagJudge {
  let thresholds: Thresholds
  let circumstances: Circumstances

  /// - Parameter isFrozen: Whether the number has stood for too long to be of now.
  func verdict(
    _ job: Job, _ course: LagCourse, staleness: Judgement.Staleness?, isStalled: Bool,
    isFrozen: Bool
  ) -> LagVerdict {
    let lag: Lag.Measurement
    switch job.lag {
    case .measured(let measurement): lag = measurement
    case .absent(let absence): return LagVerdict(.unknown, Self.reason(of: absence))
    }
    switch staleness {
    case .poll: return LagVerdict(.frozen, "the last reading is too old")
    case .scrape: return LagVerdict(.frozen, "the service's own statistics are old")
    case nil: break
    }
    if let reason = Self.reason(of: job.state) { return LagVerdict(.frozen, reason) }
    if lag.kind == .pipeline, let verdict = silence(job, lag.value) { return verdict }
    if isFrozen {
      return LagVerdict(.frozen, "the number stands to the millisecond: it cannot be of now")
    }
    guard let trend = course.trend else {
      if course.shrinksAgain {
        return LagVerdict(.catchingUp, "the lag shrinks since the job went on")
      }
      return LagVerdict(
        .unknown,
        "a trend needs \(LagTrend.readingsNeeded) readings over \(Int(LagTrend.spanNeeded))s, "
          + "there are \(course.readings) over \(Int(course.span))s")
    }
    return verdict(of: lag.value, trend, isStalled: isStalled)
  }

  /// Of a job that does not work no lag moves.
  private static func reason(of state: State) -> String? {
    switch state {
    case .running, .warning, .unknown: nil
    case .pending: "the job has not begun"
    case .failed: "the job has failed"
    case .paused: "the job is paused"
    case .stopped: "the job was stopped"
    case .done: "the job is done"
    }
  }

  /// What a latency is worth that nothing has passed for a while; `nil` if events go on.
  private func silence(_ job: Job, _ lag: Duration) -> LagVerdict? {
    if job.throughput.eventsLastMinute == 0 {
      return LagVerdict(.idle, "no event in the last minute")
    }
    if job.throughput.eventsLastMinute == nil, job.throughput.eventsLastHour == 0 {
      return LagVerdict(.idle, "no event in the last hour")
    }
    // The source time of an event that took long is long ago.
    guard let last = job.throughput.lastEventAt,
      Duration.seconds(circumstances.theirNow.timeIntervalSince(last)) - lag > .seconds(90)
    else { return nil }
    guard job.throughput.eventsLastMinute == nil else {
      return LagVerdict(.frozen, "events are told, and the last one is old")
    }
    return job.scrape?.lastSuccessAt == nil
      ? LagVerdict(.frozen, "the last event is old, and it is not told whether one is waiting")
      : LagVerdict(.idle, "the last event is long ago")
  }

  private static func reason(of absence: Lag.Absence) -> String {
    switch absence {
    case .notStarted: "the replication has not started"
    case .notApplicable: "this phase does not replicate"
    case .notReported: "the service does not report a lag"
    case .sourceUnavailable: "nothing was read yet"
    }
  }

  private func verdict(of lag: Duration, _ trend: LagTrend, isStalled: Bool) -> LagVerdict {
    let slope = trend.slope
    if isStalled { return LagVerdict(.fallingBehind, "nothing is applied", catchUp: .never) }
    if lag <= thresholds.cutoverLag, !leaves(lag, trend) {
      return LagVerdict(.caughtUp, "at most the cut-over lag and not rising")
    }
    let pace = Self.text(abs(slope.median))
    if trend.isRising {
      return LagVerdict(.fallingBehind, "lag grows \(pace) s/s", catchUp: .never)
    }
    if trend.isFalling {
      return LagVerdict(.catchingUp, "lag shrinks \(pace) s/s", catchUp: catchUp(lag, slope))
    }
    return LagVerdict(.steady, "no trend in the last readings", catchUp: .never)
  }

  /// Whether a lag that is small still will not stay so.
  private func leaves(_ lag: Duration, _ trend: LagTrend) -> Bool {
    trend.isRising
      && lag + .seconds(trend.slope.low * 60) > thresholds.cutoverLag
  }

  private func catchUp(_ lag: Duration, _ slope: RobustSlope) -> LagVerdict.CatchUp {
    let rest = max(0, (lag - thresholds.cutoverLag) / .seconds(1))
    // A backlog is drained faster or slower than the last minutes say: what was written at night is another load.
    return .between(
      .estimate(seconds: rest / -slope.low * 0.7), .estimate(seconds: rest / -slope.high * 1.2))
  }

  private static func text(_ number: Double) -> String {
    let hundredths = Int((min(number, 1e12) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

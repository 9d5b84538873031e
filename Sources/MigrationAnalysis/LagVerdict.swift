import MigrationModel

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

  func verdict(
    _ job: Job, _ course: LagCourse, staleness: Judgement.Staleness?
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
    if job.state == .paused { return LagVerdict(.frozen, "the job is paused") }
    if lag.kind == .pipeline, job.throughput.eventsLastMinute == 0 {
      return LagVerdict(.idle, "no event in the last minute")
    }
    guard let trend = course.trend else {
      return LagVerdict(
        .unknown,
        "a trend needs \(LagTrend.readingsNeeded) readings over \(Int(LagTrend.spanNeeded))s, "
          + "there are \(course.readings) over \(Int(course.span))s")
    }
    return verdict(of: lag.value, trend)
  }

  private static func reason(of absence: Lag.Absence) -> String {
    switch absence {
    case .notStarted: "the replication has not started"
    case .notApplicable: "this phase does not replicate"
    case .notReported: "the service does not report a lag"
    case .sourceUnavailable: "nothing was read yet"
    }
  }

  private func verdict(of lag: Duration, _ trend: LagTrend) -> LagVerdict {
    let slope = trend.slope
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
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

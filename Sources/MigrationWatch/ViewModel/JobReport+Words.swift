import MigrationAnalysis
package import MigrationModel

/// The words of a job's figures, the same in every view.
extension JobReport {
  package var phaseWord: String { Self.word(of: job.phase) }

  /// At most eight letters; `-` where there is no phase.
  package static func word(of phase: Phase) -> String {
    switch phase {
    case .pending, .precheck, .schema, .full, .stopping: phase.rawValue
    case .incremental: "incr"
    case .verifying: "verify"
    case .none, .unknown: Wording.absent
    }
  }

  /// `61%`, `~61%` of an estimate, `>99%` past it, `100%` when done, `-` where open-ended.
  package var percentWord: String {
    Self.trimmed(Wording.percent(fraction, job.state == .done ? .exact : quality))
  }

  package static func percent(_ fraction: Double?) -> String {
    fraction == nil ? "" : trimmed(Wording.percent(fraction, .exact))
  }

  private static func trimmed(_ text: String) -> String { String(text.drop { $0 == " " }) }

  /// The time left, or for a job that replicates the time until its lag is worked off.
  package var etaWord: String {
    if case .between(let low, let high) = judgement.eta { return Wording.eta(from: low, to: high) }
    if case .absent(.stalled) = judgement.eta { return "never" }
    switch judgement.verdict.catchUp {
    case .between(let low, let high)?: return Wording.eta(from: low, to: high)
    case .never? where judgement.verdict.word == .fallingBehind: return "never"
    case .never?, nil: return Wording.absent
    }
  }

  package var rateWord: String {
    judgement.rates.rowsPerSecond.map { Wording.count($0) } ?? Wording.absent
  }

  /// Finished steps of all, for example `3/5`; `-` before any were read.
  package var stepsWord: String {
    guard !job.steps.isEmpty else { return Wording.absent }
    return "\(job.steps.count { $0.state == .done })/\(job.steps.count)"
  }

  package var ageWord: String { Wording.age(age) }

  /// `mysql>polardb`.
  package var enginesWord: String {
    guard job.from?.engine != nil || job.to?.engine != nil else { return Wording.absent }
    return "\(job.from?.engine ?? "?")>\(job.to?.engine ?? "?")"
  }

  package var attempts: Int { judgement.attempts.count }

  /// How often the copy began again, and what the last time threw away; `nil` for a first attempt.
  package var attemptWords: String? { Self.words(of: judgement.attempts) }

  static func words(of attempts: Attempts) -> String? {
    guard attempts.count > 1 else { return nil }
    let lost =
      attempts.loss?.rows.map { ", \(Wording.count($0)) rows lost" }
      ?? attempts.loss?.fraction.map { ", \(percent($0)) lost" } ?? ""
    return "\(attempts.count): the copy began again\(lost)"
  }

  /// The ETA as every box tells it: a range, or `-` or `never` with the reason.
  package var etaSentence: String {
    switch judgement.eta {
    case .between(let low, let high): Wording.eta(from: low, to: high)
    case .absent(.tooEarly):
      judgement.staleness == nil ? "-  too early to say" : "-  the data is too old to say"
    case .absent(.noTotal): "-  no total is told"
    case .absent(.openEnded): catchUpSentence ?? "-  open-ended"
    case .absent(.stalled): "never: nothing moves"
    case .absent(.pastEstimate):
      quality == .exceeded ? "-  past the estimate" : "-  all is copied, the phase goes on"
    case .absent(.notRunning): "-  not running"
    }
  }

  private var catchUpSentence: String? {
    switch judgement.verdict.catchUp {
    case .between(let low, let high)?: "\(Wording.eta(from: low, to: high)) until caught up"
    case .never? where judgement.verdict.word == .fallingBehind: "never at this rate"
    case .never?, nil: nil
    }
  }

  /// How far one of the steps is, in the words of ``percentWord`` where the two are the same copy.
  package func percentWord(of step: Step) -> String {
    let isCurrent = step.state != .done && step.phase == job.phase && step.fraction != nil
    return isCurrent && (step.fraction == job.progress.fraction || quality == .exceeded)
      ? percentWord : Self.percent(Self.fraction(of: step))
  }

  /// As a state stands in a sentence.
  package static func words(of state: Step.State) -> String {
    switch state {
    case .pending, .running, .warning, .failed, .paused, .stopped, .done, .unknown: state.rawValue
    case .caughtUp: "caught up"
    }
  }

  /// How fast it goes, by whatever is told; empty if nothing is.
  package var rateWords: [String] {
    [
      rateWord == Wording.absent ? nil : "\(rateWord) rows/s",
      job.throughput.bytesPerSecond.map(Wording.byteRate),
      job.throughput.eventsLastMinute.map { "\(Wording.grouped($0)) events in 1m" },
      job.throughput.eventsLastHour.map { "\(Wording.grouped($0)) in 1h" },
    ].compactMap(\.self)
  }

  package static func words(of verification: Verification.State) -> String {
    switch verification {
    case .notRequested: "not asked for"
    case .pending: "waits"
    case .verifying: "compares source and target"
    case .verified: "source and target are the same"
    case .cancelled: "cancelled"
    case .unknown: "of unknown state"
    case .different: "source and target differ"
    case .aborted: "the verifier broke"
    }
  }
}

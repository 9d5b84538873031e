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

  package var lagWord: String { job.lag.value.map(Wording.duration) ?? Wording.absent }

  /// `=` steady, `v` catching up, `^` falling behind, `i` idle, `f` frozen, blank unknown.
  package var trendMark: String {
    guard job.lag.value != nil else { return "" }
    return switch judgement.verdict.word {
    case .idle: "i"
    case .caughtUp, .steady: "="
    case .catchingUp: "v"
    case .fallingBehind: "^"
    case .frozen: "f"
    case .unknown: ""
    }
  }

  /// Why there is no lag, in the service's terms.
  package var lagAbsence: String? {
    guard case .absent(let absence) = job.lag else { return nil }
    return switch absence {
    case .notStarted: "incremental has not started"
    case .notApplicable: "this phase does not replicate"
    case .notReported: "the service does not report it"
    case .sourceUnavailable: "nothing was read yet"
    }
  }

  package var verdictWords: String {
    switch judgement.verdict.word {
    case .idle: "idle"
    case .caughtUp: "caught up"
    case .catchingUp: "catching up"
    case .steady: "steady"
    case .fallingBehind: "falling behind"
    case .frozen: "frozen"
    case .unknown: "unknown"
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

  package var cutoverWord: String {
    guard !judgement.cutover.checks.isEmpty else { return Wording.absent }
    return switch judgement.cutover.ready {
    case true?: "ready"
    case false?: "no"
    case nil: "?"
    }
  }

  package var ageWord: String { Wording.age(age) }

  /// `mysql>polardb`.
  package var enginesWord: String {
    guard job.from?.engine != nil || job.to?.engine != nil else { return Wording.absent }
    return "\(job.from?.engine ?? "?")>\(job.to?.engine ?? "?")"
  }

  /// Why the job is not ready, or what it waits for, in one line.
  package var cutoverSummary: String {
    let cutover = judgement.cutover
    guard !cutover.checks.isEmpty else { return "this job has no cut-over" }
    if cutover.ready == true {
      return "ready since \(cutover.since.map { Wording.clock($0.date) } ?? "now")"
    }
    let open =
      cutover.checks.first { $0.result == .fail } ?? cutover.checks.first { $0.result == .unknown }
    let word = cutover.ready == false ? "no" : "?"
    guard let open else { return "?: held for less than the hold time" }
    return "\(word): \(open.id.rawValue) \(open.coarseEvidence)"
  }

  /// The checks of the cut-over, one a line; empty for a job without one.
  package var cutoverLines: [CutoverLine] {
    judgement.cutover.checks.map { check in
      let state: ShownState =
        switch check.result {
        case .pass: .done
        case .fail: .failed
        case .unknown: .unknown
        }
      return CutoverLine(
        state: state, name: check.id.rawValue, result: check.result.rawValue,
        evidence: check.coarseEvidence)
    }
  }

  /// Since when nothing moves, if so.
  package var stalledSince: Moment? { judgement.stalledSince }

  package var attempts: Int { judgement.attempts }

  /// What the lag does, with its reason.
  package var verdictReason: String { judgement.verdict.reason }

  /// When the lag will be worked off: a range, `never at this rate`, or `nil` where there is no trend.
  package var catchUpWords: String? {
    switch judgement.verdict.catchUp {
    case .between(let low, let high)?: "in \(Wording.eta(from: low, to: high))"
    case .never?: "never at this rate"
    case nil: nil
    }
  }

  /// Why there is no ETA, or the range.
  package var etaSentence: String {
    switch judgement.eta {
    case .between(let low, let high): Wording.eta(from: low, to: high)
    case .absent(.tooEarly): "too early to say"
    case .absent(.noTotal): "no total is told"
    case .absent(.openEnded): "open-ended"
    case .absent(.stalled): "stalled"
    case .absent(.pastEstimate): "past the estimate"
    case .absent(.notRunning): "not running"
    }
  }

  /// `4 pass, 2 fail, 1 unknown`.
  package var cutoverCounts: String {
    func count(_ result: Cutover.Result) -> Int {
      judgement.cutover.checks.count { $0.result == result }
    }
    return "\(count(.pass)) pass, \(count(.fail)) fail, \(count(.unknown)) unknown"
  }
}

/// A cut-over check in words.
package struct CutoverLine: Hashable, Sendable {
  /// Done for pass, failed for fail.
  package let state: ShownState
  package let name: String
  package let result: String
  package let evidence: String
}

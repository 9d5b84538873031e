package import MigrationAnalysis
import MigrationModel

/// The words of a job's lag.
extension JobReport {
  package var lagWord: String { job.lag.measurement.map(Wording.lag) ?? Wording.absent }

  /// A lag that the job has, or had before, as finely as the service counts its present one.
  package func lagWord(of value: Duration) -> String {
    guard var lag = job.lag.measurement else { return Wording.duration(value) }
    lag.value = value
    return Wording.lag(lag)
  }

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
    case .notApplicable: job.phase == .none ? "the job is over" : "this phase does not replicate"
    case .notReported: "the service does not report it"
    case .sourceUnavailable: "nothing was read yet"
    }
  }

  package var verdictWords: String { Self.words(of: judgement.verdict.word) }

  package static func words(of verdict: LagVerdict.Word) -> String {
    switch verdict {
    case .idle: "idle"
    case .caughtUp: "caught up"
    case .catchingUp: "catching up"
    case .steady: "steady"
    case .fallingBehind: "falling behind"
    case .frozen: "frozen"
    case .unknown: "unknown"
    }
  }

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

  /// `lag = read 1.1s + write 18m03s`; where the parts do not make the lag, each beside the other.
  package var lagSentence: String {
    guard job.lag.value != nil else { return "lag - (\(lagAbsence ?? ""))" }
    guard let halves = job.lagHalves else { return "lag \(lagWord)" }
    let read = "read \(Wording.lag(halves.read))"
    let write = "write \(Wording.lag(halves.write))"
    return isSum(halves) ? "lag = \(read) + \(write)" : "lag \(lagWord): \(read), \(write)"
  }

  private func isSum(_ halves: LagHalves) -> Bool {
    guard let lag = job.lag.value else { return false }
    let difference = halves.reading + halves.writing - lag
    return difference < .seconds(1) && difference > .seconds(-1)
  }
}

import MigrationAnalysis
import MigrationModel

/// How well the judgements of a trace agree with its truth.
struct TraceScore: Sendable {
  /// Parts of the samples whose past says enough: with a range, and with one that holds the truth.
  private(set) var etaSamples = 0
  private(set) var etaGiven = 0
  private(set) var etaHits = 0
  /// Width of each range over the true rest.
  private(set) var widths: [Double] = []
  /// |middle - truth| over the truth: ours, then of each baseline at the same samples.
  private(set) var errors: [Double] = []
  private(set) var baselineErrors: [CopyBaseline: [Double]] = [:]
  /// Ranges where no honest number exists.
  private(set) var etaFaults = 0
  private(set) var verdicts = 0
  private(set) var verdictHits = 0
  private(set) var confusions: [String: Int] = [:]
  private(set) var catchUps = 0
  private(set) var catchUpHits = 0
  private(set) var stallsDue = 0
  private(set) var stallsSaid = 0
  private(set) var stallsFound = 0
  private(set) var stallsRight = 0
  private(set) var falseReady = 0
  private(set) var wrongAttempts = 0

  init(_ played: [TracePlayer.Played], usualInterval: Double = 1) {
    let baselines = CopyBaseline.middles(played)
    var stallBegan: Double?
    var holdBegan: Double?
    for (index, one) in played.enumerated() {
      count(eta: one, baselines.mapValues { $0[index] })
      count(verdict: one)
      count(catchUp: one)
      let isStalled = one.truth.flag("true_stalled")
      if isStalled != true {
        stallBegan = nil
      } else if stallBegan == nil {
        stallBegan = one.seconds
      }
      count(stall: one, since: stallBegan, limit: max(60, 6 * usualInterval))
      if one.truth.flag("conditions_hold") != true {
        holdBegan = nil
      } else if holdBegan == nil {
        holdBegan = one.seconds
      }
      if one.judgement.cutover.ready == true, holdBegan.map({ one.seconds - $0 < 300 }) ?? true {
        falseReady += 1
      }
      if one.truth.count("attempt") != Int64(one.judgement.attempts.count) { wrongAttempts += 1 }
    }
  }

  private mutating func count(eta one: TracePlayer.Played, _ baselines: [CopyBaseline: Double?]) {
    let range: (low: Double, high: Double)? =
      if case .between(let low, let high) = one.judgement.eta {
        (low / .seconds(1), high / .seconds(1))
      } else { nil }
    if one.truth.text("eta_class") == "absent", range != nil { etaFaults += 1 }
    guard one.truth.text("eta_class") == "fair" else { return }
    etaSamples += 1
    guard let range else { return }
    etaGiven += 1
    let ends = ["true_remaining_seconds", "true_phase_remaining_seconds"].compactMap(
      one.truth.number)
    if ends.contains(where: { range.low <= $0 && $0 <= range.high }) { etaHits += 1 }
    widths.append((range.high - range.low) / max(1, ends[0]))
    func error(_ middle: Double) -> Double {
      ends.map { abs(middle - $0) / max(1, $0) }.min() ?? 0
    }
    errors.append(error((range.low + range.high) / 2))
    for (baseline, middle) in baselines {
      if let middle { baselineErrors[baseline, default: []].append(error(middle)) }
    }
  }

  private mutating func count(verdict one: TracePlayer.Played) {
    let accepted = one.truth.text("true_verdict").split(separator: "|").map(String.init)
    guard !accepted.isEmpty else { return }
    verdicts += 1
    let said = one.judgement.verdict.word.rawValue
    if accepted.contains(said) {
      verdictHits += 1
    } else {
      confusions["\(accepted[0]) called \(said)", default: 0] += 1
    }
  }

  private mutating func count(catchUp one: TracePlayer.Played) {
    let truth = one.truth.text("true_catch_up_seconds")
    guard !truth.isEmpty, let said = one.judgement.verdict.catchUp else { return }
    catchUps += 1
    switch said {
    case .never: if truth == "never" { catchUpHits += 1 }
    case .between(let low, let high):
      guard let from = Double(truth) else { return }
      let to = one.truth.number("true_zero_lag_seconds") ?? from
      if low / .seconds(1) <= to, from <= high / .seconds(1) { catchUpHits += 1 }
    }
  }

  private mutating func count(stall one: TracePlayer.Played, since: Double?, limit: Double) {
    guard let truth = one.truth.flag("true_stalled") else { return }
    let said = one.judgement.stalledSince != nil
    if said {
      stallsSaid += 1
      if truth { stallsRight += 1 }
    }
    if let since, one.seconds - since > limit {
      stallsDue += 1
      if said { stallsFound += 1 }
    }
  }
}

extension [Double] {
  var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}

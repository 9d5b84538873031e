import Foundation

/// What other tools tell of the end of a copy.
enum CopyBaseline: String, CaseIterable, Sendable {
  /// Everything done over everything waited.
  case cumulative
  /// What the last reading added.
  case lastSecond
  /// A double exponential average over 15 s, in which silence counts as slow progress.
  case doubleAverage

  /// Seconds to the end as of each sample; `nil` where a method has none.
  static func middles(_ played: [TracePlayer.Played]) -> [CopyBaseline: [Double?]] {
    var state = State()
    var middles: [CopyBaseline: [Double?]] = [:]
    for one in played {
      state.learn(one.seconds, one.sample.number("rows_done"))
      let rest = one.sample.number("rows_total").flatMap { total in
        one.sample.number("rows_done").map { total - $0 }
      }
      for baseline in allCases {
        let rate = state.rate(baseline)
        middles[baseline, default: []].append(
          rest.flatMap { rest in rate.flatMap { $0 > 0 && rest > 0 ? rest / $0 : nil } })
      }
    }
    return middles
  }

  private struct State {
    var first: (at: Double, done: Double)?
    var last: (at: Double, done: Double)?
    var step: Double?
    var once = 0.0
    var twice = 0.0

    mutating func learn(_ at: Double, _ done: Double?) {
      guard let done else { return }
      if let last, done < last.done { self = State() }
      defer { last = (at, done) }
      guard let last, let first else {
        self.first = (at, done)
        return
      }
      let time = at - last.at
      guard time > 0 else { return }
      let rate = (done - last.done) / time
      step = rate
      // A weight of 0.1 is left after 15 s.
      let kept = pow(0.1, time / 15)
      once = once * kept + rate * (1 - kept)
      let bias = 1 - pow(0.1, (at - first.at) / 15)
      twice = twice * kept + once / bias * (1 - kept)
    }

    func rate(_ baseline: CopyBaseline) -> Double? {
      guard let first, let last, last.at > first.at else { return nil }
      return switch baseline {
      case .cumulative: (last.done - first.done) / (last.at - first.at)
      case .lastSecond: step
      case .doubleAverage: twice / (1 - pow(0.1, (last.at - first.at) / 15))
      }
    }
  }
}

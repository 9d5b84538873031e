import MigrationAnalysis
import MigrationModel
import Testing

@Suite struct LagVerdictTests {
  /// Readings five seconds apart and what a person would say to them.
  struct Series: CustomTestStringConvertible {
    let word: LagVerdict.Word
    let lags: [Double]
    var every = 5.0

    var testDescription: String { "\(word): \(lags)" }
  }

  @Test(arguments: [
    Series(word: .unknown, lags: [1, 1, 1, 1]),
    Series(word: .unknown, lags: [1, 1, 1, 1, 1], every: 3.7),
    Series(word: .caughtUp, lags: [1, 1, 1, 1, 1], every: 3.8),
    Series(word: .caughtUp, lags: [2, 1, 3, 1, 2, 1]),
    Series(word: .caughtUp, lags: [600, 500, 400, 300, 200, 100, 4]),
    Series(word: .fallingBehind, lags: [0, 1, 2, 3, 4]),
    Series(word: .fallingBehind, lags: [100, 105, 110, 115, 120]),
    Series(word: .fallingBehind, lags: [100, 106, 109, 116, 119, 127]),
    Series(word: .catchingUp, lags: [600, 580, 570, 545, 530, 512]),
    Series(word: .catchingUp, lags: [600, 590, 580, 900, 560, 550, 540, 530]),
    Series(word: .steady, lags: [100, 100, 100, 100, 100]),
    Series(word: .steady, lags: [100, 104, 97, 103, 99, 101]),
    Series(word: .steady, lags: [100, 100.01, 100.02, 100.03, 100.04]),
  ])
  func `the last minutes make the verdict`(series: Series) {
    var observer = Observer(.incremental)
    var judgement = observer.look(at: 0)
    for (index, lag) in series.lags.enumerated() {
      judgement = observer.read(at: Double(index) * series.every) { $0.lag = .seconds(lag) }
    }
    #expect(judgement.verdict.word == series.word, "\(judgement.verdict.reason)")
    #expect(!judgement.verdict.reason.isEmpty)
  }

  @Test func `a pipeline without events is idle, however large its last latency was`() {
    var observer = Observer(.incremental)
    observer.job.throughput.eventsLastMinute = 0
    #expect(observer.read(at: 0) { $0.lag = .seconds(900, .pipeline) }.verdict.word == .idle)
    #expect(observer.read(at: 5) { $0.lag = .seconds(900) }.verdict.word == .unknown)
    observer.job.throughput.eventsLastMinute = nil
    #expect(observer.read(at: 9) { $0.lag = .seconds(1, .pipeline) }.verdict.word == .unknown)
    #expect(observer.read(at: 11) { $0.throughput.eventsLastHour = 7 }.verdict.word == .unknown)
    #expect(observer.read(at: 13) { $0.throughput.eventsLastHour = 0 }.verdict.word == .idle)
  }

  @Test func `a lag that nobody measures any more is frozen`() {
    var observer = Observer(.incremental)
    observer.read(from: 0, through: 30) { job, _ in job.lag = .seconds(1) }
    #expect(observer.look(at: 90).verdict.word == .caughtUp)
    #expect(observer.look(at: 91).verdict.word == .frozen)
    #expect(observer.read(at: 95) { $0.state = .paused }.verdict.word == .frozen)
  }

  @Test func `a stale idle pipeline is frozen, not idle`() {
    var observer = Observer(.incremental)
    observer.job.throughput.eventsLastMinute = 0
    observer.job.scrape = Scrape(isAvailable: false)
    #expect(observer.read(at: 0) { $0.lag = .seconds(3, .pipeline) }.verdict.word == .frozen)
  }

  @Test func `readings of another phase or older than the window say nothing about a trend`() {
    var observer = Observer(.full)
    observer.read(from: 0, through: 60) { job, time in job.lag = .seconds(time) }
    #expect(observer.read(at: 65) { $0.phase = .incremental }.verdict.word == .unknown)
    observer.read(from: 70, through: 100) { job, _ in job.lag = .seconds(900) }
    let later = observer.read(from: 400, through: 430) { job, time in
      job.lag = .seconds(1000 - time)
    }
    #expect(later.verdict.word == .catchingUp)
  }

  @Test func `one figure seen several times is no trend`() {
    var observer = Observer(.incremental)
    observer.read(at: 0) { $0.lag = .seconds(100) }
    for time in stride(from: 5.0, through: 60, by: 5) { observer.readStatus(at: time) }
    #expect(observer.look(at: 60).verdict.word == .unknown)
  }

  @Test func `many readings in a short time are told with that time`() {
    var observer = Observer(.incremental)
    let judgement = observer.read(from: 0, through: 12, every: 2) { job, _ in job.lag = .seconds(9)
    }
    #expect(
      judgement.verdict
        == LagVerdict(.unknown, "a trend needs 5 readings over 15s, there are 7 over 12s"))
  }

  @Test func `an absent lag has no verdict and no catch-up`() {
    var observer = Observer(.incremental)
    let judgement = observer.read(from: 0, through: 60) { job, _ in job.lag = .absent(.notStarted) }
    #expect(judgement.verdict.word == .unknown)
    #expect(judgement.verdict.catchUp == nil)
  }

  @Test func `the catch-up aims at the cut-over lag`() {
    var observer = Observer(.incremental)
    // Two seconds of lag a second are worked off: 405 s of lag are 200 s from 5 s.
    let judgement = observer.read(from: 0, through: 60) { job, time in
      job.lag = .seconds(525 - 2 * time)
    }
    #expect(judgement.verdict.catchUp == .between(.seconds(140), .seconds(240)))
  }

  @Test func `noise widens the catch-up to a range`() throws {
    var observer = Observer(.incremental)
    let judgement = observer.read(from: 0, through: 60) { job, time in
      job.lag = .seconds(525 - 2 * time + (Int(time).isMultiple(of: 2) ? 8 : -8))
    }
    guard case .between(let low, let high)? = judgement.verdict.catchUp else {
      Issue.record("no range: \(judgement.verdict)")
      return
    }
    #expect(low < .seconds(200) && .seconds(200) < high)
    #expect(low > .seconds(100) && high < .seconds(400))
  }

  @Test(arguments: [0.0, 1.0])
  func `a lag that does not shrink is never worked off`(growth: Double) {
    var observer = Observer(.incremental)
    let judgement = observer.read(from: 0, through: 60) { job, time in
      job.lag = .seconds(500 + growth * time)
    }
    #expect(judgement.verdict.catchUp == .never)
  }
}

import MigrationAnalysis
import MigrationModel
import MigrationWatch
import Testing

@Suite struct LagSeriesTests {
  /// Ten columns of a minute each, the last of which has a second left.
  private func columns(_ samples: [(at: Double, lag: Double?)], now: Double = 599) -> [Double?] {
    var history = History()
    for sample in samples {
      let job = Job.sample("a", .running, .incremental) {
        $0.lag = sample.lag.map { Lag.seconds($0) } ?? .absent(.notReported)
      }
      history.append(Sample(job, at: .at(sample.at)))
    }
    return LagSeries(history, window: .seconds(600), columns: 10, now: .at(now)).values
  }

  @Test func `each column shows its largest sample`() {
    let every10 = stride(from: 0.0, to: 600, by: 10).map { (at: $0, lag: $0 == 130 ? 99 : 5.0) }
    #expect(columns(every10) == [5, 5, 99, 5, 5, 5, 5, 5, 5, 5])
  }

  @Test func `a silence is a gap, not a line`() {
    #expect(
      columns([(10, 1), (70, 2), (310, 3), (370, 4), (430, 5)])
        == [1, 2, nil, nil, nil, 3, 4, 5, nil, nil])
  }

  @Test func `a rhythm slower than a column leaves no gap`() {
    #expect(
      columns([(5, 1), (90, 2), (170, 3), (255, 4), (340, 5), (425, 6), (510, 7), (595, 8)])
        == [1, 2, 3, 3, 4, 5, 5, 6, 7, 8])
  }

  @Test func `an absent lag is a gap, and never 0`() {
    #expect(
      columns([(530, 1), (531, nil), (590, nil)])
        == [nil, nil, nil, nil, nil, nil, nil, nil, 1, nil])
    #expect(columns([]).allSatisfy { $0 == nil })
  }

  @Test func `what is older than the window is not shown`() {
    #expect(columns([(0, 9), (700, 1)], now: 700).compactMap { $0 } == [1])
  }

  @Test func `time alone moves nothing until the next sample is overdue`() {
    let samples = [(at: 470.0, lag: 1.0), (530, 2), (590, 3)] as [(at: Double, lag: Double?)]
    let shown = columns(samples)
    #expect(shown.suffix(4) == [nil, 1, 2, 3])
    #expect(columns(samples, now: 679) == shown)
    #expect(columns(samples, now: 681).suffix(4) == [2, 3, nil, nil])
  }

  @Test func `a graph without columns is empty`() {
    let series = LagSeries(History(), window: .seconds(600), columns: 0, now: .at(0))
    #expect(series.values.isEmpty && series.maximum == nil)
  }

  @Test func `readings without a lag take no memory, and stay a gap`() {
    var history = History()
    history.append(Sample(at: .zero, phase: .incremental, lag: .seconds(1)))
    for second in 1...1_000 { history.append(Sample(at: .seconds(second), phase: .incremental)) }
    history.append(Sample(at: .seconds(1_001), phase: .incremental, lag: .seconds(2)))
    #expect(history.weight == 4 * 16)
    #expect(history.samples(from: .zero).map(\.at) == [0, 1, 1_000, 1_001].map { .seconds($0) })
  }

  @Test(arguments: [HistoryBudget.least, HistoryBudget.most])
  func `a day of readings is remembered in a fixed memory, with every peak`(bytes: Int) {
    var history = History()
    for second in stride(from: 0.0, through: 86_400 * 2, by: 5) {
      let lag = Duration.seconds(second == 100_000 ? 9_999 : second / 100)
      history.append(Sample(at: .seconds(second), phase: .incremental, lag: lag), bytes: bytes)
    }
    #expect(history.weight <= bytes)
    let now = Moment.at(86_400 * 2)
    for (window, columns) in [(900.0, 15), (3_600, 30), (86_400, 24)] {
      let series = LagSeries(history, window: .seconds(window), columns: columns, now: now)
      #expect(series.values[...series.newestColumn].allSatisfy { $0 != nil }, "\(window)")
    }
    let day = LagSeries(history, window: .seconds(86_400), columns: 24, now: now)
    #expect(day.maximum == 9_999)
    #expect(day.values[day.newestColumn] == 1_728)
  }

  @Test func `the reader's part is that of the sample that is shown`() {
    var history = History()
    for (second, lag, read) in [(10.0, 5.0, 1.0), (20, 9, 4), (70, 3, 2)] {
      let job = Job.sample("a", .running, .incremental, at: second) {
        $0.lag = .seconds(lag)
        $0.stepsObservedAt = $0.observedAt
        $0.steps = [(Step.Half.reading, read), (.writing, lag - read)].map { half, seconds in
          var step = Step(id: "\(half)", name: "", label: "", state: .running)
          step.half = half
          step.lag = .seconds(seconds)
          return step
        }
      }
      history.append(Sample(job, at: .at(second)))
    }
    let series = LagSeries(history, window: .seconds(120), columns: 2, now: .at(119))
    #expect(series.values == [9, 3])
    #expect(series.reading == [4, 2])
  }

  @Test func `a column may stand for more than one value, and the last one still ends with it`() {
    var history = History()
    for second in stride(from: 0.0, to: 120, by: 10) {
      history.append(Sample(.sample("a") { $0.lag = .seconds(second) }, at: .at(second)))
    }
    let series = LagSeries(
      history, window: .seconds(120), columns: 2, valuesAColumn: 2, now: .at(119))
    #expect(series.values == [20, 50, 80, 110])
    #expect(series.column(at: .seconds(59)) == 0 && series.column(at: .seconds(60)) == 1)
  }
}

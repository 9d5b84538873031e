import MigrationAnalysis
import MigrationModel
import Testing

import struct Foundation.Date

@Suite struct CopyTests {
  /// 100 rows a second of 100,000.
  private func copying(through end: Double, total: Int64? = 100_000) -> Observer {
    var observer = Observer(.full)
    observer.read(from: 0, through: end) { job, time in
      job.progress.rows = Progress.Count(done: Int64(time * 100), total: total)
    }
    return observer
  }

  @Test func `a rate comes from the counter`() {
    #expect(copying(through: 60).judged(at: 60).rates.rowsPerSecond == 100)
    #expect(copying(through: 60).judged(at: 60).rates.bytesPerSecond == nil)
  }

  @Test func `what the service measures itself comes first`() {
    var observer = copying(through: 60)
    observer.job.throughput = Throughput(rowsPerSecond: 77, bytesPerSecond: 8)
    #expect(observer.look(at: 60).rates.rowsPerSecond == 77)
    #expect(observer.look(at: 60).rates.bytesPerSecond == 8)
  }

  @Test(arguments: [0.0, 5.0])
  func `readings too close together are too early for a rate and an ETA`(end: Double) {
    let judgement = copying(through: end).judged(at: end)
    #expect(judgement.rates.rowsPerSecond == nil)
    #expect(judgement.eta == .absent(.tooEarly))
  }

  @Test(
    arguments: [
      { $0.state = .paused }, { $0.state = .done }, { $0.phase = .incremental },
    ] as [@Sendable (inout Job) -> Void])
  func `what does not copy has no rate, rather than the rate 0`(
    change: @Sendable (inout Job) -> Void
  ) {
    var observer = copying(through: 60)
    observer.read(at: 65, change)
    #expect(observer.read(from: 70, through: 120).rates.rowsPerSecond == nil)
  }

  @Test func `an old rate is no rate`() {
    #expect(copying(through: 60).judged(at: 200).rates.rowsPerSecond == nil)
  }

  @Test func `an even pace gives a range around the end, narrower towards it`() throws {
    let early = try seconds(copying(through: 60).judged(at: 60).eta)
    #expect(early.contains(940) && early.width < 940 * 0.7)
    let late = try seconds(copying(through: 900).judged(at: 900).eta)
    #expect(late.contains(100) && late.width < 100 * 0.35)
  }

  @Test func `a copy that has become slower is foreseen at its new pace`() throws {
    var observer = copying(through: 600)
    let judgement = observer.read(from: 605, through: 660) { job, time in
      job.progress.rows.done = Int64(60_000 + (time - 600) * 10)
    }
    try expect(judgement.eta, holds: 3_940)
  }

  @Test func `a copy that becomes slower and slower is not foreseen at its present pace`() throws {
    var observer = Observer(.full)
    // Row n takes (1 + n / 50,000) / 100 seconds.
    let judgement = observer.read(from: 0, through: 750) { job, time in
      let done = ((1 + time * 100 / 25_000).squareRoot() - 1) * 50_000
      job.progress.rows = Progress.Count(done: Int64(done), total: 100_000)
    }
    // 50,000 rows are done at 50 a second now, and the last come at 33.
    let range = try seconds(judgement.eta)
    #expect(range.contains(1_250) && (range.lowerBound + range.upperBound) / 2 > 1_080)
  }

  @Test func `a service that counts in batches has an ETA all the same`() throws {
    var observer = Observer(.full)
    let judgement = observer.read(from: 0, through: 300) { job, time in
      job.progress.rows = Progress.Count(done: Int64(time / 40) * 4000, total: 100_000)
    }
    try expect(judgement.eta, holds: 700)
  }

  @Test func `what was copied before a standstill says nothing of the pace behind it`() throws {
    var observer = copying(through: 60)
    observer.read(from: 65, through: 300) { job, _ in job.progress.rows.done = 6_000 }
    let judgement = observer.read(from: 305, through: 400) { job, time in
      job.progress.rows.done = Int64(6_000 + (time - 300) * 50)
    }
    try expect(judgement.eta, holds: 1_780)
  }

  /// That the range holds the truth, and says something: it is no wider than that.
  private func expect(
    _ eta: ETA, holds truth: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let range = try seconds(eta)
    #expect(
      range.contains(truth) && range.width < truth * 0.8, "\(range)",
      sourceLocation: sourceLocation)
  }

  /// The range in seconds.
  private func seconds(_ eta: ETA) throws -> ClosedRange<Double> {
    guard case .between(let low, let high) = eta else {
      throw Absent(eta: eta)
    }
    return low / .seconds(1)...high / .seconds(1)
  }

  private struct Absent: Error { let eta: ETA }

  @Test func `a counter that falls starts anew`() throws {
    var observer = copying(through: 60)
    #expect(observer.read(at: 65) { $0.progress.rows.done = 0 }.rates.rowsPerSecond == nil)
    let judgement = observer.read(from: 70, through: 125) { job, time in
      job.progress.rows.done = Int64((time - 65) * 10)
    }
    #expect(judgement.attempts.count == 2)
    #expect(judgement.rates.rowsPerSecond == 10)
    try expect(judgement.eta, holds: 9_940)
  }

  @Test func `the pace of an earlier phase does not count`() {
    var observer = Observer(.precheck)
    observer.read(from: 0, through: 30) { job, _ in job.progress.fraction = 0.1 }
    let judgement = observer.read(at: 35) {
      $0.phase = .schema
      $0.progress.fraction = 0.8
    }
    #expect(judgement.eta == .absent(.tooEarly))
  }

  @Test func `a fraction is enough for an ETA`() throws {
    var observer = Observer(.full)
    let judgement = observer.read(from: 0, through: 50) { job, time in
      job.progress.fraction = time / 100
    }
    try expect(judgement.eta, holds: 50)
  }

  /// A verification goes on telling what was copied.
  @Test func `another phase has its ETA by its own progress, whatever rows are told`() throws {
    var observer = Observer(.verifying)
    let judgement = observer.read(from: 0, through: 50) { job, time in
      job.progress.rows = Progress.Count(done: 1_000, total: 1_000)
      job.progress.fraction = time / 100
    }
    try expect(judgement.eta, holds: 50)
  }

  @Test(
    arguments: [
      Change(.noTotal) { $0.progress = Progress(rows: .init(done: 5)) },
      Change(.pastEstimate) { $0.progress.quality = .exceeded },
      Change(.pastEstimate) { $0.progress.rows.done = 100_000 },
      Change(.pastEstimate) { $0.progress = Progress(fraction: 1) },
      Change(.openEnded) { $0.phase = .incremental }, Change(.openEnded) { $0.phase = .stopping },
      Change(.openEnded) { ($0.phase, $0.progress) = (.verifying, Progress()) },
      Change(.notRunning) { $0.state = .paused }, Change(.notRunning) { $0.state = .failed },
      Change(.notRunning) { $0.state = .pending }, Change(.notRunning) { $0.state = .unknown },
      Change(.notRunning) { $0.state = .done },
    ] as [Change<ETA.Absence>])
  func `where there is no ETA there is a reason`(change: Change<ETA.Absence>) {
    var observer = copying(through: 60)
    #expect(observer.read(at: 65, change.apply).eta == .absent(change.expected))
  }

  @Test func `a warning does not take the ETA away`() {
    var observer = copying(through: 60)
    guard case .between = observer.read(at: 65, { $0.state = .warning }).eta else {
      Issue.record("no range")
      return
    }
  }

  @Test func `a standstill is silence that counts, then a stall`() {
    var observer = copying(through: 60)
    observer.read(from: 65, through: 115)
    guard case .between(_, let high) = observer.look(at: 115).eta else {
      Issue.record("\(observer.look(at: 115).eta)")
      return
    }
    #expect(high > .seconds(1034))
    #expect(observer.read(from: 120, through: 125).eta == .absent(.stalled))
  }

  @Test func `totals beyond reason are no crash`() {
    var observer = Observer(.full)
    let judgement = observer.read(from: 0, through: 600) { job, time in
      job.progress.rows = Progress.Count(done: Int64(time / 5), total: .max)
    }
    guard case .between(let low, let high) = judgement.eta else {
      Issue.record("\(judgement.eta)")
      return
    }
    #expect(low <= high)
  }
}

extension ClosedRange<Double> {
  fileprivate var width: Double { upperBound - lowerBound }
}

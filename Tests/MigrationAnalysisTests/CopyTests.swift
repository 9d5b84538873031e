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
    #expect(copying(through: 60).look(at: 60).rates.rowsPerSecond == 100)
    #expect(copying(through: 60).look(at: 60).rates.bytesPerSecond == nil)
  }

  @Test func `what the service measures itself comes first`() {
    var observer = copying(through: 60)
    observer.job.throughput = Throughput(rowsPerSecond: 77, bytesPerSecond: 8)
    #expect(observer.look(at: 60).rates.rowsPerSecond == 77)
    #expect(observer.look(at: 60).rates.bytesPerSecond == 8)
  }

  @Test(arguments: [0.0, 5.0])
  func `readings too close together are too early for a rate and an ETA`(end: Double) {
    let judgement = copying(through: end).look(at: end)
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
    #expect(copying(through: 60).look(at: 200).rates.rowsPerSecond == nil)
  }

  @Test func `an even pace gives a narrow range`() {
    // 94,000 rows are left at 100 a second: 940 s, a tenth either way.
    #expect(copying(through: 60).look(at: 60).eta == .between(.seconds(846), .seconds(1034)))
  }

  @Test func `a burst or a jam widens the range to both paces`() {
    var observer = copying(through: 600)
    let judgement = observer.read(from: 605, through: 660) { job, time in
      job.progress.rows.done = Int64(60_000 + (time - 600) * 10)
    }
    guard case .between(let low, let high) = judgement.eta else {
      Issue.record("\(judgement.eta)")
      return
    }
    #expect(low < .seconds(600) && high > .seconds(3000))
  }

  @Test func `a service that counts in batches has an ETA all the same`() {
    var observer = Observer(.full)
    let judgement = observer.read(from: 0, through: 300) { job, time in
      job.progress.rows = Progress.Count(done: Int64(time / 40) * 4000, total: 100_000)
    }
    guard case .between(let low, let high) = judgement.eta else {
      Issue.record("\(judgement.eta)")
      return
    }
    #expect(low > .seconds(300) && low < .seconds(800) && high > .seconds(600))
  }

  @Test func `a counter that falls starts anew`() {
    var observer = copying(through: 60)
    #expect(observer.read(at: 65) { $0.progress.rows.done = 0 }.rates.rowsPerSecond == nil)
    let judgement = observer.read(from: 70, through: 125) { job, time in
      job.progress.rows.done = Int64((time - 65) * 10)
    }
    #expect(judgement.attempts == 2)
    #expect(judgement.rates.rowsPerSecond == 10)
    #expect(judgement.eta == .between(.seconds(8946), .seconds(10934)))
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

  @Test func `a fraction is enough for an ETA`() {
    var observer = Observer(.full)
    let judgement = observer.read(from: 0, through: 50) { job, time in
      job.progress.fraction = time / 100
    }
    guard case .between(let low, let high) = judgement.eta else {
      Issue.record("\(judgement.eta)")
      return
    }
    #expect(abs(low / .seconds(45) - 1) < 0.01 && abs(high / .seconds(55) - 1) < 0.01)
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
      job.progress.rows = Progress.Count(done: time < 600 ? 0 : 1, total: .max)
    }
    guard case .between(let low, let high) = judgement.eta else {
      Issue.record("\(judgement.eta)")
      return
    }
    #expect(low <= high)
  }
}

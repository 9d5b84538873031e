import CustomDump
import MigrationAnalysis
import MigrationModel
import MigrationWatch
import Testing

/// What is reconstructed of the past, held against copies that were kept.
@Suite struct PastTests {
  /// Any run of readings, of jobs that come and go, of troubles, acknowledgements and waiting.
  @Test(arguments: 1...4) func `every moment is shown as it was`(seed: UInt64) {
    var run = RandomRun(seed: seed, isCalm: seed % 2 == 1)
    run.play(250)
    var board = run.board
    for kept in run.kept.shuffled(using: &run.random) {
      board.dashboard.lookBack(to: kept.dashboard.now)
      board.dashboard.arrange()
      expectSame(board.dashboard, kept.dashboard, isExact: run.isCalm)
    }
  }

  @Test func `steps go through every moment, back and forth`() {
    var run = RandomRun(seed: 7, isCalm: false)
    run.play(200)
    var board = run.board
    for kept in run.kept.dropLast().reversed() {
      board.press("[")
      expectSame(board.dashboard, kept.dashboard, isExact: false)
    }
    board.press("[")
    #expect(board.dashboard.notice?.hasPrefix("nothing is known before") == true)
    for kept in run.kept.dropFirst() {
      board.press("]")
      expectSame(board.dashboard, kept.dashboard, isExact: false)
    }
    #expect(board.dashboard.pastMoment != nil)
    board.press("]")
    #expect(board.dashboard.pastMoment == nil)
  }

  @Test(arguments: [JournalLimits(entries: 300), JournalLimits(bytes: 200_000)])
  func `memory is bounded, and what it holds stays right`(limits: JournalLimits) {
    var run = RandomRun(seed: 3, isCalm: false, limits: limits)
    run.play(1_000)
    var board = run.board
    var steps = 0
    for kept in run.kept.dropLast().reversed() {
      board.press("[")
      if board.dashboard.notice != nil { break }
      steps += 1
      expectSame(board.dashboard, kept.dashboard, isExact: false)
    }
    #expect(board.dashboard.notice?.hasPrefix("nothing is known before") == true)
    #expect(10...300 ~= steps)
    let memory = board.dashboard.memory
    #expect(memory.entries <= limits.entries && memory.bytes <= limits.bytes)
  }

  @Test func `a source whose readings all fail is remembered in the same memory`() {
    let jobs = Job.samples(300)
    var settings = DashboardSettings()
    settings.memory = JournalLimits(bytes: 4_000_000)
    var board = Board(jobs, settings: settings)
    let refused = ProviderError(.rejected, message: "not allowed", call: "ListJobStep")
    for (index, job) in (jobs + jobs).enumerated() {
      board.skip(1)
      board.poll(.read([.failed(job.id, refused)], .details))
      if index == 0 { #expect(board.dashboard.memory.entries > 300) }
    }
    // Each keeps a table of its own of up to 300 failures.
    #expect(board.dashboard.memory.entries < 400)
  }

  private func expectSame(
    _ past: Dashboard, _ kept: Dashboard, isExact: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let time = Wording.clock(kept.now.date)
    expectNoDifference(jobs(past, isExact), jobs(kept, isExact), time)
    #expect(past.shown.sources == kept.shown.sources, "\(time)", sourceLocation: sourceLocation)
    #expect(
      past.shown.log.events == kept.shown.log.events, "\(time)", sourceLocation: sourceLocation)
    for id in kept.order.prefix(5) {
      let before = DashboardViewModel(kept).lagSeries(id, columns: 60)
      let after = DashboardViewModel(past).lagSeries(id, columns: 60)
      #expect(after.values == before.values, "\(time)", sourceLocation: sourceLocation)
    }
  }

  /// - Parameter isExact: Without it, the figures that move with the clock alone are left out.
  private func jobs(_ dashboard: Dashboard, _ isExact: Bool) -> [Job.ID: Seen] {
    dashboard.shown.fleet.records.mapValues { record in
      var judgement = record.judgement
      if !isExact {
        judgement.rates.rowsPerSecond = nil
        judgement.rates.bytesPerSecond = nil
        judgement.eta = .absent(.tooEarly)
        judgement.verdict = LagVerdict(judgement.verdict.word, "")
        judgement.cutover = .none
      }
      return Seen(
        job: record.job, judgement: judgement,
        cutover: record.judgement.cutover.checks.map(\.result),
        isAcknowledged: record.isAcknowledged)
    }
  }

  private struct Seen: Equatable {
    let job: Job
    let judgement: Judgement
    let cutover: [Cutover.Result]
    let isAcknowledged: Bool
  }
}

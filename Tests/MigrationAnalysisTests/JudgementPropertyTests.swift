import MigrationAnalysis
import MigrationModel
import Testing

/// What holds for every job, however oddly it behaves.
@Suite struct JudgementPropertyTests {
  private static let numbers: [Double?] = [
    nil, 0, 1e-300, 0.1, 0.5, 0.999_999_999, 1, 1.11, 7, 1e300,
  ]
  private static let counters: [Int64?] = [nil, 0, 1, 2, 99, 100, 1_000_000, .max - 1, .max]

  /// Judgements of a job that changes by chance, read at uneven times, some of them looks without a reading.
  private func life(of seed: UInt64) -> [Judgement] {
    var chance = Chance(seed: seed)
    var observer = Observer.almostReady
    observer.thresholds.cutoverHold = .seconds(20)
    var time = 0.0
    return (0..<150).map { _ in
      time += chance.pick([0, 1, 5, 5, 5, 40, 200], or: 5)
      observer.isSourceOK = !chance.one(in: 20)
      if chance.one(in: 5) { return observer.look(at: time) }
      // Every other life is calm for most of the time.
      if seed.isMultiple(of: 2), !chance.one(in: 30) { return observer.read(at: time) }
      return observer.read(at: time) { Self.disturb(&$0, &chance, time) }
    }
  }

  private static func disturb(_ job: inout Job, _ chance: inout Chance, _ time: Double) {
    if chance.one(in: 9) { job.state = chance.pick(State.allCases, or: .running) }
    if chance.one(in: 9) { job.phase = chance.pick(Phase.allCases, or: .full) }
    if chance.one(in: 5) { (job.state, job.phase) = (.running, .incremental) }
    if chance.one(in: 3) { job.progress.fraction = chance.pick(numbers, or: nil) }
    if chance.one(in: 3) { job.progress.rows.done = chance.pick(counters, or: nil) }
    if chance.one(in: 9) { job.progress.rows.total = chance.pick(counters, or: nil) }
    if chance.one(in: 9) {
      job.progress.quality = chance.pick(Progress.Quality.allCases, or: .exact)
    }
    if chance.one(in: 9) { job.scrape = chance.pick([nil, Scrape(isAvailable: false)], or: nil) }
    if chance.one(in: 9) { job.stepsObservedAt = chance.pick([nil, job.observedAt], or: nil) }
    job.lag = chance.pick(
      [
        job.lag, .seconds(1), .seconds(1), .seconds(1 + time / 7), .seconds(1e15),
        .seconds(0.000_001 * time), .absent(.notReported),
      ], or: .seconds(1))
  }

  private static let seeds = Array(UInt64(1)...60)

  @Test(arguments: seeds)
  func `every figure is finite, not negative and in order`(seed: UInt64) {
    for judgement in life(of: seed) {
      let rate = judgement.rates.rowsPerSecond ?? 0
      #expect(rate.isFinite && rate >= 0)
      if case .between(let low, let high) = judgement.eta { #expect(.zero <= low && low <= high) }
      if case .between(let low, let high)? = judgement.verdict.catchUp {
        #expect(.zero <= low && low <= high)
      }
    }
  }

  @Test(arguments: seeds)
  func `the same readings give the same judgement`(seed: UInt64) {
    #expect(life(of: seed) == life(of: seed))
  }

  @Test func `ready is what the checks say`() {
    let lives = Self.seeds.flatMap(life(of:))
    for cutover in lives.map(\.cutover) {
      let results = Set(cutover.checks.map(\.result))
      #expect((cutover.ready == false) == results.contains(.fail))
      if cutover.ready == true { #expect(results == [.pass]) }
      #expect((cutover.since != nil) == (cutover.ready == true))
    }
    #expect(lives.contains { $0.cutover.ready == true })
    #expect(lives.contains { $0.cutover.ready == false })
  }
}

import MigrationAnalysis
import MigrationModel
import MigrationWatch
import Testing

@Suite struct JobWaitTests {
  private static func wait(
    _ condition: String, hold: Duration = .zero, timeout: Duration? = nil
  ) throws -> JobWait {
    JobWait(
      for: try FilterExpression(parsing: condition), of: .lab("a"),
      limits: .init(hold: hold, timeout: timeout, giveUp: .seconds(600)), startedAt: .at(0))
  }

  private static func replicating(_ lag: Double) -> Job {
    .sample("a", .running, .incremental) { $0.lag = .seconds(lag) }
  }

  @Test func `a condition must hold without a break, and old data breaks it`() throws {
    var board = Board([Self.replicating(1)])
    var wait = try Self.wait("lag<5s", hold: .seconds(100))
    func end() -> JobWait.End? { wait.end(in: board.dashboard, now: .at(board.seconds)) }
    #expect(end() == nil)
    board.wait(60)
    board.read(Self.replicating(6))
    #expect(end() == nil)
    board.wait(20)
    board.read(Self.replicating(1))
    #expect(end() == nil)
    board.wait(90)
    #expect(board.job("a")?.judgement.staleness == .poll)
    #expect(end() == nil)
    board.read(Self.replicating(1))
    #expect(end() == nil)
    for _ in 0..<5 {
      #expect(end() == nil)
      board.wait(20)
      board.read(Self.replicating(1))
    }
    guard case .met(let words)? = end() else { return #expect(Bool(false), "not met") }
    #expect(words.hasPrefix("a: lag<5s met"))
  }

  @Test(arguments: [
    (State.failed, "failed: no reason told"), (.stopped, "is over"), (.done, "is over"),
  ])
  func `a job that is over is not waited for`(state: State, words: String) throws {
    let board = Board([.sample("a", state)])
    var wait = try Self.wait("phase:incremental")
    guard case .failed(let said)? = wait.end(in: board.dashboard, now: .at(0)) else {
      return #expect(Bool(false), "no end")
    }
    #expect(said.contains(words))
    var done = try Self.wait("state:\(state.rawValue)")
    guard case .met? = done.end(in: board.dashboard, now: .at(0)) else {
      return #expect(Bool(false), "not met")
    }
  }

  @Test func `nobody waits for a source that is silent, a job that stalls, or too long`() throws {
    var board = Board([.sample("a", .running, .full) { $0.progress.rows.done = 5 }])
    var wait = try Self.wait("state:done", timeout: .seconds(900))
    func end() -> JobWait.End? { wait.end(in: board.dashboard, now: .at(board.seconds)) }
    for _ in 0..<3 {
      board.wait(60)
      board.read(.sample("a", .running, .full) { $0.progress.rows.done = 5 })
    }
    guard case .stalled? = end() else { return #expect(Bool(false), "no stall") }
    board.wait(599)
    #expect(end() == nil)
    board.wait(1)
    #expect(end() == .silent("lab: no successful reading for 10m"))
    board.read(Self.replicating(1))
    board.wait(150)
    guard case .timedOut(let words)? = end() else { return #expect(Bool(false), "no end") }
    #expect(words.contains("not met within 15m"))
  }

  @Test(arguments: [(gap: 29.0, isMet: true), (31, false)])
  func `readings that are too far apart break the hold`(gap: Double, isMet: Bool) throws {
    var board = Board([Self.replicating(1)])
    var wait = try Self.wait("lag<5s", hold: .seconds(50))
    func end() -> JobWait.End? { wait.end(in: board.dashboard, now: .at(board.seconds)) }
    #expect(end() == nil)
    board.wait(25)
    board.read(Self.replicating(1))
    #expect(end() == nil)
    board.skip(gap)
    board.read(Self.replicating(1))
    if case .met? = end() { #expect(isMet) } else { #expect(!isMet) }
  }

  @Test func `time after the last reading is no hold`() throws {
    var board = Board([Self.replicating(1)])
    var wait = try Self.wait("lag<5s", hold: .seconds(20))
    func end() -> JobWait.End? { wait.end(in: board.dashboard, now: .at(board.seconds)) }
    #expect(end() == nil)
    board.wait(19)
    board.read(Self.replicating(1))
    #expect(end() == nil)
    board.wait(5)
    #expect(end() == nil)
    board.read(Self.replicating(1))
    guard case .met? = end() else { return #expect(Bool(false), "not met") }
  }
}

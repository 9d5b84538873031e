import MigrationModel
import MigrationWatch
import Testing

/// What is one line of the log: repeats, and what goes to and fro.
@Suite struct EventLogTests {
  private static let running = Job.sample("a", .running, .incremental)

  private static func warning(_ message: String) -> Job {
    .sample("a", .warning, .incremental) {
      $0.steps = [
        Step(
          id: "1", name: "full", label: "full", state: .warning, error: .init(message: message))
      ]
    }
  }

  private static func states(_ board: Board) -> [String] {
    board.model.events(of: .lab("a")).filter { $0.kind == .state }
      .map { "\($0.change) x\($0.times) \($0.text)" }
  }

  @Test func `a state that goes to and fro is one line with a count, and tells its error`() {
    var board = Board([Self.running])
    for _ in 0..<10 {
      board.wait(20)
      board.read(Self.warning("timeout"))
      board.wait(20)
      board.read(Self.running)
    }
    #expect(Self.states(board) == ["RUN<>WARN x20 Native: timeout"])
    let line = board.model.events(of: .lab("a")).first { $0.kind == .state }
    #expect(line?.at == .at(400))
    #expect(line?.firstTime == Moment.at(20).date)
    #expect(line?.hits == 10)
    // As it was, change by change.
    board.press("E")
    for _ in 0..<18 { board.press("[") }
    #expect(Self.states(board) == ["WARN>RUN x1 Native", "RUN>WARN x1 Native: timeout"])
  }

  @Test func `another error while it goes to and fro has a line of its own`() {
    var board = Board([Self.running])
    for message in ["timeout", "timeout", "disk full", "disk full"] {
      board.wait(20)
      board.read(Self.warning(message))
      board.wait(20)
      board.read(Self.running)
    }
    #expect(Self.states(board).contains { $0.hasSuffix("timeout") })
    #expect(Self.states(board).contains { $0.hasSuffix("disk full") })
  }

  @Test func `each failure has its line, and what comes back later is news`() {
    var board = Board([Self.running])
    for _ in 0..<3 {
      board.wait(20)
      board.read(.sample("a", .failed))
      board.wait(20)
      board.read(Self.running)
    }
    #expect(Self.states(board).count == 6)
    board = Board([Self.running])
    for _ in 0..<3 {
      board.wait(290)
      board.read(.sample("a", .paused))
      board.wait(290)
      board.read(Self.running)
    }
    #expect(!Self.states(board).contains { $0.contains("<>") })
  }

  @Test func `two things that go to and fro do not become one`() {
    var board = Board([.sample("a", .running, .incremental) { $0.lag = .seconds(10) }])
    for _ in 0..<4 {
      for lag in [70.0, 10] {
        board.wait(20)
        board.read(.sample("a", .running, .incremental) { $0.lag = .seconds(lag) })
      }
    }
    let lines = board.model.events(of: .lab("a")).filter { $0.text.hasPrefix("lag ") }
    #expect(lines.map(\.words) == ["to and fro: lag above 1m (warning)"])
    #expect(lines.map(\.times) == [8])
  }

  @Test func `a copy that begins again is told, whatever else changed with it`() {
    var board = Board([.sample("a") { $0.progress.rows.done = 500 }])
    board.wait(20)
    board.read(.sample("a") { $0.progress.rows.done = 900 })
    board.wait(20)
    board.read(.sample("a", .warning) { $0.progress.rows.done = 10 })
    #expect(
      board.model.events(of: .lab("a")).contains {
        $0.kind == .attempt && $0.text == "attempt 2: the copy began again, 890 rows lost"
      })
  }
}

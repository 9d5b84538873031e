import MigrationModel
import MigrationWatch
import Testing

/// The events view: what a change is called, what becomes one row, and where the cursor stays.
@Suite struct EventRowTests {
  private static func failing(_ board: inout Board, _ names: [String], _ text: String = "full") {
    for name in names {
      board.read(.sample(name, .failed) { $0.failure = Failure(message: text) })
    }
  }

  private static func rows(_ board: Board) -> [String] {
    board.model.eventRows.map { "\($0.first.change) \($0.name) \($0.text)" }
  }

  @Test func `the same change of several jobs at one moment is one row`() {
    var board = Board(["a", "b", "c"].map { .sample($0) })
    board.press("E")
    Self.failing(&board, ["a", "b", "c"])
    #expect(Self.rows(board) == ["RUN>FAIL 3 jobs Native: full"])
    board.wait(10)
    Self.failing(&board, ["a", "b"], "other")
    #expect(Self.rows(board).first == "error 2 jobs other")
    #expect(board.model.eventCountWords.hasPrefix("5 events"))
  }

  @Test func `the cursor stays on its event while new ones come above it`() {
    var board = Board(["a", "b", "c"].map { .sample($0) })
    Self.failing(&board, ["a"])
    board.press("E")
    board.wait(10)
    Self.failing(&board, ["b"])
    #expect(board.model.eventRows[board.dashboard.place.cursor].name == "a")
    board.press("f")
    board.wait(10)
    Self.failing(&board, ["c"])
    #expect(board.model.eventRows[board.dashboard.place.cursor].name == "c")
    board.press("j")
    #expect(!board.dashboard.place.isFollowing)
  }

  @Test func `n goes to the next grave event, and a filter that hides all says so`() {
    var board = Board(["a", "b"].map { .sample($0) })
    Self.failing(&board, ["a"])
    board.wait(10)
    board.read(.sample("b", .paused))
    board.press("En")
    #expect(board.model.eventRows[board.dashboard.place.cursor].name == "a")
    board.press("/state:paused")
    board.press(.enter)
    #expect(Self.rows(board) == ["RUN>PAUS b Native"])
    board.press("/nothing-like-it")
    #expect(board.model.noEventsWords == "none of the 2 events passes the filter")
    #expect(board.dashboard.place.cursor == 0)
  }

  @Test func `a lag is told in words`() {
    var board = Board([.sample("a", .running, .incremental)])
    for second in 0..<12 {
      board.wait(5)
      board.read(
        .sample("a", .running, .incremental) { $0.lag = .seconds(100 + Double(second) * 5) })
    }
    #expect(board.log.last?.hasPrefix("falling behind at 2m") == true)
  }
}

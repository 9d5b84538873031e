import MigrationModel
import MigrationWatch
import Testing

/// What stays selected while rows come and go, and which of them are news.
@Suite struct FleetSelectionTests {
  private static let jobs: [Job] = [.sample("a"), .sample("b"), .sample("c"), .sample("d")]

  @Test func `a job that the filter hides is selected again when it comes back`() {
    var board = Board(Self.jobs)
    board.press("jj/-c")
    #expect(board.dashboard.selected == .lab("d"))
    board.press(.escape)
    #expect(board.dashboard.selected == .lab("c"))
    board.press("/-c")
    board.press(.enter)
    board.press("k\\")
    #expect(board.dashboard.selected == .lab("b"))
  }

  @Test func `it comes back even if nothing at all passed in between`() {
    var board = Board(Self.jobs)
    board.press("j/nosuch")
    #expect(board.dashboard.selected == nil)
    board.press(.escape)
    #expect(board.dashboard.selected == .lab("b"))
  }

  @Test func `of a job that vanishes the neighbour is selected, and a notice says so`() {
    var board = Board(Self.jobs)
    board.press("jj")
    let left = Self.jobs.filter { $0.name != "c" }
    board.list(left)
    board.list(left)
    #expect(board.dashboard.selected == .lab("d"))
    #expect(board.dashboard.notice == "c is gone: lab no longer lists it")
    board.press("G")
    board.list([.sample("a")])
    board.list([.sample("a")])
    #expect(board.dashboard.selected == .lab("a"))
  }

  @Test func `a new job and a new state are news for ten seconds, those of the start are not`() {
    var board = Board([.sample("a"), .sample("b")])
    func news() -> [String] {
      board.rows.filter { board.job($0).map(board.model.isNews) ?? false }
    }
    #expect(news().isEmpty)
    board.wait(5)
    board.read(.sample("a", .failed))
    board.read(.sample("new"))
    board.read(.sample("b") { $0.progress.rows.done = 7 })
    #expect(news() == ["a", "new"])
    board.wait(9)
    board.read(.sample("a", .failed))
    #expect(news() == ["a", "new"])
    board.wait(1)
    #expect(news().isEmpty)
  }
}

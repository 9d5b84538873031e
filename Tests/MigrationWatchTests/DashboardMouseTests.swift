import MigrationModel
import MigrationWatch
import Testing

@Suite struct DashboardMouseTests {
  private let jobs: [Job] = [.sample("a"), .sample("b"), .sample("c"), .sample("d")]

  @Test func `the key turns it on and off, and says how to select text`() {
    var board = Board(jobs)
    board.press("m")
    #expect(board.effects.contains(.setMouse(true)))
    #expect(board.dashboard.notice == "mouse on: hold Shift to select text")
    board.press("m")
    #expect(board.effects.contains(.setMouse(false)))
    #expect(board.dashboard.notice == "mouse off")
  }

  @Test func `a click selects a job, and a second one opens it`() {
    var board = Board(jobs)
    board.apply(.click(.job(.lab("c"))))
    #expect(board.dashboard.selected == .lab("c") && board.dashboard.place.view == .fleet)
    board.apply(.click(.job(.lab("c"))))
    #expect(board.dashboard.place.view == .job(.lab("c")))
    board.apply(.click(.pane(.cutover)))
    #expect(board.dashboard.place.pane == .cutover)
  }

  @Test func `a click on a job that is gone does nothing`() {
    var board = Board(jobs)
    board.apply(.click(.job(.lab("gone"))))
    #expect(board.dashboard.selected == .lab("a"))
  }

  @Test func `a heading sorts, and again inverts`() {
    var board = Board(jobs)
    board.apply(.click(.sort(.name)))
    #expect(board.rows == ["a", "b", "c", "d"])
    board.apply(.click(.sort(.name)))
    #expect(board.rows == ["d", "c", "b", "a"])
    board.apply(.click(.sort(.lag)))
    #expect(board.dashboard.sort.column == .lag && !board.dashboard.sort.isInverted)
  }

  @Test func `the count of a state shows its jobs alone, and again all`() {
    var board = Board(jobs)
    board.apply(.click(.state(.failed)))
    #expect(board.rows.isEmpty)
    board.apply(.click(.state(.failed)))
    #expect(board.rows.count == 4)
  }

  @Test func `the wheel moves several rows, and no further than there are`() {
    var board = Board(jobs)
    board.apply(.scroll(rows: 3))
    #expect(board.dashboard.selected == .lab("d"))
    board.apply(.scroll(rows: 3))
    board.apply(.scroll(rows: -2))
    #expect(board.dashboard.selected == .lab("b"))
    board.apply(.scroll(rows: -3))
    #expect(board.dashboard.selected == .lab("a"))
  }

  @Test func `a row of a list is selected, and opened by a second click`() {
    var board = Board(jobs)
    board.press("S")
    board.apply(.click(.row(1)))
    #expect(board.dashboard.place.cursor == 1 && board.dashboard.place.view == .sources)
    board.apply(.click(.row(7)))
    #expect(board.dashboard.place.cursor == 1)
    board.apply(.click(.row(1)))
    #expect(board.dashboard.place.view == .fleet)
    #expect(board.dashboard.filter?.text == "source:\"other\"")
  }

  @Test func `what lies under the help or beside a prompt is not clicked`() {
    var board = Board(jobs)
    for keys in ["?", "?/x"] {
      board.press(keys)
      board.apply(.click(.job(.lab("c"))))
      board.apply(.click(.sort(.lag)))
      #expect(board.dashboard.selected != .lab("c"))
      #expect(board.dashboard.sort.column == .state)
    }
  }
}

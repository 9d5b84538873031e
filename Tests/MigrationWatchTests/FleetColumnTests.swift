import MigrationModel
import MigrationWatch
import Testing

/// Choosing, moving and scrolling the columns of the fleet.
@Suite struct FleetColumnTests {
  /// A screen that has room for a few.
  private static func board() -> Board {
    var board = Board([.sample("a")])
    board.apply(.viewport(Viewport(rows: 10, columns: [.state, .name, .progress, .lag, .age])))
    return board
  }

  @Test func `C shows and hides columns, beginning with what is on screen`() {
    var board = Self.board()
    #expect(board.dashboard.columns.chosen == nil)
    board.press("C")
    #expect(board.dashboard.columns.chosen == nil)
    // The first one behind the name is the service.
    board.press(" ")
    #expect(board.dashboard.columns.chosen == [.state, .name, .service, .progress, .lag, .age])
    board.press(" jjj ")
    #expect(board.dashboard.columns.chosen == [.state, .name, .lag, .age])
    board.press("0")
    #expect(board.dashboard.columns.chosen == nil)
    board.press(.enter)
    #expect(board.dashboard.menu == nil)
  }

  @Test func `J and K move a column, but none before state and name`() {
    var board = Self.board()
    board.press("CGkkk")
    guard case .columns(let menu)? = board.dashboard.menu else {
      Issue.record("no menu")
      return
    }
    #expect(menu.order[menu.cursor] == .age)
    for _ in 1...30 { board.press("K") }
    #expect(board.dashboard.columns.chosen == [.state, .name, .age, .progress, .lag])
    board.press("kJ ")
    #expect(board.dashboard.notice == "NAME is always shown")
    #expect(board.dashboard.columns.chosen == [.state, .name, .age, .progress, .lag])
  }

  @Test func `the menu opens again with the columns in their new places`() {
    var board = Self.board()
    board.press("CGkkkKKKKKKKKKKKKKKKKKKK")
    board.press(.enter)
    board.press("C")
    guard case .columns(let menu)? = board.dashboard.menu else {
      Issue.record("no menu")
      return
    }
    #expect(menu.order.prefix(3) == [.state, .name, .service])
    #expect(Set(menu.order) == Set(FleetColumn.allCases))
    #expect(menu.order.filter(menu.shown.contains) == [.state, .name, .age, .progress, .lag])
  }

  @Test func `columns that have no room are scrolled to, and state and name stay`() {
    var board = Self.board()
    board.press("<")
    #expect(board.dashboard.notice == "no more columns at the left")
    board.press(">")
    #expect(board.dashboard.columns.scrolled?.prefix(2) == [.source, .phase])
    board.apply(.viewport(Viewport(rows: 10, columns: [.state, .name, .kind, .id])))
    board.press(">")
    #expect(board.dashboard.notice == "no more columns at the right")
    board.press("<")
    #expect(board.dashboard.columns.scrolled == nil)
  }

  @Test func `the command line names columns, and a slip is told with its place`() throws {
    var board = Self.board()
    try board.dashboard.setColumns(["lag", "SVC", "rows/s", "lag15m", "name"])
    #expect(board.dashboard.columns.chosen == [.state, .name, .lag, .service, .rate, .trend])
    #expect(
      throws: FilterError(column: 4, message: "unknown column enigne: did you mean engines?")
    ) { try board.dashboard.setColumns(["lag", "enigne"]) }
    try board.dashboard.setColumns([])
    #expect(board.dashboard.columns.chosen == nil)
  }
}

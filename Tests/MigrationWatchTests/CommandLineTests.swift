import MigrationModel
import MigrationWatch
import Testing

/// The line behind `:`.
@Suite struct CommandLineTests {
  private static let jobs: [Job] = [
    .sample("crm", .failed), .sample("orders", .warning), .sample("old-orders", .done),
  ]

  private func board(_ line: String) -> Board {
    var board = Board(Self.jobs)
    board.type(line)
    return board
  }

  @Test(arguments: [
    (":goto orders", DashboardView.job(.lab("orders"))), (":events", .events),
    (":sources", .sources), (":json", .json(.lab("crm"))), (":pane events", .job(.lab("crm"))),
    (":ev", .events),
  ]) func `a view is opened by its name`(line: String, view: DashboardView) {
    let board = board(line)
    #expect(board.dashboard.place.view == view)
    #expect(board.dashboard.openPrompt == nil)
  }

  @Test(arguments: [
    (":filter ord", ["orders", "old-orders"]), (":state failed,warning", ["crm", "orders"]),
    (":source lab", ["crm", "orders", "old-orders"]), (":state:failed", ["crm"]),
    (":sort name inverted", ["orders", "old-orders", "crm"]),
  ]) func `rows are chosen and ordered`(line: String, rows: [String]) {
    #expect(board(line).rows == rows)
  }

  @Test func `what a key does can be typed too`() {
    #expect(board(":mark").job("crm")?.record.isMarked == true)
    #expect(board(":pause").model.modeWord == "PAUSED")
    #expect(board(":quit").effects == [.quit(code: 0)])
    #expect(board(":q").effects == [.quit(code: 0)])
    #expect(board(":interval 30s").effects.contains(.setInterval(.seconds(30))))
    #expect(board(":interval 30s").model.intervalWord == "30s")
  }

  @Test(arguments: [
    (":stae failed", 0, "state"), (":goto orderz", 5, "orders"), (":interval soon", 9, "1s"),
    (":state failed,zzz", 13, "zzz"), (":s", 0, "sources"), (":pause now", 6, "nothing"),
    (":goto", 4, "JOB"), (":export pdf x", 7, "pdf"), (":sort name up", 5, "inverted"),
  ]) func `a mistake is told under its column, and the line stays to be mended`(
    line: String, column: Int, word: String
  ) {
    let board = board(line)
    #expect(board.dashboard.openPrompt?.mistake?.column == column)
    #expect(board.dashboard.openPrompt?.mistake?.message.contains(word) == true)
    #expect(board.dashboard.place.view == .fleet)
    #expect(board.rows.count == 3)
  }

  @Test func `a time of day is looked back at, and live is the way out`() {
    var board = Board(Self.jobs)
    board.wait(60)
    board.list(Self.jobs)
    board.type(":at 14:13:30")
    #expect(board.model.modeWord == "PAST 14:13:20Z" || board.model.modeWord == "PAST 14:13:30Z")
    board.type(":live")
    #expect(board.model.modeWord == "LIVE")
    board.type(":at 25:00")
    #expect(board.dashboard.openPrompt?.mistake?.column == 3)
  }

  @Test func `Tab walks through what a word may become, and back`() {
    var board = Board(Self.jobs)
    board.press(":go")
    board.press(.tab)
    #expect(board.text == "goto ")
    board.press(.tab)
    #expect(board.text == "goto crm")
    board.press(.tab)
    #expect(board.text == "goto old-orders")
    board.press(.backTab)
    board.press(.backTab)
    #expect(board.text == "goto orders")
    #expect(board.model.completions(atMost: 9) == ["crm", "old-orders", "orders"])
    board.press(.enter)
    #expect(board.dashboard.place.view == .job(.lab("orders")))
  }

  @Test func `of many jobs the first few that begin with what is typed are offered, each once`() {
    var board = Board(
      Job.samples(60) + [.sample("twin") { $0.name = "0021" }, .sample("X0021")])
    board.press(":goto 002")
    #expect(board.model.completions(atMost: 3) == ["0020", "0021", "0022"])
    board.press(.tab)
    board.press(.backTab)
    #expect(board.text == "goto 0029")
    #expect(board.model.completions(atMost: 9) == ["0026", "0027", "0028", "0029"])
    board.press(.control("u"))
    board.press("goto x")
    #expect(board.model.completions(atMost: 3) == ["X0021"])
  }

  @Test func `a filter is completed as in its own prompt`() {
    var board = Board(Self.jobs)
    board.press(":filter source:o")
    board.press(.tab)
    #expect(board.text == "filter source:other")
  }

  @Test func `the arrows bring back what was entered, and what was begun`() {
    var board = board(":sort name")
    board.type(":events")
    board.press(":so")
    board.press(.up)
    #expect(board.text == "events")
    board.press(.up)
    #expect(board.text == "sort name")
    board.press(.down)
    board.press(.down)
    #expect(board.text == "so")
  }

  @Test func `a name that several jobs bear is asked for`() {
    var twin = Job.sample("twin")
    twin.name = "orders"
    var board = Board(Self.jobs + [twin])
    board.type(":goto orders")
    #expect(
      board.dashboard.openPrompt?.mistake?.message == "orders may be lab/orders, lab/twin")
    board.press(.control("u"))
    board.type("goto lab/twin")
    #expect(board.dashboard.place.view == .job(.lab("twin")))
  }

  @Test func `a paste goes into the line, and nowhere else`() {
    var board = Board(Self.jobs)
    board.apply(.paste("q:quit\n"))
    #expect(board.effects.isEmpty)
    #expect(board.dashboard.notice?.contains("ignored") == true)
    board.press("/")
    board.apply(.paste("or\u{1B}d\ners"))
    #expect(board.text == "ord ers")
    #expect(board.dashboard.place.view == .fleet)
  }

  @Test func `Ctrl-c ends the program from any line`() {
    for opening in ["/", ":", "?"] {
      var board = Board(Self.jobs)
      board.press(opening)
      board.press(.control("c"))
      #expect(board.effects == [.quit(code: 130)])
    }
  }
}

extension Board {
  /// Types a line, its `:` or `/` included, and enters it.
  mutating func type(_ line: String) {
    press(line)
    press(.enter)
  }

  /// The line that is typed.
  fileprivate var text: String? { dashboard.openPrompt?.prompt.string }
}

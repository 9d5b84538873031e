import MigrationModel
import MigrationWatch
import Testing

/// Typing a filter.
@Suite struct FilterPromptTests {
  private static let jobs: [Job] = [
    .sample("crm", .failed), .sample("orders", .warning), .sample("old-orders", .done),
  ]

  @Test func `the result is live`() {
    var board = Board(Self.jobs)
    board.press("/ord")
    #expect(board.rows == ["orders", "old-orders"])
    #expect(board.model.hiddenCounts.map(\.state) == [.failed])
    #expect(board.model.jobCountWords == "2 of 3 jobs")
    board.press(.backspace)
    board.press("l")
    #expect(board.rows.isEmpty)
    board.press(.control("u"))
    #expect(board.rows.count == 3)
  }

  @Test func `a mistake keeps the last good result and cannot be entered`() {
    var board = Board(Self.jobs)
    board.press("/state:failed")
    #expect(board.rows == ["crm"])
    board.press(",zzz")
    #expect(board.rows == ["crm"])
    #expect(board.dashboard.openPrompt?.mistake?.column == 13)
    board.press(.enter)
    #expect(board.dashboard.openPrompt != nil)
    for _ in 1...4 { board.press(.backspace) }
    #expect(board.dashboard.openPrompt?.mistake == nil)
    board.press(.enter)
    #expect(board.dashboard.openPrompt == nil)
    #expect(board.dashboard.filter?.text == "state:failed")
  }

  @Test func `escape restores the filter before, and at the root it clears it`() {
    var board = Board(Self.jobs)
    board.press("/crm")
    board.press(.enter)
    board.press("/x")
    #expect(board.rows.isEmpty)
    board.press(.escape)
    #expect(board.rows == ["crm"])
    #expect(board.dashboard.openPrompt == nil)
    board.press(.escape)
    #expect(board.rows.count == 3)
    board.press("/crm")
    board.press(.enter)
    board.press("\\")
    #expect(board.rows.count == 3)
  }

  @Test func `escape restores what was looked for, and what the events view showed`() {
    var board = Board(Self.jobs)
    board.press("E/state:failed")
    board.press(.enter)
    board.press("/,done")
    board.press(.escape)
    #expect(board.dashboard.eventFilter?.text == "state:failed")
    board.press("qqJ/crm")
    board.press(.enter)
    board.press("/x")
    #expect(board.dashboard.place.find == "crmx")
    board.press(.escape)
    #expect(board.dashboard.place.find == "crm")
  }

  @Test func `keys that are commands elsewhere are letters here`() {
    var board = Board(Self.jobs)
    board.press("/qR r")
    #expect(board.dashboard.openPrompt?.prompt.string == "qR r")
    #expect(!board.effects.contains(.quit(code: 0)))
  }

  @Test func `the line can be edited anywhere`() {
    var board = Board(Self.jobs)
    board.press("/ord new")
    board.press(.control("w"))
    board.press(.home)
    board.press("-")
    board.press(.delete)
    board.press("x")
    board.press(.left)
    board.press(.left)
    board.press("y")
    #expect(board.dashboard.openPrompt?.prompt.string == "y-xrd ")
  }

  @Test func `Tab completes, and what was entered comes back`() {
    var board = Board(Self.jobs)
    board.press("/state:fa")
    board.press(.tab)
    #expect(board.dashboard.openPrompt?.prompt.string == "state:failed")
    #expect(board.rows == ["crm"])
    board.press(.enter)
    board.press("\\/")
    board.press(.up)
    #expect(board.dashboard.openPrompt?.prompt.string == "state:failed")
    #expect(board.rows == ["crm"])
  }

  @Test func `a filter sees judgements and figures as they are shown`() {
    var jobs = Self.jobs
    jobs[1].lag = .seconds(900)
    var board = Board(jobs)
    func rows(_ filter: String) throws -> [String] {
      board.dashboard.setFilter(try FilterExpression(parsing: filter))
      board.dashboard.arrange()
      return board.rows
    }
    #expect(throws: Never.self) {
      try #expect(rows("lag>10m") == ["orders"])
      try #expect(rows("progress>=100%") == ["old-orders"])
      try #expect(rows("state:failed or errors>0") == ["crm"])
      try #expect(rows("service:dts").count == 3)
      try #expect(rows("Native").count == 3)
      try #expect(rows("is:marked").isEmpty)
    }
  }

  @Test func `a selection that the filter hides moves to the first row left`() {
    var board = Board(Self.jobs)
    board.press("/old")
    #expect(board.dashboard.selected == .lab("old-orders"))
  }
}

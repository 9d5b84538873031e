import MigrationModel
import MigrationWatch
import Testing

@Suite struct DashboardPasteTests {
  @Test(arguments: [
    ("q", "1 character"), ("SEm?", "4 characters"), (":q\rqq\n", "6 characters"),
    ("\u{1B}[A迁", "4 characters"),
  ])
  func `outside a prompt a paste does nothing, and says so`(text: String, count: String) {
    var board = Board([.sample("a"), .sample("b")])
    let before = board.dashboard.places
    board.apply(.paste(text))
    #expect(board.dashboard.places == before && board.dashboard.openHelp == nil)
    #expect(
      board.dashboard.notice
        == "a paste of \(count) was ignored: open a prompt first, / or :")
    #expect(!board.effects.contains { if case .quit = $0 { true } else { false } })
  }

  @Test func `the keys that it names are the user's`() {
    var settings = DashboardSettings()
    settings.keys = KeyTable(rebinding: ["filter": "F5"])
    var board = Board(settings: settings)
    board.apply(.paste("q"))
    #expect(
      board.dashboard.notice == "a paste of 1 character was ignored: open a prompt first, F5 or :")
    #expect(board.model.helpTexts.map(\.title).contains("FILTER  F5"))
  }

  @Test(arguments: [
    ("b", "b"), ("a\nb", "a b"), ("a\r\n\r\nb\n", "a b"), ("a\tb", "a b"),
    ("\u{1B}\u{3}a\u{7F}b\u{9B}\r", "ab"), ("迁移🦊", "迁移🦊"),
  ])
  func `in a prompt it is one line of text`(text: String, typed: String) {
    var board = Board([.sample("a"), .sample("b")])
    board.press("/x")
    board.apply(.paste(text))
    #expect(board.dashboard.openPrompt?.prompt.string == "x" + typed)
  }

  @Test func `it filters at once, where the cursor stands`() {
    var board = Board([.sample("a"), .sample("b")])
    board.press("/:b")
    for key in [Key.home] { board.press(key) }
    board.apply(.paste("name"))
    #expect(board.dashboard.openPrompt?.prompt.string == "name:b")
    #expect(board.rows == ["b"])
  }

  @Test func `of a long one a prompt takes what it can hold`() {
    var board = Board()
    board.press("/")
    board.apply(.paste(String(repeating: "ab ", count: 100_000)))
    #expect(board.dashboard.openPrompt?.prompt.text.count == 500)
  }
}

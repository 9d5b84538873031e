import MigrationModel
import MigrationWatch
import Testing

/// Writing what is shown into a file.
@Suite struct ExportTests {
  private static let jobs: [Job] = [
    .sample("crm", .failed) {
      $0.name = "crm, \"old\"|new"
      $0.failure = Failure(code: "E7", message: "copy failed\nat row 7")
    },
    .sample("orders"),
  ]

  private func written(_ board: Board) -> ExportedFile? {
    board.effects.lazy.compactMap { effect in
      if case .export(let file) = effect { file } else { nil }
    }.first
  }

  @Test func `the fleet is written as a table, every field whole`() throws {
    var board = Board(Self.jobs)
    board.press("x")
    let file = try #require(written(board))
    #expect(file.path == "migtop-fleet-20260921T141320Z.csv")
    #expect(file.content == "2 jobs")
    #expect(file.text.contains("\"crm, \"\"old\"\"|new\""))
    #expect(file.text.split(separator: "\r\n").count == 3)
  }

  @Test func `what is not of now is named by the moment that is shown`() throws {
    var board = Board(Self.jobs)
    board.wait(60)
    board.press("Z")
    board.wait(60)
    board.press("x")
    #expect(written(board)?.path == "migtop-fleet-20260921T141420Z.csv")
    board.press("{x")
    #expect(written(board)?.path == "migtop-fleet-past-20260921T141320Z.csv")
  }

  @Test func `the ending of the file says the form, and the form named must not differ`() throws {
    var board = Board(Self.jobs)
    board.type(":export jobs.JSON")
    #expect(written(board)?.text.contains("\"nativeStatus\" :") == true)
    board.press("E")
    board.type(":export jobs.md")
    #expect(written(board)?.text.hasPrefix("| at |") == true)
    board.type(":export csv jobs.json")
    #expect(written(board) == nil)
    #expect(
      board.dashboard.openPrompt?.mistake?.message
        == "jobs.json is no name for csv: another ending, or :export jobs.json")
  }

  @Test func `numbers and truths are no texts in JSON`() throws {
    var board = Board(Self.jobs)
    board.read(.sample("orders", .failed))
    board.press("E")
    board.type(":export json")
    #expect(written(board)?.text.contains("\"times\" : 1\n") == true)
    board.press("q")
    board.press("ge")
    board.type(":export json")
    let text = try #require(written(board)?.text)
    #expect(text.contains("\"active\" : true,") && text.contains("\"help\" : null"))
  }

  @Test func `marked rows are written alone`() throws {
    var board = Board(Self.jobs)
    board.press("j x")
    let file = try #require(written(board))
    #expect(file.content == "1 job")
    #expect(file.text.contains("orders") && !file.text.contains("crm"))
  }

  @Test func `the form and the file can be named`() throws {
    var board = Board(Self.jobs)
    board.type(":export markdown /tmp/fleet.md")
    let file = try #require(written(board))
    #expect(file.path == "/tmp/fleet.md")
    #expect(file.text.contains("crm, \"old\"\\|new"))
    board.type(":export json")
    #expect(written(board)?.text.contains("\"native\" :") == false)
    #expect(written(board)?.text.contains("\"nativeStatus\" :") == true)
  }

  @Test func `an error is written as its whole text, a job as its JSON`() throws {
    var board = Board(Self.jobs)
    board.press("e")
    board.press(.enter)
    board.press("x")
    #expect(written(board)?.text == "E7\ncopy failed\nat row 7\n")
    board.press("Jx")
    #expect(written(board)?.text.contains("\"code\" : \"E7\"") == true)
    #expect(written(board)?.path.hasSuffix(".json") == true)
  }

  @Test func `a view that cannot be saved says what is missing`() {
    var board = Board(Self.jobs)
    board.type(":save hot")
    #expect(board.dashboard.notice?.contains("nothing is filtered") == true)
    board.press("/state:failed")
    board.press(.control("s"))
    board.type(" ")
    #expect(board.dashboard.notice == "a view needs a name: type :save NAME")
    #expect(board.dashboard.views.isEmpty)
  }

  @Test func `a saved filter is a view from then on, and goes into the configuration`() {
    var board = Board(Self.jobs)
    board.press("/state:failed")
    board.press(.control("s"))
    board.type("hot")
    #expect(board.effects.contains(.save(SavedView(name: "hot", filter: "state:failed"))))
    board.press("\\")
    #expect(board.rows.count == 2)
    board.type(":view hot")
    #expect(board.rows == ["crm"])
  }
}

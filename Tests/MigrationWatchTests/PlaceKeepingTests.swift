import MigrationModel
import MigrationWatch
import Testing

/// The cursor stays where the user put it, whatever comes between two key presses.
@Suite struct PlaceKeepingTests {
  private static let steps = (1...6).map {
    Step(id: "\($0)", name: "step \($0)", label: "step \($0)", state: .running)
  }
  private static let jobs: [Job] = [
    .sample("a", .failed) { $0.steps = steps }, .sample("b"), .sample("c", .warning),
  ]

  private var cursor: (Board) -> Int { { $0.dashboard.place.cursor } }

  /// A board with six changes, newest first `f6`.
  private func eventful() -> Board {
    var board = Board(Self.jobs, rows: 3)
    for number in 1...6 {
      board.wait(10)
      board.read(.sample("b", number.isMultiple(of: 2) ? .running : .failed))
    }
    board.press("E")
    return board
  }

  @Test func `a click and the wheel move in a tree, and a second click opens`() {
    var board = Board(Self.jobs)
    board.press("t")
    board.apply(.click(.row(4)))
    #expect(cursor(board) == 4)
    board.apply(.scroll(rows: -3))
    #expect(cursor(board) == 1)
    board.apply(.click(.row(0)))
    let open = board.model.stepTree(.lab("a")).rows.count
    board.apply(.click(.row(0)))
    #expect(board.model.stepTree(.lab("a")).rows.count != open)
  }

  @Test func `what is copied is the row under the cursor`() {
    var board = Board(Self.jobs)
    board.press("tjjy")
    #expect(board.effects.first == .copy("a > step 2  RUN"))
    var events = eventful()
    events.press("jy")
    guard case .copy(let text)? = events.effects.first else { Issue.record("no copy"); return }
    #expect(text.contains(events.model.eventRows[1].first.text))
    #expect(text.contains("14:14:10") == (events.model.eventRows[1].first.at == .at(50)))
  }

  @Test func `a step back in time leaves the event selected`() {
    var board = eventful()
    board.press("jjj")
    let event = board.model.eventRows[cursor(board)].first.at
    for _ in 1...2 {
      board.press("[")
      #expect(board.model.eventRows[cursor(board)].first.at == event)
    }
    board.press("Z")
    #expect(board.model.eventRows[cursor(board)].first.at == event)
  }

  @Test func `who comes back to a list finds the same row`() {
    var board = eventful()
    board.press("jj")
    let event = board.model.eventRows[cursor(board)].first.at
    board.press("S")
    board.wait(10)
    board.read(.sample("b", .failed))
    board.press(.escape)
    #expect(board.model.eventRows[cursor(board)].first.at == event)
  }

  @Test func `the help leaves what is beneath as it is`() {
    var board = Board(Job.samples(30), rows: 10)
    board.press("G")
    let top = board.dashboard.fleetTop
    board.press("?")
    _ = board.dashboard.apply(.viewport(Viewport(rows: 1, lines: 1)))
    #expect(board.dashboard.fleetTop == top)
    board.press(.escape)
    #expect(board.dashboard.fleetTop == top)
    #expect(board.dashboard.selectedRow == 29)
  }

  @Test func `what has no effect in a view says so when it is typed, too`() {
    var board = eventful()
    board.press(":mark")
    board.press(.enter)
    #expect(board.dashboard.openPrompt?.mistake?.message == "mark works in: fleet")
    #expect(board.job("a")?.record.isMarked == false)
    board.press(.escape)
    board.press(":last")
    board.press(.enter)
    #expect(cursor(board) == board.model.eventRows.count - 1)
  }

  @Test func `the keys of a job are for the one under the cursor`() {
    var board = eventful()
    #expect(board.dashboard.selected == .lab("a"))
    board.press("b")
    #expect(board.dashboard.bells == [.lab("b")])
    board.press("t")
    #expect(board.dashboard.place.view == .steps(.lab("b")))
    board.press("S")
    board.press("t")
    #expect(board.dashboard.place.view == .sources)
  }

  @Test func `n does not move a selection that nobody sees`() {
    var board = Board(Self.jobs)
    board.press("J")
    board.press("n")
    board.press(.escape)
    #expect(board.dashboard.selected == .lab("a"))
  }

  @Test func `the first match of a pasted text is found when the screen has wrapped it`() {
    var board = Board([.sample("a", .failed) { $0.failure = Failure(code: nil, message: "x") }])
    board.press("e")
    board.press(.enter)
    board.press("/")
    _ = board.dashboard.apply(.paste("timeout"))
    _ = board.dashboard.apply(.viewport(Viewport(rows: 5, lines: 100, matches: [40])))
    #expect(cursor(board) == 40)
  }

  @Test func `the count of a state shows its jobs, and again all`() {
    var board = eventful()
    board.apply(.click(.state(.failed)))
    #expect(board.dashboard.place.view == .fleet)
    #expect(board.rows == ["a"])
    board.apply(.click(.state(.failed)))
    #expect(board.rows.count == 3)
  }

  @Test func `the last view comes back as it was, and none lies below it`() {
    var board = eventful()
    board.press("jj")
    board.press("`")
    #expect(board.dashboard.place.view == .fleet)
    board.press("`")
    #expect(board.dashboard.place.view == .events)
    #expect(cursor(board) == 2)
    board.press("q")
    #expect(board.dashboard.place.view == .fleet)
    board.press("q")
    #expect(board.effects == [.quit(code: 0)])
  }

  @Test func `a bell rings for what time alone brings, too`() {
    var board = Board([.sample("a")])
    board.press("b")
    board.poll(
      .failed(ProviderError(.unreachable, message: "cut"), during: .list))
    var rang = false
    for _ in 1...20 where !rang {
      board.wait(10)
      rang = board.effects.contains(.ring)
    }
    #expect(rang)
    #expect(board.job("a")?.state == .stale)
  }
}

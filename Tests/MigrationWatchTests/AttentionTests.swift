import MigrationModel
import MigrationWatch
import Testing

/// What needs attention, and the walk of `a` through it.
@Suite struct AttentionTests {
  private func walk(_ board: inout Board, _ count: Int) -> [String] {
    (1...count).compactMap { _ in
      board.press("a")
      return board.dashboard.selected?.native
    }
  }

  @Test func `the walk goes by state, the longest first, whatever the rows are sorted by`() {
    var board = Board([.sample("w1"), .sample("w2"), .sample("f"), .sample("fine"), .sample("u")])
    board.wait(5)
    board.read(.sample("w2", .warning))
    board.wait(5)
    board.read(.sample("w1", .warning))
    board.read(.sample("u", .unknown))
    board.wait(5)
    board.read(.sample("f", .failed))
    board.press("s")
    board.press(.enter)
    #expect(board.rows == ["f", "fine", "u", "w1", "w2"])
    board.press("gj")
    #expect(walk(&board, 5) == ["f", "w2", "w1", "u", "f"])
    board.press("N")
    #expect(board.dashboard.selected == .lab("u"))
  }

  @Test func `what somebody acknowledged is passed by until its state changes`() {
    var board = Board([.sample("f", .failed), .sample("w", .warning)])
    board.press("gv")
    #expect(board.dashboard.attention.acknowledgedCount == 1)
    #expect(board.log == ["acknowledged"])
    #expect(board.dashboard.shown.log.events.last?.at == .at(0))
    #expect(walk(&board, 2) == ["w", "w"])
    board.wait(3)
    board.read(.sample("f"))
    board.read(.sample("f", .failed))
    #expect(walk(&board, 1) == ["f"])
    board.press("vv")
    #expect(board.log.suffix(2) == ["acknowledged", "acknowledgement taken back"])
    #expect(board.dashboard.attention.items == [.job(.lab("f")), .job(.lab("w"))])
  }

  @Test func `what the filter hides is counted, and not gone to`() {
    var board = Board([
      .sample("f", .failed), .sample("g", .failed), .sample("w", .warning), .sample("fine"),
    ])
    board.press("/state:warning")
    board.press(.enter)
    #expect(walk(&board, 1) == ["w"])
    #expect(board.dashboard.notice == "2 more are hidden by the filter")
    board.press("\\/state:running")
    board.press(.enter)
    #expect(walk(&board, 1) == ["fine"])
    #expect(board.dashboard.notice == "nothing here needs attention, 3 hidden by the filter")
    #expect(board.dashboard.attention.items.count == 3)
  }

  @Test func `without a job to go to it is said what else needs attention`() {
    var board = Board([.sample("f", .failed), .sample("fine")])
    board.press("gva")
    #expect(board.dashboard.notice == "nothing needs attention, 1 acknowledged")
    board.fail(.unreachable)
    board.press("a")
    #expect(board.dashboard.notice == "no job, 1 acknowledged; source lab fails: S shows it")
  }

  @Test func `stale jobs of one source are one line, and a source in trouble is one too`() {
    var board = Board([.sample("a"), .sample("b"), .sample("f", .failed)])
    board.wait(20)
    board.fail(.unreachable)
    board.wait(60)
    board.wait(30)
    #expect(
      board.dashboard.attention.items == [
        .job(.lab("f")), .source("lab"),
        .staleJobs(source: "lab", count: 2, readAt: Moment.at(0).date, since: .at(80)),
      ])
    #expect(board.log.contains { $0.hasPrefix("no data since") })
  }

  @Test func `marks and acknowledgements move no row, unless the filter asks for them`() {
    var board = Board([.sample("a"), .sample("b")])
    // The reading is not arranged yet: a key that arranged would move the row.
    func reads(_ keys: String) -> [String] {
      _ = board.dashboard.apply(.polled(Self.failure))
      for key in keys.unicodeScalars { _ = board.dashboard.apply(.key(.character(key))) }
      return board.rows
    }
    #expect(reads("jsk") == ["b", "a"])
    board = Board([.sample("a"), .sample("b")])
    #expect(reads("j vjkCjj ") == ["a", "b"])
    board.dashboard.arrange()
    #expect(board.rows == ["b", "a"])
    board.press(.enter)
    board.press("/-is:marked")
    board.press(.enter)
    #expect(board.rows == ["a"])
    board.press("g ")
    #expect(board.rows.isEmpty)
  }

  private static var failure: Poll {
    Poll(
      source: "lab", at: .at(1), outcome: .read([.job(.sample("b", .failed))], .statistics),
      connection: Connection())
  }
}

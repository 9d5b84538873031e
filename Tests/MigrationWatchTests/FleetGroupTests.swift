import MigrationModel
import MigrationWatch
import Testing

/// Rows under headings.
@Suite struct FleetGroupTests {
  private static func board() -> Board {
    var board = Board([.sample("a"), .sample("b", .failed)], rows: 6)
    let others: [Job] = [
      .sample("c", .running, .incremental, source: "other") { $0.lag = .seconds(90) },
      // Its lag is over, too.
      .sample("d", .done, source: "other") { $0.lag = .seconds(900) },
    ]
    board.poll(.listed(Listing(jobs: others), isFirst: true), source: "other")
    board.dashboard.setGrouping(.source)
    board.wait(1)
    return board
  }

  /// The rows from top to bottom: a heading by its name and number of jobs.
  private func rows(_ board: Board) -> [String] {
    (0..<board.model.fleetRowCount).compactMap(board.model.fleetRow(at:)).map { row in
      switch row {
      case .job(let report): report.job.name
      case .group(let group): "\(group.name) \(group.jobCount)"
      }
    }
  }

  @Test func `each source has a heading, its jobs sorted below it`() {
    let board = Self.board()
    #expect(rows(board) == ["lab 2", "b", "a", "other 2", "c", "d"])
    let groups = board.dashboard.groups.groups
    #expect(groups.map(\.counts) == [[.failed: 1, .running: 1], [.running: 1, .done: 1]])
    #expect(groups.map(\.worstLag) == [nil, .seconds(90)])
    #expect(board.model.rowCount == 4)
  }

  @Test func `the cursor skips headings both ways`() {
    var board = Self.board()
    var path: [String?] = []
    for key in ["g", "k", "j", "j", "j", "j", "k", "k", "G"] {
      board.press(key)
      path.append(board.dashboard.selected?.native)
    }
    #expect(path == ["b", "b", "a", "c", "d", "d", "c", "a", "d"])
    #expect(board.dashboard.selectedRow == 5)
  }

  @Test func `a folded group is one row, which stands for its first job`() {
    var board = Self.board()
    board.press("gjh")
    #expect(rows(board) == ["lab 2", "other 2", "c", "d"])
    #expect(board.dashboard.selected == .lab("a"))
    #expect(board.dashboard.selectedRow == 0)
    board.press("jk")
    #expect(board.dashboard.selected == .lab("b"))
    #expect(board.dashboard.selectedRow == 0)
    board.press(.enter)
    #expect(rows(board).count == 6)
    #expect(board.dashboard.place.view == .fleet)
    board.press("H")
    #expect(rows(board) == ["lab 2", "other 2"])
    board.read(.sample("a", .warning))
    #expect(rows(board) == ["lab 2", "other 2"])
    board.press("L")
    #expect(rows(board).count == 6)
  }

  @Test func `the walk of a opens the group that hides its job`() {
    var board = Self.board()
    board.press("GHa")
    #expect(board.dashboard.selected == .lab("b"))
    #expect(rows(board) == ["lab 2", "b", "a", "other 2"])
  }

  @Test func `g in the sort menu goes through the groupings`() {
    var board = Board([.sample("a"), .sample("b", .failed), .sample("c", .failed)])
    board.press("s")
    var headings: [[String]] = []
    for _ in 1...4 {
      board.press("g")
      headings.append(board.dashboard.groups.groups.map(\.name))
    }
    #expect(headings == [["lab"], ["dts"], ["failed", "running"], []])
    #expect(board.dashboard.menu == .sort)
  }

  @Test func `a heading above the first job stays on screen, and pollers hear of jobs only`() {
    var board = Board(Job.samples(30), rows: 5)
    board.dashboard.setGrouping(.state)
    board.press("G")
    board.press("g")
    #expect(board.dashboard.selectedRow == 1)
    #expect(board.dashboard.fleetTop == 0)
    guard case .attend(let interest)? = board.effects.last else {
      Issue.record("\(board.effects)")
      return
    }
    #expect(interest.visible == Set(Job.samples(4).map(\.id)))
  }
}

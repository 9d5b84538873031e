import MigrationModel
import MigrationWatch
import Testing

/// What readings do to the dashboard.
@Suite struct DashboardReadingTests {
  @Test func `readings appear, gravest first`() {
    var board = Board([.sample("b"), .sample("a", .done), .sample("c", .failed)])
    #expect(board.rows == ["c", "b", "a"])
    board.read(.sample("d", .warning))
    #expect(board.rows == ["c", "d", "b", "a"])
    #expect(board.model.counts.map(\.count) == [1, 1, 1, 1])
    board.read(.sample("b") { $0.progress.rows.done = 7 })
    #expect(board.job("b")?.job.progress.rows.done == 7)
  }

  @Test func `before somebody chooses, the first row is selected`() {
    var board = Board([.sample("b"), .sample("c")])
    #expect(board.dashboard.selected == .lab("b"))
    board.read(.sample("c", .failed))
    #expect(board.dashboard.selected == .lab("c"))
  }

  @Test func `a chosen row stays selected while the rows move`() {
    var board = Board([.sample("b"), .sample("c"), .sample("d")])
    board.press("j")
    #expect(board.dashboard.selected == .lab("c"))
    board.read(.sample("d", .failed))
    board.read(.sample("c", .paused))
    #expect(board.rows == ["d", "b", "c"])
    #expect(board.dashboard.selected == .lab("c"))
    #expect(board.dashboard.selectedRow == 2)
  }

  @Test func `the selected row stays on screen while the rows move`() {
    var board = Board(Job.samples(30), rows: 5)
    board.press("j")
    board.read(.sample("0002", .paused))
    #expect(board.dashboard.selectedRow == 29)
    #expect(board.dashboard.fleetTop == 25)
  }

  @Test func `a failing source keeps its jobs and says what is wrong`() {
    var board = Board([.sample("a"), .sample("b")])
    board.wait(5)
    board.fail(.unreachable)
    #expect(board.rows == ["a", "b"])
    #expect(board.source()?.health == .failing)
    #expect(board.source()?.error?.kind == .unreachable)
    #expect(board.source()?.lastSuccess == .at(0))
    #expect(board.source("other")?.health == .unknown)
    board.wait(61)
    #expect(board.job("a")?.state == .stale)
    #expect(board.job("a")?.ageWord == "1m")
    board.list([.sample("a"), .sample("b")])
    #expect(board.source()?.health == .ok)
    #expect(board.source()?.error == nil)
    #expect(board.job("a")?.state == .running)
  }

  @Test func `a throttled source that told something is degraded, a new one is failing`() {
    var board = Board([.sample("a")])
    board.fail(.throttled)
    #expect(board.source()?.health == .degraded)
    board.poll(.failed(.sample(.throttled)), source: "other")
    #expect(board.source("other")?.health == .failing)
  }

  @Test func `forbidden calls degrade a source, however many there are`() {
    var board = Board([.sample("a")])
    board.fail(.rejected, call: "GetStatistics", reading: .statistics)
    #expect(board.source()?.health == .degraded)
    board.fail(.rejected, call: "GetSteps", reading: .steps)
    #expect(board.source()?.health == .degraded)
    board.list([.sample("a")])
    #expect(board.source()?.health == .degraded)
    #expect(board.source()?.error?.kind == .rejected)
  }

  @Test func `a permission that was granted makes the source healthy again`() {
    var board = Board([.sample("a")])
    board.fail(.rejected, call: "GetSteps", reading: .steps)
    board.read(.sample("a"), .statistics)
    #expect(board.source()?.health == .degraded)
    board.read(.sample("a"), .steps)
    #expect(board.source()?.health == .ok)
  }

  @Test func `ids that the service does not know degrade the source`() {
    var board = Board()
    board.list([.sample("a")], missing: ["x", "y"])
    #expect(board.source()?.health == .degraded)
    #expect(board.source()?.errorText == "not known there: x, y")
  }

  @Test func `a job is gone after two complete listings without it`() {
    var board = Board([.sample("a"), .sample("b")])
    board.list([.sample("a")])
    #expect(board.rows == ["a", "b"])
    board.list([.sample("a")])
    #expect(board.rows == ["a"])
    #expect(board.effects.contains(.forget([.lab("b")])))
    #expect(board.log.last == "no longer listed by the service")
  }

  @Test func `a job that comes back in between, or is on a later page, is not gone`() {
    var board = Board([.sample("a"), .sample("b")])
    board.list([.sample("a")])
    board.list([.sample("a"), .sample("b")])
    board.list([.sample("a")])
    #expect(board.rows == ["a", "b"])
    for _ in 1...3 {
      let next = ListingCursor(part: 0, page: 1)
      board.poll(.listed(Listing(jobs: [.sample("a")], next: next), isFirst: true))
      board.poll(.listed(Listing(jobs: [.sample("b")]), isFirst: false))
    }
    #expect(board.rows == ["a", "b"])
  }

  @Test func `a listing that broke off, or of another source, takes no job away`() {
    var board = Board([.sample("a"), .sample("b")])
    let next = ListingCursor(part: 0, page: 1)
    for _ in 1...3 {
      board.poll(.listed(Listing(jobs: [.sample("a")], next: next), isFirst: true))
      board.fail(.timedOut)
      board.poll(.listed(Listing(jobs: []), isFirst: true), source: "other")
    }
    #expect(board.rows == ["a", "b"])
  }

  @Test func `a job that the listing names and garbles is not gone`() {
    var board = Board([.sample("a"), .sample("b")])
    for _ in 1...3 { board.list([.sample("a")], problems: [.sample(.malformed)]) }
    #expect(board.rows == ["a", "b"])
    #expect(board.source()?.health == .degraded)
  }

  @Test func `what changes is an event, once`() {
    var board = Board([.sample("a")])
    #expect(board.log.isEmpty)
    board.read(.sample("a"))
    #expect(board.log.isEmpty)
    board.read(.sample("a", .failed) { $0.failure = Failure(code: "E1", message: "disk full") })
    board.read(.sample("a", .failed) { $0.failure = Failure(code: "E1", message: "disk full") })
    #expect(board.log == ["E1 disk full"])
    board.fail(.unreachable)
    board.fail(.unreachable)
    #expect(board.log.count == 2)
    #expect(board.log.last == "no unreachable")
  }

  @Test func `the same event again is counted instead of repeated`() throws {
    var board = Board([.sample("a")])
    for _ in 1...3 {
      board.read(.sample("a", .running, .full))
      board.read(.sample("a", .running, .verifying))
      board.read(.sample("a", .running, .full) { $0.failure = Failure(message: "disk full") })
      board.read(.sample("a", .running, .full))
    }
    let failures = board.dashboard.shown.log.events.filter { $0.kind == .failure }
    #expect(failures.map(\.times) == [3])
  }

  @Test func `steps that change their state are events with their errors`() {
    func job(_ state: Step.State, _ error: String? = nil) -> Job {
      .sample("a") {
        let write = Step(
          id: "2", name: "w", label: "Write", state: state, error: error.map { .init(message: $0) })
        $0.steps = [Step(id: "1", name: "d", label: "Data", state: .running, children: [write])]
      }
    }
    var board = Board([job(.running)])
    board.read(job(.failed, "no such table"))
    #expect(board.log == ["Data > Write failed: no such table"])
  }
}

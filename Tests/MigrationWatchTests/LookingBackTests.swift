import MigrationModel
import MigrationWatch
import Testing

import struct Foundation.Date

/// Going back and forth in time with the keys.
@Suite struct LookingBackTests {
  /// A job that failed and was paused: read at 0, 60, 120 and 180 s; the time is 190 s.
  private static func board() -> Board {
    var board = Board([.sample("a"), .sample("b")])
    for state in [State.failed, .failed, .paused] {
      board.wait(60)
      board.read(.sample("a", state))
    }
    board.wait(10)
    return board
  }

  @Test func `a step back shows the reading before, a step forward the next, and then the present`()
  {
    var board = Self.board()
    #expect(board.job("a")?.state == .paused)
    board.press("[")
    #expect(board.job("a")?.state == .failed)
    #expect(board.model.modeWord == "PAST 14:15:20Z")
    #expect(board.model.clockWord == "14:16:30Z")
    #expect(board.model.counts.map(\.state) == [.failed, .stale])
    board.press("[[")
    #expect(board.job("a")?.state == .running)
    #expect(board.model.modeWord == "PAST 14:13:20Z")
    board.press("]")
    #expect(board.job("a")?.state == .failed)
    board.press("]]")
    #expect(board.model.modeWord == "PAST 14:16:20Z")
    #expect(board.job("a")?.state == .paused)
    board.press("]")
    #expect(board.model.modeWord == "LIVE")
  }

  @Test func `ages are as they were then`() {
    var board = Self.board()
    board.press("{")
    #expect(board.model.modeWord == "PAST 14:15:30Z")
    #expect(board.job("a")?.age == .seconds(10))
    #expect(board.job("b")?.age == .seconds(130))
    board.press("{")
    #expect(board.model.modeWord == "PAST 14:14:30Z")
    #expect(board.job("a")?.age == .seconds(10))
    board.press("}}")
    #expect(board.model.modeWord == "LIVE")
    #expect(board.job("b")?.age == .seconds(190))
  }

  @Test func `readings of one second are one step`() {
    var board = Board([.sample("a"), .sample("b")])
    board.skip(5)
    board.read(.sample("a", .paused))
    board.skip(0.25)
    board.read(.sample("b", .paused))
    board.skip(5)
    board.read(.sample("a", .failed))
    board.press("[")
    #expect(board.job("a")?.state == .paused && board.job("b")?.state == .paused)
    board.press("[")
    #expect(board.job("a")?.state == .running && board.job("b")?.state == .running)
  }

  @Test func `new readings leave the past alone, and can be stepped to`() {
    var board = Self.board()
    board.press("[")
    board.wait(10)
    board.read(.sample("a", .warning))
    #expect(board.job("a")?.state == .failed)
    #expect(board.model.modeWord == "PAST 14:15:20Z")
    board.press("]")
    #expect(board.job("a")?.state == .paused)
    board.press("]")
    #expect(board.job("a")?.state == .warning)
    #expect(board.model.modeWord == "PAST 14:16:40Z")
    board.press("]")
    #expect(board.model.modeWord == "LIVE")
  }

  @Test func `before the first reading nothing is known, and that is said`() {
    var board = Self.board()
    board.press("[[[")
    #expect(board.dashboard.notice == nil)
    board.press("[")
    #expect(board.dashboard.notice == "nothing is known before 14:13:20Z")
    #expect(board.model.modeWord == "PAST 14:13:20Z")
    board.press("Z{{{{")
    #expect(board.dashboard.notice == "nothing is known before 14:13:20Z")
    #expect(board.model.modeWord == "PAST 14:13:20Z")
    var empty = Board()
    empty.press("[")
    #expect(empty.dashboard.notice == "nothing is known yet")
    #expect(empty.model.modeWord == "LIVE")
  }

  @Test func `Z, and Esc where nothing else is open, return to the present`() {
    var board = Self.board()
    board.press("[Z")
    #expect(board.model.modeWord == "LIVE")
    board.press("/a")
    board.press(.enter)
    board.press("[")
    board.press(.enter)
    board.press(.escape)
    #expect(board.dashboard.pastMoment != nil)
    board.press(.escape)
    #expect(board.model.modeWord == "LIVE")
    #expect(board.dashboard.filter != nil)
    board.press("]}")
    #expect(board.model.modeWord == "LIVE")
  }

  @Test func `from a pause one steps back from what is on screen`() {
    var board = Self.board()
    board.press("Z")
    board.wait(10)
    board.read(.sample("a", .done))
    board.press("[")
    #expect(board.job("a")?.state == .failed)
    board.press("]]")
    #expect(board.job("a")?.state == .done)
  }

  @Test func `a time of the day can be gone to`() {
    var board = Self.board()
    board.dashboard.lookBack(to: Moment.at(130).date)
    #expect(board.model.modeWord == "PAST 14:15:30Z")
    #expect(board.job("a")?.age == .seconds(10))
    board.dashboard.lookBack(to: Moment.at(1_000).date)
    #expect(board.model.modeWord == "LIVE")
    board.dashboard.lookBack(to: Moment.at(-86_400).date)
    #expect(board.model.modeWord == "PAST 14:13:20Z")
  }

  @Test func `what a job has become since is not acknowledged unseen`() {
    var board = Self.board()
    board.press("[")
    #expect(board.job("a")?.state == .failed)
    board.press("v")
    #expect(board.dashboard.notice == "not acknowledged: it is PAUS by now")
    board.press("]]")
    #expect(board.model.modeWord == "LIVE")
    #expect(board.dashboard.shown.record(.lab("a"))?.isAcknowledged == false)
    #expect(!board.log.contains("acknowledged"))
  }

  @Test func `of another day the date is told`() {
    var board = Self.board()
    board.wait(86_400)
    board.press("[")
    #expect(board.model.modeWord == "PAST 2026-09-21 14:16:20Z")
  }

  @Test func `a clock that is set back does not turn the order`() {
    var board = Board([.sample("a")])
    for (seconds, jump) in [(10.0, 0.0), (20, -3_600), (30, -3_600)] {
      var job = Job.sample("a", .failed) { $0.nativeStatus = "\(seconds)" }
      let date = Moment.at(seconds + jump).date
      job.observedAt = date
      let at = Moment(date: date, uptime: .seconds(seconds))
      board.apply(.polled(Poll(source: "lab", at: at, outcome: .read([.job(job)], .status))))
    }
    board.press("[")
    #expect(board.model.modeWord == "PAST 13:13:40Z")
    board.press("[")
    #expect(board.model.modeWord == "PAST 14:13:30Z")
    #expect(board.job("a")?.job.nativeStatus == "10.0")
    board.dashboard.lookBack(to: Moment.at(-3_575).date)
    #expect(board.model.modeWord == "PAST 13:13:45Z")
  }
}

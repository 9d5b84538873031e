import MigrationModel
import MigrationWatch
import Testing

/// What the views show of the past, and what keys do there.
@Suite struct PastViewTests {
  @Test func `a job that vanished is there again, and one that is new is not there yet`() {
    var board = Board([.sample("old"), .sample("other")])
    board.press("j")
    board.wait(10)
    board.list([.sample("new"), .sample("other")])
    board.wait(10)
    board.list([.sample("new"), .sample("other")])
    #expect(board.rows == ["new", "other"])
    board.press("k[")
    #expect(board.rows == ["new", "old", "other"])
    board.press("[")
    #expect(board.rows == ["old", "other"])
    #expect(board.dashboard.selected == .lab("old"))
    board.press("]")
    #expect(board.dashboard.selected == .lab("new"))
  }

  @Test func `pollers are not asked for jobs that are gone`() {
    var board = Board([.sample("old"), .sample("other")])
    for _ in 0..<2 {
      board.wait(10)
      board.list([.sample("other")])
    }
    board.press("[")
    #expect(board.dashboard.selected == .lab("old"))
    guard case .attend(let interest)? = board.effects.last else {
      Issue.record("\(board.effects)")
      return
    }
    #expect(interest == Interest(visible: [.lab("other")]))
  }

  @Test func `filter and sort act on the past`() {
    var board = Board([.sample("a"), .sample("b")])
    board.wait(10)
    board.read(.sample("b", .failed))
    board.wait(10)
    board.read(.sample("b"))
    board.press("[/state:failed")
    board.press(.enter)
    #expect(board.rows == ["b"])
    board.press("]")
    #expect(board.rows == [])
  }

  @Test func `marks and acknowledgements of the past are kept`() {
    var board = Board([.sample("a"), .sample("b", .failed)])
    board.wait(10)
    board.read(.sample("a"))
    board.press("[ v")
    #expect(board.job("b")?.record.isMarked == true)
    #expect(board.job("b")?.record.isAcknowledged == true)
    board.press("Z")
    #expect(board.job("b")?.record.isMarked == true)
    #expect(board.job("b")?.record.isAcknowledged == true)
    board.wait(10)
    board.press("v[")
    #expect(board.job("b")?.record.isAcknowledged == true)
    #expect(board.job("b")?.record.isMarked == true)
  }

  @Test func `nothing is read for the past`() {
    var board = Board([.sample("a")])
    board.wait(10)
    board.read(.sample("a"))
    board.press("[r")
    #expect(board.effects.isEmpty)
    #expect(board.dashboard.notice == "this is the past: Z goes live, then r reads anew")
    board.press("R")
    #expect(board.effects.isEmpty)
  }

  @Test func `sources are as healthy as they were`() {
    var board = Board([.sample("a")])
    board.wait(10)
    board.fail(.unauthorised)
    board.wait(10)
    board.list([.sample("a")])
    #expect(board.source()?.health == .ok)
    board.press("S[")
    #expect(board.source()?.health == .failing)
    #expect(board.model.sources[0].badge == "auth")
    #expect(board.log == ["no unauthorised"])
    board.press("[")
    #expect(board.source()?.health == .ok)
    #expect(board.log.isEmpty)
  }

  @Test func `a graph ends at the moment that is shown`() {
    var board = Board()
    for minute in 0..<10 {
      board.read(.sample("a", .running, .incremental) { $0.lag = .seconds(Double(minute)) })
      board.wait(60)
    }
    #expect(board.model.lagSeries(.lab("a"), columns: 20).values.last == 9)
    board.press("{{{{{")
    #expect(board.model.lagSeries(.lab("a"), columns: 20).values.last == 5)
    #expect(board.model.lagSeries(.lab("a"), columns: 20).maximum == 5)
  }

  @Test func `an event opens its job at that moment`() {
    var board = Board([.sample("a"), .sample("b")])
    board.wait(10)
    board.read(.sample("b", .failed))
    board.wait(10)
    board.read(.sample("a", .paused))
    board.wait(10)
    board.read(.sample("b", .done))
    board.press("E")
    board.press("jj")
    board.press(.enter)
    #expect(board.dashboard.place.view == .job(.lab("b")))
    #expect(board.job("b")?.state == .failed)
    #expect(board.model.modeWord == "PAST 14:13:30Z")
    board.press(.escape)
    #expect(board.model.events()[board.dashboard.place.cursor].at == .at(10))
    board.press("Z")
    #expect(board.model.events()[board.dashboard.place.cursor].at == .at(10))
  }

  @Test func `the event of a job that went opens it as it last was`() {
    var board = Board([.sample("a"), .sample("b")])
    for _ in 0..<2 {
      board.wait(10)
      board.list([.sample("b")])
    }
    board.wait(10)
    board.press("E")
    board.press(.enter)
    #expect(board.dashboard.place.view == .job(.lab("a")))
    #expect(board.job("a")?.state == .running)
  }

  @Test func `an event of a source opens the sources at that moment`() {
    var board = Board([.sample("a")])
    board.poll(.failed(ProviderError(.timedOut, message: "slow")), source: "other")
    board.wait(10)
    board.list([.sample("a")])
    board.press("E")
    board.press(.enter)
    #expect(board.dashboard.place.view == .sources)
    #expect(board.dashboard.place.cursor == 1)
    #expect(board.model.modeWord == "PAST 14:13:20Z")
  }

  @Test func `an event that memory does not reach opens its job as it is`() {
    var settings = DashboardSettings()
    settings.memory.entries = 8
    var board = Board([.sample("a"), .sample("b")], settings: settings)
    for state in [State.failed, .running, .failed, .paused, .done] {
      board.wait(10)
      board.read(.sample("a", state))
    }
    board.press("EG")
    board.press(.enter)
    #expect(board.dashboard.place.view == .job(.lab("a")))
    #expect(board.model.modeWord == "LIVE")
    #expect(board.job("a")?.state == .done)
    #expect(board.dashboard.notice?.hasPrefix("nothing is known before") == true)
  }
}

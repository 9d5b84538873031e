import MigrationModel
import MigrationWatch
import Testing

/// What keys do to the dashboard.
@Suite struct DashboardKeyTests {
  /// A job with a failed step that has a failed part, and one that is done.
  private static let jobs: [Job] = [
    .sample("bad", .failed) {
      let part = Step(
        id: "p", name: "orders", label: "orders", state: .failed, error: .init(message: "no key"))
      $0.failure = Failure(code: "E7", message: "copy failed")
      $0.steps = [
        Step(id: "1", name: "pre", label: "Precheck", state: .done),
        Step(id: "2", name: "data", label: "Full data", state: .failed, children: [part]),
      ]
    },
    .sample("good"), .sample("old", .done),
  ]

  @Test func `enter goes from the fleet to a job, its errors and one error, escape the way back`() {
    var board = Board(Self.jobs)
    let id = Job.ID.lab("bad")
    let views: [DashboardView] = [.fleet, .job(id), .errors(id), .error(id, 0)]
    for (view, deeper) in zip(views, views.dropFirst()) {
      #expect(board.dashboard.place.view == view)
      board.press(.enter)
      #expect(board.dashboard.place.view == deeper)
    }
    for view in views.dropLast().reversed() {
      board.press(.escape)
      #expect(board.dashboard.place.view == view)
    }
    board.press(.escape)
    #expect(board.dashboard.place.view == .fleet)
    #expect(board.effects.isEmpty)
  }

  @Test func `a failed step opens its error`() {
    var board = Board(Self.jobs)
    board.press("tn")
    #expect(board.dashboard.place.view == .steps(.lab("bad")))
    #expect(board.dashboard.place.cursor == 2)
    board.press("n")
    #expect(board.dashboard.place.cursor == 3)
    board.press(.enter)
    #expect(board.dashboard.place.view == .error(.lab("bad"), 1))
    #expect(board.job("bad")?.errors[1].message == "no key")
    #expect(board.job("bad")?.errors[1].path == ["Full data", "orders"])
  }

  @Test func `folds open and close`() {
    var board = Board(Self.jobs)
    func labels() -> [String] { board.model.stepRows(.lab("bad")).rows.map(\.step.label) }
    board.press("t")
    #expect(labels() == ["Precheck", "Full data", "orders"])
    board.press("jjh")
    #expect(labels() == ["Precheck", "Full data"])
    board.press("l")
    #expect(labels() == ["Precheck", "Full data", "orders"])
    board.press("jh")
    #expect(board.dashboard.place.cursor == 2)
    board.press("H")
    #expect(labels().count == 2)
    board.press("L")
    #expect(labels().count == 3)
  }

  @Test func `q goes back, and at the root it ends the program`() {
    var board = Board(Self.jobs)
    board.press(.enter)
    board.press("q")
    #expect(board.dashboard.place.view == .fleet)
    #expect(!board.effects.contains(.quit(code: 0)))
    board.press("?q")
    #expect(board.dashboard.openHelp == nil)
    #expect(board.effects.isEmpty)
    board.press("q")
    #expect(board.effects == [.quit(code: 0)])
  }

  @Test func `Ctrl-c and signals end the program with their codes, wherever one is`() {
    var board = Board(Self.jobs)
    board.press(.enter)
    board.press(.control("c"))
    #expect(board.effects == [.quit(code: 130)])
    board.apply(.stopRequested(signal: 15))
    #expect(board.effects == [.quit(code: 143)])
    board.apply(.stopRequested(signal: 1))
    #expect(board.effects == [.quit(code: 129)])
  }

  @Test func `moves stay inside the list`() {
    var board = Board(Job.samples(30), rows: 10)
    func row() -> Int { board.dashboard.selectedRow }
    board.press("kk")
    #expect(row() == 0)
    board.press("G")
    #expect(row() == 29 && board.dashboard.fleetTop == 20)
    board.press("j")
    #expect(row() == 29)
    board.press(.control("u"))
    #expect(row() == 24)
    board.press(.pageUp)
    #expect(row() == 14 && board.dashboard.fleetTop == 14)
    board.press("g")
    #expect(row() == 0 && board.dashboard.fleetTop == 0)
    board.press(.control("d"))
    #expect(row() == 5)
  }

  @Test func `attention walks through what needs it, round and round`() {
    var board = Board([
      .sample("a"), .sample("w", .warning), .sample("f", .failed), .sample("d", .done),
    ])
    board.press("g")
    func selected() -> String? { board.dashboard.selected?.native }
    #expect(selected() == "f")
    board.press("a")
    #expect(selected() == "w")
    board.press("a")
    #expect(selected() == "f")
    board.press("v")
    board.press("a")
    #expect(selected() == "w")
    board.press("a")
    #expect(selected() == "w")
    board.press("v")
    board.press("a")
    #expect(board.dashboard.notice == "nothing needs attention, 2 acknowledged")
    board.read(.sample("f"))
    board.read(.sample("f", .failed))
    board.press("a")
    #expect(selected() == "f")
  }

  @Test func `a refresh asks for the selected job, for everything, or for a source`() {
    var board = Board(Self.jobs)
    board.press("r")
    #expect(board.effects.contains(.refresh(sources: ["lab"], ids: [.lab("bad")])))
    board.press("R")
    #expect(board.effects.contains(.refresh(sources: ["lab", "other"], ids: nil)))
    board.press("Sjr")
    #expect(board.effects.contains(.refresh(sources: ["other"], ids: nil)))
    #expect(board.dashboard.notice?.isEmpty == false)
  }

  @Test func `a refresh that the source's trouble delays says until when`() {
    var board = Board(Self.jobs)
    let error = ProviderError.sample(.throttled)
    board.apply(
      .polled(Poll(source: "lab", at: .at(0), outcome: .failed(error), nextCall: .seconds(40))))
    board.press("r")
    #expect(board.dashboard.notice == "lab may be asked again in 40s")
    board.press("R")
    #expect(
      board.dashboard.notice == "reading everything anew, but lab may be asked again in 40s")
    board.press("Sr")
    #expect(board.dashboard.notice == "lab may be asked again in 40s")
  }

  @Test func `the interval changes within bounds`() {
    var board = Board()
    board.press("+")
    #expect(board.effects == [.setInterval(.seconds(10))])
    board.press("--")
    #expect(board.effects == [.setInterval(.seconds(2))])
    board.press("-----")
    #expect(board.dashboard.interval == .seconds(1))
    #expect(board.effects.isEmpty)
    board.press("++++++++++++")
    #expect(board.dashboard.interval == .seconds(300))
  }

  @Test func `pollers are told what is looked at, and only when it changes`() {
    var board = Board(Job.samples(30), rows: 10)
    let first = Interest(
      selected: .lab("0001"), visible: Set(Job.samples(10).map(\.id)))
    #expect(board.effects == [.attend(first)])
    board.read(.sample("0005"))
    #expect(board.effects.isEmpty)
    board.press("j")
    #expect(board.effects == [.attend(Interest(selected: .lab("0002"), visible: first.visible))])
    board.press(.enter)
    #expect(board.effects == [.attend(Interest(selected: .lab("0002")))])
    board.press("E")
    #expect(board.effects.isEmpty)
    board.press("qq")
    board.press("G")
    guard case .attend(let last)? = board.effects.first else {
      Issue.record("\(board.effects)")
      return
    }
    #expect(last.visible.contains(.lab("0030")) && !last.visible.contains(.lab("0001")))
  }

  @Test func `a pause holds the screen while ages go on`() {
    var board = Board([.sample("a"), .sample("b")])
    board.wait(5)
    board.press("Z")
    board.wait(10)
    board.read(.sample("b", .failed))
    board.list([.sample("a"), .sample("b", .failed), .sample("c")])
    #expect(board.rows == ["a", "b"])
    #expect(board.job("b")?.state == .running)
    #expect(board.job("a")?.ageWord == "10s")
    #expect(board.model.modeWord == "PAUSED")
    board.press("Z")
    #expect(board.rows == ["b", "a", "c"])
    #expect(board.job("a")?.ageWord == "<10s")
    #expect(board.model.modeWord == "LIVE")
  }

  @Test func `marks and acknowledgements can be made on a paused screen and are kept`() {
    var board = Board([.sample("a"), .sample("b")])
    board.press("Z v")
    #expect(board.job("a")?.record.isMarked == true)
    board.press("Z")
    #expect(board.job("a")?.record.isMarked == true)
    #expect(board.job("a")?.record.isAcknowledged == true)
    #expect(board.job("b")?.record.isMarked == false)
  }

  @Test func `an event opens its job, a source its jobs`() {
    var board = Board([.sample("a"), .sample("b")])
    board.read(.sample("b", .paused))
    board.press("E")
    board.press(.enter)
    #expect(board.dashboard.place.view == .job(.lab("b")))
    board.press("qqS")
    board.press(.enter)
    #expect(board.dashboard.place.view == .fleet)
    #expect(board.dashboard.filter?.text == "source:\"lab\"")
  }

  @Test func `digits and Tab choose a pane`() {
    var board = Board(Self.jobs)
    board.press(.enter)
    board.press("2")
    #expect(board.dashboard.place.pane == .lag)
    board.press(.tab)
    #expect(board.dashboard.place.pane == .errors)
    board.press(.backTab)
    board.press(.backTab)
    #expect(board.dashboard.place.pane == .progress)
    board.press(.enter)
    #expect(board.dashboard.place.isZoomed)
    board.press(.escape)
    #expect(!board.dashboard.place.isZoomed)
    #expect(board.dashboard.place.view == .job(.lab("bad")))
  }
}

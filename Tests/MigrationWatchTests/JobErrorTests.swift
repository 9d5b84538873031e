import MigrationModel
import MigrationWatch
import Testing

/// What becomes one error, where it happened and how often.
@Suite struct JobErrorTests {
  private static func step(_ id: String, _ error: String?, _ children: [Step] = []) -> Step {
    Step(
      id: id, name: id, label: id, state: .failed, error: error.map { .init(message: $0) },
      children: children)
  }

  @Test func `one text on several steps is one error with its innermost places`() {
    let job = Job.sample("a", .failed) {
      $0.failure = Failure(message: "no key")
      $0.steps = [
        Self.step("02", "no key", [Self.step("t1", "no key"), Self.step("t2", "no key")])
      ]
    }
    let errors = Board([job]).job("a")?.errors ?? []
    #expect(errors.map(\.message) == ["no key"])
    #expect(errors.first?.places == [["02", "t1"], ["02", "t2"]])
  }

  @Test func `lines of the log with one text are one error with their locations`() {
    let job = Job.sample("a") {
      $0.log = ["orders", "lines", "orders"].map {
        LogEntry(severity: .error, message: "bad row", location: $0)
      }
    }
    let errors = JobError.logged(of: job)
    #expect(errors.map(\.times) == [3])
    #expect(errors.first?.locations == ["orders", "lines"])
  }

  @Test func `an error of a step that the log has too is one error, and the cursor goes past it`() {
    var board = Board([
      .sample("a", .failed) {
        $0.steps = [Self.step("02", "no key"), Self.step("03", "disk full")]
        $0.log = [8.0, 4].map {
          LogEntry(
            at: Moment.at($0).date, severity: .error, message: "no key", location: "t\($0)")
        }
      }
    ])
    let error = board.job("a")?.errors.first { $0.message == "no key" }
    #expect(error?.isActive == true)
    #expect(error?.places == [["02"]])
    #expect(error?.times == 2)
    #expect(error?.firstAt == Moment.at(4).date)
    #expect(error?.locations == ["t8.0", "t4.0"])
    board.press("ejj")
    #expect(board.job("a")?.errors.count == 2)
    #expect(board.dashboard.place.cursor == 1)
  }

  @Test func `enter on a step opens its error, one without a text too`() {
    var board = Board([
      .sample("a", .failed) {
        $0.steps = [
          Step(
            id: "02", name: "02", label: "02", state: .failed, error: .init(code: "E1"),
            children: [Self.step("t1", nil)])
        ]
      }
    ])
    board.press("t")
    while board.model.stepTree(.lab("a")).rows[board.dashboard.place.cursor].step.id != "02" {
      board.press("j")
    }
    board.press(.enter)
    #expect(board.dashboard.place.view == .error(.lab("a"), 0))
  }

  @Test func `what stops the job stands first, then the newest`() {
    let job = Job.sample("a", .failed) {
      $0.failure = Failure(message: "stopped", at: Moment.at(1).date)
      $0.log = [2.0, 9, 5].map {
        LogEntry(at: Moment.at($0).date, severity: .error, message: "line \($0)")
      }
    }
    let errors = Board([job]).job("a")?.errors ?? []
    #expect(errors.map(\.message) == ["stopped", "line 9.0", "line 5.0", "line 2.0"])
  }

  @Test func `of a chain of causes the innermost is the cause`() {
    let text = "load failed\nCaused by: Outer: x\n\tat a.b\nCaused by: Inner: disk full\n\tat c.d"
    let job = Job.sample("a", .failed) { $0.failure = Failure(message: text) }
    let parts = JobError.all(of: job).first?.causeAndSymptom
    #expect(parts?.cause == "Inner: disk full")
    #expect(parts?.symptom == "load failed")
  }

  @Test func `the same error on other jobs is found when it is opened`() {
    var board = Board(
      ["a", "b", "c"].map { name in
        .sample(name, .failed) {
          $0.failure = Failure(code: "E1", message: name == "c" ? "other" : "disk full")
        }
      })
    #expect(board.model.errorKin == nil)
    board.press("e")
    board.press(.enter)
    #expect(board.model.errorKin?.same == ["b"])
    #expect(board.model.errorKin?.others == ["c"])
  }

  @Test func `n goes to the next error, and the one that is open stays open`() {
    var board = Board([
      .sample("a", .failed) {
        $0.failure = Failure(message: "disk full")
        $0.steps = [Self.step("02", "no key")]
      }
    ])
    board.press("e")
    board.press(.enter)
    board.press("n")
    #expect(board.dashboard.place.view == .error(.lab("a"), 1))
    board.press("n")
    #expect(board.dashboard.notice == "this is the last error")
    board.read(.sample("a", .warning) { $0.steps = [Self.step("02", "no key")] })
    #expect(board.dashboard.place.view == .error(.lab("a"), 0))
  }

  @Test func `hits are counted over the attempts`() {
    var board = Board([.sample("a")])
    for _ in 1...3 {
      board.read(.sample("a"))
      board.wait(5)
      board.read(.sample("a", .failed) { $0.failure = Failure(message: "disk full") })
    }
    let error = board.job("a")?.errors.first
    #expect(error.map { board.model.hits(of: $0, .lab("a")).count } == 3)
  }

  @Test func `a failure that the job, a step and its part tell is one hit, read together or late`()
  {
    let steps = [Self.step("02", "timeout", [Self.step("t1", "timeout")])]
    let running = { (step: Step) in
      Step(
        id: step.id, name: step.name, label: step.label, state: .running,
        children: step.children.map {
          Step(id: $0.id, name: $0.name, label: $0.label, state: .running)
        })
    }
    var board = Board([.sample("a") { $0.steps = steps.map(running) }])
    func hits() -> [String: Int64] {
      let errors = board.job("a")?.errors ?? []
      return Dictionary(
        uniqueKeysWithValues: errors.map {
          ($0.message, board.model.hits(of: $0, .lab("a")).count)
        })
    }
    board.wait(5)
    board.read(.sample("a", .running) { $0.steps = steps })
    #expect(hits() == ["timeout": 1])
    board.read(.sample("a") { $0.steps = steps.map(running) })
    board.wait(5)
    board.read(
      .sample("a", .failed) {
        $0.failure = Failure(message: "timeout")
        $0.steps = steps.map(running)
      })
    board.wait(5)
    board.read(
      .sample("a", .failed) {
        $0.failure = Failure(message: "timeout")
        $0.steps = steps
      })
    #expect(hits() == ["timeout": 2])
    board.press("e")
    #expect(hits() == ["timeout": 2])
  }

  @Test func `another error that ends with the same words is no hit`() {
    var board = Board([.sample("a")])
    for message in ["connection timeout", "timeout"] {
      board.read(.sample("a"))
      board.wait(5)
      board.read(.sample("a", .failed) { $0.failure = Failure(message: message) })
    }
    let error = board.job("a")?.errors.first
    let hits = error.map { board.model.hits(of: $0, .lab("a")) }
    #expect(error?.message == "timeout")
    #expect(hits?.count == 1)
    #expect(hits?.first == Moment.at(10).date)
  }

  @Test func `an error is told by the service's clock, and how long ago by both`() {
    var board = Board([.sample("a")])
    board.wait(10)
    // Their clock is 100 seconds ahead: the job failed at 5.
    let failed = Job.sample("a", .failed, at: 10) {
      $0.failure = Failure(message: "disk full", at: Moment.at(105).date)
    }
    board.poll(
      .read([.job(failed)], .statistics), connection: Connection(clockOffset: .seconds(100)))
    let hits = board.job("a")?.errors.first.map { board.model.hits(of: $0, .lab("a")) }
    #expect(hits?.first == Moment.at(105).date)
    #expect(hits?.last == Moment.at(105).date)
    #expect(board.job("a")?.record.beginning(at: .at(10)) == .at(5))
  }
}

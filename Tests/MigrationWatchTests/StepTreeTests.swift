import MigrationModel
import MigrationWatch
import Testing

/// The step tree as a list that is walked through while its job goes on.
@Suite struct StepTreeTests {
  private static func table(_ number: Int, _ state: Step.State) -> Step {
    let name = "t\(number)"
    return Step(
      id: name, name: name, label: name, state: state, phase: .full,
      error: state == .failed ? .init(message: "no key") : nil)
  }

  private static func job(done: Int, failed: Int? = nil, of count: Int = 12) -> Job {
    .sample("a", failed == nil ? .running : .failed) {
      let tables = (1...count).map { number in
        table(number, number == failed ? .failed : number <= done ? .done : .pending)
      }
      $0.steps = [
        Step(id: "03", name: "data", label: "data", code: "03", state: .running, children: tables),
        Step(id: "04", name: "write", label: "write", code: "04", state: .pending),
      ]
    }
  }

  private static func titles(_ board: Board) -> [String] {
    board.model.stepTree(.lab("a")).rows.map(\.title)
  }

  @Test func `many finished or waiting parts are one row, and enter shows them`() {
    var board = Board([Self.job(done: 6, failed: 7)])
    board.press("t")
    #expect(
      Self.titles(board) == [
        "a", "03 data", "t1", "t2", "4 more parts", "t7", "5 parts", "04 write",
      ])
    board.press("jjjj")
    board.press(.enter)
    #expect(Self.titles(board).dropFirst(4).prefix(5) == ["4 more parts", "t3", "t4", "t5", "t6"])
    board.press("H")
    #expect(Self.titles(board) == ["a", "03 data", "04 write"])
    board.press("L")
    #expect(Self.titles(board).count == 17)
  }

  @Test func `the cursor stays on its step when rows vanish above it`() {
    let last = Step(id: "05", name: "verify", label: "verify", state: .pending)
    func job(done: Int) -> Job {
      var job = Self.job(done: done)
      job.steps.append(last)
      return job
    }
    var board = Board([job(done: 4)])
    board.press("tGk")
    let tree = { board.model.stepTree(.lab("a")) }
    #expect(tree().rows[board.dashboard.place.cursor].title == "04 write")
    let before = board.dashboard.place.cursor
    board.read(job(done: 11))
    #expect(board.dashboard.place.cursor != before)
    #expect(tree().rows[board.dashboard.place.cursor].title == "04 write")
    board.read(.sample("a") { $0.steps = [Self.table(1, .running)] })
    #expect(board.dashboard.place.cursor < 2)
  }

  @Test func `follow keeps the cursor at what failed or runs until it is moved`() {
    var board = Board([Self.job(done: 3, failed: 4)])
    board.press("tf")
    func title() -> String {
      board.model.stepTree(.lab("a")).rows[board.dashboard.place.cursor].title
    }
    #expect(title() == "t4")
    board.read(Self.job(done: 3, failed: 6))
    #expect(title() == "t6")
    board.press("k")
    #expect(!board.dashboard.place.isFollowing)
    board.read(Self.job(done: 3, failed: 9))
    #expect(title() != "t9")
  }

  @Test func `parts of one name are told apart by their labels, else by their ids`() {
    func parts(_ labels: [String]) -> [String] {
      let children = labels.enumerated().map { number, label in
        Step(id: "p\(number)", name: "Table", label: label, state: .failed)
      }
      let board = Board([
        .sample("a") {
          $0.steps = [
            Step(id: "1", name: "s", label: "s", state: .running, children: children)
          ]
        }
      ])
      return Array(Self.titles(board).dropFirst(2))
    }
    #expect(parts(["orders", "lines"]) == ["orders", "lines"])
    #expect(parts(["Table", "Table"]) == ["p0  Table", "p1  Table"])
  }

  @Test func `a step that waits says for what`() {
    let board = Board([Self.job(done: 3, failed: 4)])
    let tree = board.model.stepTree(.lab("a"))
    #expect(tree.rows.last?.remark == "after 03")
    #expect(tree.waiting(for: 1).map(\.label) == ["write"])
    #expect(tree.rows[1].remark == "3 of 12 parts done, 1 failed")
  }

  @Test func `without steps the reason is told`() {
    var board = Board([.sample("a")])
    board.press("t")
    #expect(board.model.noStepsWords(.lab("a")) == "no steps were read yet")
    board.fail(.rejected, call: "ListJobStep", reading: .steps)
    #expect(board.model.noStepsWords(.lab("a")) == "no steps were read yet: lab: no rejected")
  }
}

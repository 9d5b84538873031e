import MigrationModel
import MigrationWatch
import Testing

/// The lists that views are made of: errors, steps, the order of the fleet, the keys.
@Suite struct ListTests {
  private static func step(
    _ id: String, _ state: Step.State, error: String? = nil, _ children: [Step] = []
  ) -> Step {
    Step(
      id: id, name: id, label: id, code: id == "03" ? id : nil, state: state,
      error: error.map { Step.Error(code: "E", message: $0) }, children: children)
  }

  // MARK: - Errors

  @Test func `an error that a step only repeats is told once`() {
    let job = Job.sample("a", .failed) {
      $0.failure = Failure(code: "E", message: "disk full")
      $0.steps = [
        Self.step(
          "03", .failed, error: "disk full", [Self.step("orders", .failed, error: "disk full")]),
        Self.step("04", .failed, error: "no key"),
      ]
    }
    let errors = JobError.all(of: job)
    #expect(errors.map(\.message) == ["disk full", "no key"])
    #expect(errors.map(\.path) == [[], ["04"]])
  }

  @Test func `the path to an error has the names and numbers of its steps`() {
    let job = Job.sample("a", .warning) {
      $0.steps = [Self.step("03", .running, [Self.step("orders", .warning, error: "x")])]
    }
    #expect(JobError.all(of: job).map(\.path) == [["03 03", "orders"]])
  }

  @Test func `a failure beside another state is a note about the past`() {
    func isActive(_ state: State) -> Bool? {
      JobError.all(of: .sample("a", state) { $0.failure = Failure(message: "x") }).first?.isActive
    }
    #expect(isActive(.failed) == true)
    #expect(isActive(.running) == false)
    #expect(JobError.all(of: .sample("a") { $0.failure = Failure(at: Moment.at(0).date) }).isEmpty)
  }

  @Test(
    arguments: [
      ("service X failed, cause by: no route", "no route", "service X failed, "),
      ("load failed. Caused by: timeout", "timeout", "load failed. "),
      ("plain", "plain", nil),
    ] as [(String, String, String?)])
  func `the cause stands before the symptom`(text: String, cause: String, symptom: String?) {
    let job = Job.sample("a", .failed) { $0.failure = Failure(message: text) }
    let parts = JobError.all(of: job).first?.causeAndSymptom
    #expect(parts?.cause == cause)
    #expect(parts?.symptom == symptom)
  }

  // MARK: - Steps

  @Test(
    arguments: [
      (.failed, true), (.warning, true), (.running, true), (.caughtUp, true), (.unknown, true),
      (.done, false), (.pending, false), (.paused, false), (.stopped, false),
    ] as [(Step.State, Bool)])
  func `what runs or fails is open, what is over or waits is closed`(
    state: Step.State, isOpen: Bool
  ) {
    let tree = [Self.step("a", state, [Self.step("b", .done)])]
    let rows = StepRows(tree, toggled: [])
    #expect(rows.rows.map(\.step.id) == (isOpen ? ["a", "b"] : ["a"]))
    #expect(rows.rows[0].isOpen == isOpen)
    #expect(rows.known == 2)
    let toggled = StepRows(tree, toggled: [StepPath(["a"])])
    #expect(toggled.rows.count == (isOpen ? 1 : 2))
  }

  @Test func `steps of one name under different parents fold apart`() {
    let tree = ["a", "b"].map {
      Self.step($0, .running, [Self.step("x", .running, [Self.step("y", .done)])])
    }
    let rows = StepRows(tree, toggled: [StepPath(["a", "x"])]).rows
    #expect(rows.map(\.step.id) == ["a", "x", "b", "x", "y"])
    #expect(rows.map(\.depth) == [0, 1, 0, 1, 2])
    #expect(rows[4].isOpen == nil)
  }

  @Test func `a finished step with an error inside is open`() {
    let tree = [Self.step("a", .done, [Self.step("b", .failed, error: "x")])]
    #expect(StepRows(tree, toggled: []).rows.count == 2)
  }

  // MARK: - Order of the fleet

  private static let fleet: [Job] = [
    .sample("slow") {
      $0.throughput.rowsPerSecond = 10
      $0.lag = .seconds(5)
    },
    .sample("fast") {
      $0.throughput.rowsPerSecond = 900
      $0.progress.fraction = 0.2
    },
    .sample("mute"),
    .sample("late", .running, .incremental) {
      $0.lag = .seconds(700)
      $0.progress.fraction = 0.9
    },
    .sample("over", .done, .none),
  ]

  /// The rows sorted by a column, which `s` is pressed for as often as needed.
  private func rows(_ column: FleetColumn, inverted: Bool = false) -> [String] {
    var board = Board(Self.fleet)
    while board.dashboard.sort.column != column { board.press("s") }
    if inverted { board.press("I") }
    return board.rows
  }

  @Test func `numbers are sorted from the largest, and what is not known stands last`() {
    #expect(rows(.lag) == ["late", "slow", "fast", "mute", "over"])
    #expect(rows(.lag, inverted: true) == ["slow", "late", "fast", "mute", "over"])
    #expect(rows(.rate) == ["fast", "slow", "late", "mute", "over"])
    #expect(rows(.rate, inverted: true) == ["slow", "fast", "late", "mute", "over"])
  }

  @Test func `progress is sorted as it is shown`() {
    #expect(rows(.progress) == ["over", "fast", "late", "mute", "slow"])
  }

  @Test func `words are sorted from the first letter or the gravest state`() {
    #expect(rows(.name) == ["fast", "late", "mute", "over", "slow"])
    #expect(rows(.name, inverted: true) == ["slow", "over", "mute", "late", "fast"])
    #expect(rows(.state).last == "over")
    #expect(rows(.state, inverted: true).first == "over")
  }

  @Test(arguments: FleetColumn.allCases)
  func `every column shows every job once, in the same order each time`(
    column: FleetColumn
  ) {
    #expect(Set(rows(column)) == Set(Self.fleet.map(\.name)))
    #expect(rows(column) == rows(column))
  }

  // MARK: - Keys

  @Test func `no key is bound twice, and every command has one`() {
    let bindings = KeyTable.standard
    let keys = bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(bindings.map(\.command)) == Set(Command.allCases))
    #expect(bindings.count == Command.allCases.count)
    for binding in bindings {
      #expect(!binding.label.isEmpty)
      for key in binding.keys { #expect(KeyTable().command(for: key) == binding.command) }
    }
  }

  @Test func `the way back and the help stand before what a narrow footer drops`() {
    for view in [Key.enter] + ["t", "e", "E", "S"].map(Key.character) {
      var board = Board(Self.fleet)
      board.press(view)
      let line = board.model.hints.map { "\($0.key) \($0.label)" }.joined(separator: "  ")
      #expect(line.prefix(80).contains("Esc back  ? help"), "\(view): \(line)")
    }
  }

  @Test func `every hint of the footer names a key that does something`() {
    var board = Board(Self.fleet)
    for key in ["", "t", "q", "e", "q", "E", "q", "S", "q", "/"] {
      board.press(key)
      #expect(board.model.hints.count >= 5)
      #expect(Set(board.model.hints.map(\.key)).count == board.model.hints.count)
    }
  }
}

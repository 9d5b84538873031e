import MigrationModel
import MigrationWatch
import Testing

/// The menu of `s`, and the order that it makes.
@Suite struct FleetSortTests {
  private static let fleet: [Job] = [
    .sample("slow") { $0.lag = .seconds(5) },
    .sample("late", .running, .incremental) {
      $0.lag = .seconds(700)
    },
    .sample("mute", .failed),
  ]

  @Test func `each press of s sorts by the next column, and j and k go on from there`() {
    var board = Board(Self.fleet)
    func column() -> FleetColumn { board.dashboard.sort.column }
    board.press("s")
    #expect(board.dashboard.menu == .sort)
    #expect(column() == .name)
    #expect(board.rows == ["late", "mute", "slow"])
    board.press("sj")
    #expect(column() == .source)
    board.press("kk")
    #expect(column() == .name)
    board.press("kk")
    #expect(column() == .id)
    board.press(.enter)
    #expect(board.dashboard.menu == nil)
    #expect(board.dashboard.place.view == .fleet)
    #expect(column() == .id)
  }

  @Test
  func `the same column again, and I, turn the order round, with what is not known still last`() {
    var board = Board(Self.fleet)
    while board.dashboard.sort.column != .lag { board.press("s") }
    #expect(board.rows == ["late", "slow", "mute"])
    board.press(" ")
    #expect(board.rows == ["slow", "late", "mute"])
    board.press(.escape)
    board.press("I")
    #expect(board.rows == ["late", "slow", "mute"])
    #expect(board.dashboard.notice == "sorted by LAG")
    board.press("I")
    #expect(board.dashboard.notice == "sorted by LAG, inverted")
  }

  @Test func `a key that is none of the menu's closes it and does what it always does`() {
    var board = Board(Self.fleet)
    board.press("sS")
    #expect(board.dashboard.menu == nil)
    #expect(board.dashboard.place.view == .sources)
    board.press("s")
    #expect(board.dashboard.menu == nil)
    board.press("qsq")
    #expect(board.dashboard.menu == nil)
    #expect(board.effects.isEmpty)
  }

  @Test func `the footer tells the menu's own keys`() {
    var board = Board(Self.fleet)
    board.press("s")
    #expect(board.model.hints.map(\.key) == ["s", "j k", "I", "g", "Enter"])
    board.press(.escape)
    board.press("C")
    #expect(board.model.hints.map(\.label).contains("show, hide"))
  }

  @Test func `rows that are equal in the column have one order, however they came in`() {
    var board = Board(Job.samples(60))
    var other = Board(Job.samples(60).reversed())
    for column in FleetColumn.allCases {
      board.press("s")
      other.press("s")
      #expect(board.rows == other.rows, "\(column)")
    }
  }

  @Test func `a time that never ends is the longest, and a phase comes in its turn`() {
    var board = Board([
      .sample("x", .running, .incremental), .sample("c", .running, .schema),
      .sample("b", .done, .none), .sample("a", .pending, .pending),
    ])
    while board.dashboard.sort.column != .phase { board.press("s") }
    #expect(board.rows == ["a", "c", "x", "b"])
  }
}

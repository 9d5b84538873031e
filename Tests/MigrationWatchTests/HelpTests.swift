import MigrationModel
import MigrationWatch
import Testing

@Suite struct HelpTests {
  @Test func `the help lists every key that is bound, and changed ones as they are`() {
    var settings = DashboardSettings()
    settings.keys = KeyTable(rebinding: ["refresh": "F6"])
    let dashboard = Dashboard(settings: settings, sources: [], now: .at(0))
    let words = DashboardViewModel(dashboard).helpKeys.flatMap(\.entries)
      .flatMap { $0.keys.split(separator: " ").map(String.init) }
    #expect(Set(words) == Set(settings.keys.bindings.flatMap(\.keys).map(\.name) + ["1-6"]))
    #expect(words.contains("F6"))
    #expect(!words.contains("r"))
  }

  @Test func `letters search it, escape shows the whole help and then closes it`() {
    var board = Board([.sample("a")])
    board.press("?sort")
    #expect(board.dashboard.openHelp?.search?.string == "sort")
    let found = board.model.helpEntries(matching: "sort").map(\.keys)
    #expect(found == ["s", "I", "sort COLUMN [inverted]"])
    board.press(.escape)
    #expect(board.dashboard.openHelp?.search == nil)
    #expect(board.dashboard.sort.column == .state)
    board.press(.escape)
    #expect(board.dashboard.openHelp == nil)
  }

  @Test func `it scrolls no further than its end`() {
    var board = Board([.sample("a")])
    board.press("?")
    board.dashboard.apply(lines: 30, rows: 10)
    board.press("G")
    #expect(board.dashboard.openHelp?.top == 20)
    board.dashboard.apply(lines: 30, rows: 10)
    board.press("j")
    #expect(board.dashboard.openHelp?.top == 20)
  }

  @Test func `a key that does nothing here says where it does`() {
    var board = Board([.sample("a")])
    board.press("z")
    #expect(board.dashboard.notice == "z zoom works in: job")
    let zoom = board.model.helpKeys.flatMap(\.entries).first { $0.keys == "z" }
    #expect(zoom?.refusal != nil)
    board.press(.enter)
    board.press("z")
    #expect(board.dashboard.place.isZoomed)
    #expect(board.dashboard.notice == nil)
  }
}

extension Dashboard {
  /// What the screen tells of a long text.
  fileprivate mutating func apply(lines: Int, rows: Int) {
    _ = apply(.viewport(Viewport(rows: rows, lines: lines)))
  }
}

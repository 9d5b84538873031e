/// One row of the table behind dispatch, footer, help and documentation.
package struct KeyBinding: Hashable, Sendable {
  package enum Group: String, CaseIterable, Hashable, Sendable {
    case move = "MOVE"
    case look = "LOOK"
    case data = "DATA"
    case program = "PROGRAM"
  }

  package let command: Command
  package let group: Group
  package let keys: [Key]
  /// A word or two for the footer and the help.
  package let label: String
}

/// The keys of the dashboard.
package struct KeyTable: Hashable, Sendable {
  package let bindings: [KeyBinding]
  private let commands: [Key: Command]

  package init(_ bindings: [KeyBinding] = Self.standard) {
    self.bindings = bindings
    commands = Dictionary(
      bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } },
      uniquingKeysWith: { first, _ in first })
  }

  package func command(for key: Key) -> Command? { commands[key] }

  package func binding(of command: Command) -> KeyBinding? {
    bindings.first { $0.command == command }
  }

  package static let standard: [KeyBinding] = [
    .init(command: .down, group: .move, keys: [.character("j"), .down], label: "next row"),
    .init(command: .up, group: .move, keys: [.character("k"), .up], label: "previous row"),
    .init(command: .first, group: .move, keys: [.character("g"), .home], label: "first row"),
    .init(command: .last, group: .move, keys: [.character("G"), .end], label: "last row"),
    .init(command: .halfPageDown, group: .move, keys: [.control("d")], label: "half a page down"),
    .init(command: .halfPageUp, group: .move, keys: [.control("u")], label: "half a page up"),
    .init(command: .pageDown, group: .move, keys: [.pageDown], label: "page down"),
    .init(command: .pageUp, group: .move, keys: [.pageUp], label: "page up"),
    .init(command: .open, group: .move, keys: [.enter], label: "open"),
    .init(command: .close, group: .move, keys: [.escape], label: "close, clear, back"),
    .init(command: .fold, group: .move, keys: [.character("h"), .left], label: "fold"),
    .init(command: .unfold, group: .move, keys: [.character("l"), .right], label: "unfold"),
    .init(command: .foldAll, group: .move, keys: [.character("H")], label: "fold all"),
    .init(command: .unfoldAll, group: .move, keys: [.character("L")], label: "unfold all"),
    .init(command: .nextPane, group: .move, keys: [.tab], label: "next pane"),
    .init(command: .previousPane, group: .move, keys: [.backTab], label: "previous pane"),
    .init(command: .attention, group: .move, keys: [.character("a")], label: "next attention"),
    .init(command: .nextMatch, group: .move, keys: [.character("n")], label: "next failed"),
    .init(command: .previousMatch, group: .move, keys: [.character("N")], label: "previous failed"),
    .init(command: .lastView, group: .move, keys: [.character("`")], label: "last view"),
    .init(command: .filter, group: .look, keys: [.character("/")], label: "filter"),
    .init(command: .clearFilter, group: .look, keys: [.character("\\")], label: "clear filter"),
    .init(command: .sort, group: .look, keys: [.character("s")], label: "sort by the next column"),
    .init(command: .invertSort, group: .look, keys: [.character("I")], label: "invert the sort"),
    .init(command: .zoom, group: .look, keys: [.character("z")], label: "zoom pane"),
    .init(command: .preview, group: .look, keys: [.character("p")], label: "preview"),
    .init(command: .shorterGraph, group: .look, keys: [.character("(")], label: "shorter graph"),
    .init(command: .longerGraph, group: .look, keys: [.character(")")], label: "longer graph"),
    .init(command: .wrap, group: .look, keys: [.character("w")], label: "wrap lines"),
    .init(command: .steps, group: .look, keys: [.character("t")], label: "steps"),
    .init(command: .errors, group: .look, keys: [.character("e")], label: "errors"),
    .init(command: .events, group: .look, keys: [.character("E")], label: "events"),
    .init(command: .sources, group: .look, keys: [.character("S")], label: "sources"),
    .init(command: .refresh, group: .data, keys: [.character("r")], label: "refresh selected"),
    .init(
      command: .refreshAll, group: .data, keys: [.character("R"), .function(5), .control("r")],
      label: "refresh all"),
    .init(command: .pause, group: .data, keys: [.character("Z")], label: "pause, go live"),
    .init(command: .slower, group: .data, keys: [.character("+")], label: "poll slower"),
    .init(command: .faster, group: .data, keys: [.character("-")], label: "poll faster"),
    .init(command: .mark, group: .data, keys: [.character(" ")], label: "mark"),
    .init(command: .acknowledge, group: .data, keys: [.character("v")], label: "acknowledge"),
    .init(command: .help, group: .program, keys: [.character("?"), .function(1)], label: "help"),
    .init(command: .back, group: .program, keys: [.character("q")], label: "back, quit"),
    .init(command: .quit, group: .program, keys: [.control("c")], label: "quit at once"),
    .init(command: .redraw, group: .program, keys: [.control("l")], label: "redraw"),
    .init(command: .suspend, group: .program, keys: [.control("z")], label: "suspend"),
  ]
}

extension KeyTable {
  /// What is bound where the configuration says nothing, in the order of help and documentation.
  package static let standard: [KeyBinding] = moves + data + views + outs

  private static let moves: [KeyBinding] = [
    .init(.down, .move, [.character("j"), .down], "next row", shared: "next, previous row"),
    .init(.up, .move, [.character("k"), .up], "previous row", shared: "next, previous row"),
    .init(.first, .move, [.character("g"), .home], "first row", shared: "first, last row"),
    .init(.last, .move, [.character("G"), .end], "last row", shared: "first, last row"),
    .init(
      .halfPageDown, .move, [.control("d")], "half a page down", shared: "half a page"),
    .init(.halfPageUp, .move, [.control("u")], "half a page up", shared: "half a page"),
    .init(.pageDown, .move, [.pageDown], "page down", shared: "page"),
    .init(.pageUp, .move, [.pageUp], "page up", shared: "page"),
    .init(.fold, .move, [.character("h"), .left], "fold, left", shared: "fold, open"),
    .init(.unfold, .move, [.character("l"), .right], "open, right", shared: "fold, open"),
    .init(.foldAll, .move, [.character("H")], "fold all", shared: "fold, open all"),
    .init(.unfoldAll, .move, [.character("L")], "open all", shared: "fold, open all"),
    .init(.nextPane, .move, [.tab], "next pane", shared: "next, previous pane"),
    .init(.previousPane, .move, [.backTab], "previous pane", shared: "next, previous pane"),
    .init(.open, .move, [.enter], "open"),
    .init(.close, .move, [.escape], "close, clear, back"),
    .init(.lastView, .move, [.character("`")], "last view"),
  ]

  private static let data: [KeyBinding] = [
    .init(.refresh, .data, [.character("r")], "refresh selected"),
    .init(
      .refreshAll, .data, [.character("R"), .function(5), .control("r")], "refresh all"),
    .init(.pause, .data, [.character("Z")], "pause, go live"),
    .init(.slower, .data, [.character("+")], "poll slower", shared: "poll slower, faster"),
    .init(.faster, .data, [.character("-")], "poll faster", shared: "poll slower, faster"),
    .init(
      .stepBack, .data, [.character("[")], "step back in time", shared: "step back, forward"),
    .init(.stepForward, .data, [.character("]")], "step forward", shared: "step back, forward"),
    .init(.minuteBack, .data, [.character("{")], "a minute back", shared: "a minute back, fwd"),
    .init(
      .minuteForward, .data, [.character("}")], "a minute forward", shared: "a minute back, fwd"),
    .init(.shorterGraph, .data, [.character("(")], "shorter graph", shared: "graph window"),
    .init(.longerGraph, .data, [.character(")")], "longer graph", shared: "graph window"),
    .init(.attention, .data, [.character("a")], "next attention item"),
    .init(
      .nextMatch, .data, [.character("n")], "next match or failure",
      shared: "next, previous match"),
    .init(
      .previousMatch, .data, [.character("N")], "previous match or failure",
      shared: "next, previous match"),
    .init(.acknowledge, .data, [.character("v")], "acknowledge"),
    .init(.bell, .data, [.character("b")], "bell for this job"),
  ]

  private static let views: [KeyBinding] = [
    .init(.filter, .view, [.character("/")], "filter, find"),
    .init(.clearFilter, .view, [.character("\\")], "clear filter"),
    .init(.sort, .view, [.character("s")], "sort"),
    .init(.invertSort, .view, [.character("I")], "invert sort"),
    .init(.columns, .view, [.character("C")], "columns"),
    .init(
      .columnsLeft, .view, [.character("<")], "columns to the left", shared: "scroll columns"),
    .init(
      .columnsRight, .view, [.character(">")], "columns to the right", shared: "scroll columns"),
    .init(.zoom, .view, [.character("z")], "zoom pane"),
    .init(.preview, .view, [.character("p")], "preview"),
    .init(.steps, .view, [.character("t")], "steps"),
    .init(.errors, .view, [.character("e")], "errors"),
    .init(.events, .view, [.character("E")], "events"),
    .init(.sources, .view, [.character("S")], "sources"),
    .init(.follow, .view, [.character("f")], "follow"),
  ]

  private static let outs: [KeyBinding] = [
    .init(.mark, .out, [.character(" ")], "mark row"),
    .init(.copy, .out, [.character("y")], "copy", shared: "copy, as JSON"),
    .init(.copyJSON, .out, [.character("Y")], "copy as JSON", shared: "copy, as JSON"),
    .init(.json, .out, [.character("J")], "the job's JSON"),
    .init(.export, .out, [.character("x")], "export view"),
    .init(.pager, .out, [.character("o")], "pager"),
    .init(.mouse, .out, [.character("m")], "mouse"),
    .init(.wrap, .out, [.character("w")], "wrap lines"),
    .init(.commandLine, .out, [.character(":")], "command line"),
    .init(.help, .out, [.character("?"), .function(1)], "help"),
    .init(.redraw, .out, [.control("l")], "redraw"),
    .init(.suspend, .out, [.control("z")], "suspend"),
    .init(.back, .out, [.character("q")], "back, quit"),
    .init(.quit, .out, [.control("c")], "quit at once"),
  ]
}

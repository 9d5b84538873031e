import Foundation
import Testing

/// Whatever ends it, the terminal is as it was, and nothing is left behind on a dead line.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `The dashboard on a bare terminal` {
  @Test(arguments: [
    (SIGINT, PseudoTerminal.End.exited(130)), (SIGTERM, .exited(143)), (SIGHUP, .exited(129)),
    (SIGQUIT, .exited(131)), (SIGSEGV, .killed(SIGSEGV)), (SIGABRT, .killed(SIGABRT)),
    (SIGILL, .killed(SIGILL)), (SIGTRAP, .killed(SIGTRAP)), (SIGBUS, .killed(SIGBUS)),
    (SIGFPE, .killed(SIGFPE)),
  ])
  func `puts it back after a signal`(_ signal: Int32, _ end: PseudoTerminal.End) async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LIVE")
    terminal.type("m")
    try await terminal.wait(for: "\u{1B}[?1000;1006h")
    #expect(!terminal.hasModesFromBefore)
    terminal.send(signal)
    #expect(try await terminal.end() == end)
    expectRestored(terminal)
  }

  @Test func `puts it back when it is left by a key`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LIVE")
    terminal.type("q")
    #expect(try await terminal.end() == .exited(0))
    expectRestored(terminal)
  }

  @Test(arguments: ["exec migtop demo", "trap '' HUP; exec migtop demo"])
  func `ends when its line is cut, and does not spin`(command: String) async throws {
    let terminal = try PseudoTerminal(command)
    try await terminal.wait(for: "LIVE")
    let before = terminal.processorTime
    terminal.cut()
    #expect(try await terminal.end(isRead: false) == .exited(129))
    #expect(terminal.processorTimeAtEnd - before < 0.5)
  }

  @Test(arguments: [
    ("q", nil, PseudoTerminal.End.exited(0)), ("", SIGTERM, .exited(143)),
    ("", SIGHUP, .exited(129)),
  ])
  func `ends though nobody reads what it shows`(
    key: String, signal: Int32?, end: PseudoTerminal.End
  ) async throws {
    let terminal = try PseudoTerminal(rows: 60, columns: 200)
    try await terminal.wait(for: "LIVE")
    try await terminal.fill()
    terminal.type(key)
    if let signal { terminal.send(signal) }
    #expect(try await terminal.end(isRead: false) == end)
    expectRestored(terminal)
  }

  /// Without a shell nobody could let it go on.
  @Test func `stays where no shell could take it back`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LIVE")
    let count = terminal.output.count
    terminal.type("\u{1A}")
    try await terminal.wait(for: "\u{1B}[?1049l", after: count)
    try await terminal.wait(for: "LIVE", after: count)
    terminal.type("q")
    #expect(try await terminal.end() == .exited(0))
    let left = terminal.output.ranges(of: "\u{1B}[?1049l").count
    #expect(left == 2)
  }

  @Test func `ends when its shell goes away while it is stopped`() async throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      "set -m; sh -c 'echo $$ >\(folder.path("pid")); exec migtop demo'; echo shell; read line")
    try await terminal.wait(for: "LIVE")
    let pid = try #require(Int32(folder.text(of: "pid").split(separator: "\n")[0]))
    terminal.type("\u{1A}")
    try await terminal.wait(for: "shell")
    #expect(PseudoTerminal.state(of: pid) == "T")
    terminal.cut()
    try await eventually("the end of the stopped program") {
      [nil, "Z"].contains(PseudoTerminal.state(of: pid)) ? () : nil
    }
  }

  @Test func `draws everything when a size comes back before it was seen to change`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.waitForAllSources()
    let count = terminal.output.count
    terminal.resize(rows: 12, columns: 40)
    terminal.resize(rows: 24, columns: 80)
    try await terminal.wait(for: "\u{1B}[2J", after: count)
    try await terminal.wait(for: "columns, 9 shown", after: count)
    terminal.type("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `draws the last of many sizes, whatever LINES and COLUMNS say`() async throws {
    let terminal = try PseudoTerminal(environment: ["LINES": "5", "COLUMNS": "17"])
    try await terminal.wait(for: "columns, 9 shown")
    for step in UInt16(0)..<100 {
      terminal.resize(rows: 1 + step * 7 % 80, columns: 1 + step * 13 % 250)
    }
    terminal.resize(rows: 60, columns: 200)
    try await terminal.wait(for: "18 columns, 15 shown")
    let count = terminal.output.count
    terminal.resize(rows: 1, columns: 1)
    terminal.resize(rows: 24, columns: 80)
    try await terminal.wait(for: "18 columns, 9 shown", after: count)
    terminal.type("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test(arguments: ["dumb", "unknown", ""])
  func `says in one line that a terminal cannot show it`(type: String) async throws {
    let terminal = try PseudoTerminal(environment: ["TERM": type])
    #expect(try await terminal.end() == .exited(64))
    let lines = terminal.output.split(separator: "\r\n")
    #expect(lines.count == 1 && lines[0].contains("migtop status"))
    #expect(!terminal.output.contains("\u{1B}"))
  }

  private func expectRestored(_ terminal: PseudoTerminal) {
    #expect(terminal.hasModesFromBefore)
    let output = terminal.output
    for (on, off) in [
      ("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?25l", "\u{1B}[?25h"),
      ("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}[?1000;1006h", "\u{1B}[?1006;1000l"),
      ("\u{1B}[22;2t", "\u{1B}[23;2t"),
    ] {
      guard let last = output.ranges(of: on).last else { continue }
      #expect(output[last.upperBound...].contains(off), "\(on.dropFirst())")
    }
  }
}

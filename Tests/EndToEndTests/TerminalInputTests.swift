import Foundation
import Testing

/// What a terminal may send beside simple keys.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `The dashboard's input` {
  @Test(arguments: ["q", "qqq\r", "\u{1B}[Aq\u{1B}q", ""])
  func `runs no command from a paste`(text: String) async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LIVE")
    terminal.type("\u{1B}[200~\(text)\u{1B}[201~")
    try await terminal.wait(for: "a paste of \(text.count) character")
    terminal.type("?")
    try await terminal.wait(for: "half a page")
    terminal.type("qq")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `takes a paste without its end for one when nothing more comes`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LIVE")
    terminal.type("\u{1B}[200~qq")
    try await terminal.wait(for: "a paste of 2 characters")
    terminal.type("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `saves a view with Ctrl-s, which stops no output`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LIVE")
    terminal.type("/state:failed\r/")
    try await terminal.wait(for: "save as view")
    terminal.type("\u{13}")
    try await terminal.wait(for: "cancel")
    terminal.type("\u{3}")
    #expect(try await terminal.end() == .exited(130))
  }

  @Test func `reads the usual forms of a key, and no letters out of others`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LIVE")
    for sequence in ["[1;5q", "q", "[?64;1;2q", "Oq", "]11;q\u{7}", "Pq\u{1B}\\", "[<35;1;1M"] {
      terminal.type("\u{1B}\(sequence)")
    }
    terminal.type("\u{1B}OP")
    try await terminal.wait(for: "half a page")
    terminal.type("qq")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `follows the mouse when it is told to`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.waitForAllSources()
    #expect(!terminal.output.contains("\u{1B}[?1000"))
    terminal.type("m")
    try await terminal.wait(for: "hold Shift to select text")
    let count = terminal.output.count
    // The heading of the names, and then a row twice.
    terminal.type("\u{1B}[<0;12;3M\u{1B}[<0;12;3m")
    try await terminal.wait(for: "▼", after: count)
    for _ in 0..<2 { terminal.type("\u{1B}[<0;12;9M\u{1B}[<0;12;9m") }
    try await terminal.wait(for: "1 progress", after: count)
  }

  @Test func `draws once for many keys that came at once`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "erp-oracle-gauss")
    let count = terminal.output.utf8.count
    terminal.type(String(repeating: "jk", count: 250) + "E")
    try await terminal.wait(for: "CHANGE")
    #expect(terminal.output.utf8.count - count < 12_000)
  }
}

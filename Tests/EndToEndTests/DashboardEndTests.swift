import Foundation
import Testing

/// However it ends, the terminal is as it was.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Terminal.isAvailable, "tmux is missing"))
struct `The dashboard's end` {
  @Test(arguments: [("q", 0), ("C-c", 130)])
  func `leaves the terminal as it was after a key`(_ key: String, _ code: Int) async throws {
    try await Terminal.with { terminal in
      try await terminal.run("echo text before the dash''board")
      try await terminal.picture("the text") { $0.contains("text before the dashboard") }
      try await terminal.startDashboard()
      #expect(try await terminal.showsAlternateScreen())
      try await terminal.press(key)
      #expect(try await terminal.exitCode() == code)
      try await expectRestored(terminal)
    }
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)])
  func `leaves the terminal as it was after a signal`(_ signal: Int32, _ code: Int) async throws {
    try await Terminal.with { terminal in
      try await terminal.run("echo text before the dash''board")
      try await terminal.picture("the text") { $0.contains("text before the dashboard") }
      try await terminal.startDashboard("sh -c 'echo $$ >pid; exec migtop demo'")
      let pid = try #require(Int32(terminal.folder.text(of: "pid").split(separator: "\n")[0]))
      kill(pid, signal)
      #expect(try await terminal.exitCode() == code)
      try await expectRestored(terminal)
    }
  }

  @Test func `suspends and comes back`() async throws {
    try await Terminal.with { terminal in
      try await terminal.run("set -m")
      try await terminal.startDashboard()
      try await terminal.type("/drs")
      try await terminal.picture("the filter") { $0.contains { $0.hasPrefix("/drs") } }
      try await terminal.press("C-z")
      try await terminal.picture("the shell") { $0.contains(text: "Stopped") }
      try await terminal.run("fg")
      try await terminal.picture("the dashboard, with its filter open") {
        $0.hasRows && $0.contains { $0.hasPrefix("/drs") } && !$0.contains(text: "Stopped")
      }
      try await terminal.press("C-c")
      try await terminal.picture("the shell") { !$0.hasRows && $0.contains(text: "Stopped") }
    }
  }

  @Test func `comes before its beginning where no cursor moves`() async throws {
    try await Terminal.with { terminal in
      try await terminal.run("TERM=dumb migtop demo; echo \"ended=$?\"")
      #expect(try await terminal.exitCode() == 64)
      let picture = try await terminal.picture()
      #expect(picture.contains(text: "migtop status"))
    }
  }

  private func expectRestored(_ terminal: Terminal) async throws {
    let picture = try await terminal.picture()
    #expect(picture.contains("text before the dashboard"))
    #expect(!picture.hasRows)
    #expect(try await !terminal.showsAlternateScreen())
    try await terminal.run(
      "stty -a | tr ' ' '\\n' | grep -xE -e '-?(icanon|echo|isig|icrnl|opost)'")
    try await terminal.picture("the settings of the terminal") { picture in
      ["icanon", "echo", "isig", "icrnl", "opost"].allSatisfy(picture.contains)
    }
  }
}

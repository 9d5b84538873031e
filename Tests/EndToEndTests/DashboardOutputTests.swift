import Foundation
import Testing

/// What leaves the dashboard, and other ways to look at it.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Terminal.isAvailable, "tmux is missing"))
struct `What the dashboard gives away` {
  @Test func `copies the selected row into the terminal's clipboard`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.waitForAllSources()
    terminal.type("/erp-oracle\r")
    try await terminal.wait(for: "1 of 23")
    terminal.type("y")
    try await terminal.wait(for: "copied ")
    let sequence = try #require(terminal.output.firstMatch(of: #/\u{1B}\]52;c;([^\u{7}]*)\u{7}/#))
    let data = try #require(Data(base64Encoded: String(sequence.1)))
    #expect(String(decoding: data, as: UTF8.self).contains("erp-oracle-gauss"))
    #expect(terminal.output.contains("copied \(data.count) bytes"))
  }

  @Test func `hands the fleet to the pager, and comes back`() async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard("PAGER='cat >paged; sleep 600' migtop demo")
      try await terminal.press("o")
      try await eventually("the pager's text") {
        terminal.folder.text(of: "paged").contains("erp-oracle-gauss") ? () : nil
      }
      #expect(try await !terminal.showsAlternateScreen())
      try await terminal.press("C-c")
      try await terminal.picture("the dashboard") { $0.isFromAllSources }
    }
  }

  @Test func `writes the fleet into a file of the working folder`() async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard()
      try await terminal.picture("all jobs") { $0.contains(text: " 23 jobs") }
      try await terminal.press("x")
      try await terminal.picture("the file's name") {
        $0.contains(text: " written to migtop-fleet-")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: terminal.folder.url.path)
      let name = try #require(names.first { $0.hasPrefix("migtop-fleet-") })
      #expect(name.hasSuffix(".csv"))
      let lines = terminal.folder.text(of: name).split(whereSeparator: \.isNewline)
      #expect(lines.count == 24 && lines.contains { $0.contains("erp-oracle-gauss") })
    }
  }

  @Test func `says why a file cannot be written, and what to type instead`() async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard()
      try await terminal.type(":export json nowhere/jobs.json")
      try await terminal.press("Enter")
      try await terminal.picture("the reason") {
        $0.contains(
          text: "nowhere/jobs.json: No such file or directory; try :export json /tmp/NAME")
      }
    }
  }

  @Test func `obeys a command that is typed`() async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard()
      try await terminal.type(":service drs")
      try await terminal.press("Enter")
      try await terminal.picture("the jobs of one service") {
        $0.jobLines(of: "drs") == 8 && $0.jobLines(of: "dts") == 0
      }
    }
  }

  @Test func `looks back, and is live again`() async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard()
      // The readings before the first are not there to be shown.
      try await eventually("the past") {
        try await terminal.press("[")
        return try await terminal.picture()[0].contains("PAST ") ? () : nil
      }
      try await terminal.press("Z")
      try await terminal.picture("the present") { $0[0].contains("LIVE") && $0.hasRows }
    }
  }

  @Test func `shows a job as JSON`() async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard()
      try await terminal.press("J")
      try await terminal.picture("the JSON") {
        $0[0].contains("▸ json") && $0.contains(text: "\"ageSeconds\" : ")
      }
      try await terminal.press("Escape")
      try await terminal.picture("the fleet") { $0.hasRows }
    }
  }
}

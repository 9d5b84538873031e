import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Terminal.isAvailable, "tmux is missing"))
struct `The dashboard in a terminal` {
  @Test func `moves its pointer with j and k`() async throws {
    try await Terminal.with { terminal in
      let first = try await terminal.startDashboard().pointer
      let start = try #require(first)
      try await terminal.press("j")
      try await terminal.picture("the next row") { $0.pointer == start + 1 }
      try await terminal.press("k")
      try await terminal.picture("the first row") { $0.pointer == start }
    }
  }

  @Test func `opens a job with Enter and closes it with Esc`() async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard()
      // A source that answers late would move the rows between the keys.
      try await terminal.picture("every job") { $0.contains(text: "23 jobs") }
      try await terminal.press("j")
      try await terminal.press("Enter")
      try await terminal.picture("the job") {
        $0[0].contains("fleet ▸ erp-oracle-gauss") && $0.contains(text: "1 progress")
      }
      try await terminal.press("Escape")
      try await terminal.picture("the fleet, where it was left") { picture in
        picture.pointer.map { picture[$0].contains("erp-oracle-gauss") } == true
      }
    }
  }

  @Test func `narrows the fleet with a filter, and Esc takes it back`() async throws {
    try await Terminal.with { terminal in
      let all = try await terminal.startDashboard()
      #expect(all.jobLines(of: "dts") > 0)
      try await terminal.press("/")
      try await terminal.type("service:drs")
      try await terminal.press("Enter")
      try await terminal.picture("the jobs of one service") {
        $0.jobLines(of: "drs") == 8 && $0.jobLines(of: "dts") == 0 && $0.jobLines(of: "rm") == 0
          && $0[1].hasSuffix("8 of 23 jobs")
      }
      try await terminal.press("Escape")
      try await terminal.picture("all jobs") { $0.isFromAllSources && $0[1].hasSuffix(" 23 jobs") }
    }
  }

  @Test(arguments: [
    ("S", "▸ sources", "http://127.0.0.1:"), ("?", "─ help: fleet ─", "half a page"),
    ("E", "▸ events", "migtop"),
  ])
  func `shows another view for a key`(_ key: String, _ title: String, _ text: String) async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard()
      try await terminal.press(key)
      try await terminal.picture(title) { $0.contains(text: title) && $0.contains(text: text) }
      try await terminal.press("q")
      try await terminal.picture("the fleet") { $0.hasRows && !$0.contains(text: title) }
    }
  }

  @Test func `fills a terminal of any size, and follows it`() async throws {
    try await Terminal.with(.init(columns: 120, rows: 40)) { terminal in
      try await terminal.startDashboard()
      for size in [Terminal.Size(columns: 40, rows: 10), .init(columns: 200, rows: 60), .init()] {
        try await terminal.resize(to: size)
        let picture = try await terminal.picture("a frame of \(size)") {
          $0.count == size.rows && $0[0].hasPrefix("migtop") && $0[0].hasSuffix("Z")
            && $0[0].count == size.columns && $0.last?.contains("help") == true && $0.hasRows
        }
        #expect(picture.allSatisfy { $0.count <= size.columns })
      }
    }
  }

  @Test func `draws as on an xterm where the terminal's type is not known`() async throws {
    try await Terminal.with { terminal in
      try await terminal.startDashboard("TERM=no-such-terminal migtop demo")
    }
  }

  @Test(arguments: [
    (40, 10, "PROG/LAG"), (80, 24, "PROGRESS"), (120, 40, "ROWS/S"), (200, 60, "─ attention ("),
  ])
  func `shows as much as there is room for`(
    _ columns: Int, _ rows: Int, _ text: String
  ) async throws {
    try await Terminal.with(.init(columns: columns, rows: rows)) { terminal in
      try await terminal.run("migtop demo")
      try await terminal.picture(text) { $0.hasRows && $0.contains(text: text) }
    }
  }
}

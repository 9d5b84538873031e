import Foundation
import Testing

/// What breaks while somebody watches is said on screen, and mends by itself.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Terminal.isAvailable, "tmux is missing"))
struct `The dashboard in trouble` {
  @Test func `keeps its rows while the services are down, and finds them again`() async throws {
    let first = try await Simulation.startOnLastingPorts()
    let configuration = try Configuration(for: first.ready)
    try await Terminal.with(.init(columns: 120, rows: 40)) { terminal in
      try await terminal.startDashboard("migtop watch --config \(configuration.path)")
      try await first.stop()
      let down = try await terminal.picture("three sources that are down, and rows with an age") {
        $0.hasBadges("down") && !$0.ages.contains("<10s")
      }
      #expect(down.isFromAllSources && down.ages.count == 23)
      let second = try await first.restart()
      try await terminal.picture("three sources that are well, and fresh rows") {
        $0.hasBadges("ok") && $0.ages.count == 23 && $0.ages.contains("<10s")
      }
      try await second.stop()
    }
  }

  @Test func `waits for a secret that is wrong, and uses the right one`() async throws {
    let simulation = try await Simulation.start()
    let configuration = try Configuration(for: simulation.ready)
    try configuration.setSecret("wrong")
    try await Terminal.with { terminal in
      try await terminal.run("migtop watch --config \(configuration.path)")
      let refused = try await terminal.picture("two sources, and one that is refused") {
        $0[0].contains("dts-demo auth") && $0.jobLines(of: "rm") > 0 && $0.jobLines(of: "drs") > 0
      }
      #expect(refused.jobLines(of: "dts") == 0)
      try configuration.setSecret("demo-access-key-secret")
      try await terminal.picture("three sources") {
        $0.isFromAllSources && $0.jobLines(of: "dts") > 0 && !$0[0].contains("auth")
      }
    }
    try await simulation.stop()
  }
}

extension Terminal.Picture {
  /// Whether each source has this word behind its name in the title.
  fileprivate func hasBadges(_ word: String) -> Bool {
    ["rm-demo", "dts-demo", "drs-demo"].allSatisfy { first?.contains("\($0) \(word)") == true }
  }

  /// The ages of the fleet's rows.
  fileprivate var ages: [Substring] {
    compactMap { $0.firstMatch(of: #/ (<10s|\d+[sm])$/#)?.output.1 }
  }
}

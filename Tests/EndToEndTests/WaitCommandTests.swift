import Foundation
import Testing

@Suite(.timeLimit(.minutes(3))) struct `migtop wait` {
  private let configuration: Configuration
  private let simulation: Simulation

  init() async throws {
    simulation = try await Simulation.start()
    configuration = try Configuration(for: simulation.ready)
  }

  @Test(
    arguments: [
      ("d9f13f85-e28a-41df-a128-388010aae4d0 --for done", 0, ": state:done met"),
      ("members-华北 --for phase=incremental --hold 2s", 0, "members-华北: phase:incremental met"),
      ("erp-oracle-gauss --for done", 2, "erp-oracle-gauss: state:done failed: "),
      ("no-such-job --for done", 3, "no-such-job: no source knows a job of this id or name"),
      ("members-华北 --for lag>9d --timeout 3s", 4, "members-华北: lag>9d not met within 3s"),
      ("members-华北 --for lag<9d --hold 9m --timeout 3s", 4, "not met within 3s"),
      ("members-华北 --for cutover-ready --hold 9m --timeout 3s", 4, "is:ready not met within 3s"),
      ("members-华北 --for lag<", 64, "--for: column 5 of \"lag<\""),
      ("members-华北 --for done --hold soon", 64, "--hold soon: is not a time"),
      ("policy-core --for done", 64, "policy-core: fits several jobs"),
    ] as [(String, Int32, String)])
  func `ends with a code and a line that say why`(
    arguments: String, code: Int32, words: String
  ) async throws {
    let end = try await wait(arguments)
    #expect(end.code == code)
    let lines = code == 0 ? end.output.split(separator: "\n") : end.errorLines
    #expect(lines.count == 1 && lines[0].contains(words), "\(end.output)\(end.errors)")
  }

  @Test func `gives up where no source answers`() async throws {
    try await simulation.stop()
    let end = try await wait("members-华北 --for done --give-up 3s")
    #expect(end.code == 3)
    #expect(end.errors.contains("members-华北: not found in 3s, and not every source"))
  }

  private func wait(_ arguments: String) async throws -> Program.End {
    try await Program.migtop(
      ["wait"] + arguments.split(separator: " ").map(String.init)
        + ["--interval", "1s", "--config", configuration.path]
    ).end()
  }
}

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
      ("d9f13f85-e28a-41df-a128-388010aae4d0", "done", 0, ": state:done met"),
      ("members-华北", "phase=incremental", 0, "members-华北: phase:incremental met"),
      ("erp-oracle-gauss", "done", 2, "erp-oracle-gauss: state:done failed: "),
      ("no-such-job", "done", 3, "no-such-job: no source knows a job of this id or name"),
      ("members-华北", "lag>9d", 4, "members-华北: lag>9d not met within 3s"),
      ("members-华北", "lag<", 64, "--for: column 5 of \"lag<\""),
      ("policy-core", "done", 64, "policy-core: fits several jobs"),
    ] as [(String, String, Int32, String)])
  func `ends with a code and a line that say why`(
    job: String, condition: String, code: Int32, words: String
  ) async throws {
    let end = try await Program.run(
      "wait", job, "--for", condition, "--timeout", "3s", "--interval", "1s", "--config",
      configuration.path)
    #expect(end.code == code)
    let lines = code == 0 ? end.output.split(separator: "\n") : end.errorLines
    #expect(lines.count == 1 && lines[0].contains(words), "\(end.output)\(end.errors)")
  }
}

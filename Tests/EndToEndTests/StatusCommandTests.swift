import Foundation
import Testing

@Suite(.timeLimit(.minutes(3))) struct `migtop status` {
  private let simulation: Simulation
  private let configuration: Configuration

  init() async throws {
    simulation = try await Simulation.start()
    configuration = try Configuration(for: simulation.ready)
  }

  private func status(_ arguments: String...) async throws -> Program.End {
    try await Program.migtop(
      ["status", "--config", configuration.path, "--output", "json"] + arguments
    ).end()
  }

  @Test func `reads jobs of every state and phase from all sources`() async throws {
    let end = try await status()
    let status = try Status(end)
    #expect(status.schema == "migtop/1")
    #expect(status.health == Status.allOK)
    #expect(status.jobs.count == 23)
    #expect(
      Set(status.jobs.map(\.state)) == [
        "pending", "running", "warning", "failed", "paused", "stopped", "done", "unknown",
      ])
    #expect(
      Set(status.jobs.map(\.phase)) == [
        "pending", "precheck", "schema", "full", "incremental", "verifying", "stopping", "none",
        "unknown",
      ])
    #expect(end.errors.isEmpty)
    #expect(end.code == 2)
  }

  @Test func `shows what has moved since the time before`() async throws {
    var first: [String: Int64] = [:]
    var moved: Set<String> = []
    _ = try await eventually("a move in two services", seen: { "\(moved)" }) {
      for job in try await Status(status()).jobs {
        guard let rows = job.progress.rowsDone else { continue }
        if first[job.id, default: rows] < rows { moved.insert(job.source) }
        first[job.id] = first[job.id] ?? rows
      }
      return moved.isSuperset(of: ["rm-demo", "dts-demo"]) ? true : nil
    }
  }

  @Test func `prints the jobs that pass a filter`() async throws {
    let failed = try await status("--filter", "state:failed service:rm")
    #expect(Set(try Status(failed).jobs.map { "\($0.source) \($0.state)" }) == ["rm-demo failed"])
    #expect(failed.code == 2)
    let done = try await status("--filter", "state:done")
    #expect(try Status(done).jobs.map(\.state) == ["done"])
    #expect(done.code == 0)
  }

  @Test func `prints a table for a terminal that knows ASCII alone`() async throws {
    let end = try await Program.run("status", "--config", configuration.path, "--ascii")
    let name = try #require(end.output.split(separator: "\n").first { $0.contains("crm-customer") })
    #expect(name.contains("crm-customer-????  dts  dts-demo"))
    #expect(end.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(end.code == 2)
  }

  /// Other sources have nothing more to say for ten minutes, and are not waited for.
  @Test(arguments: ["erp-oracle-gauss", "drs-demo/erp-oracle-gauss"])
  func `prints one job by its name, with its steps`(_ name: String) async throws {
    let end = try await status(name, "--interval", "10m")
    let status = try Status(end)
    #expect(status.jobs.map(\.name) == ["erp-oracle-gauss"])
    #expect(status.jobs.first?.steps.isEmpty == false)
    #expect(status.health == Status.allOK)
    #expect(end.code == 2)
  }

  @Test func `refuses a name that fits several jobs, with the candidates`() async throws {
    let end = try await status("policy-core")
    #expect(end.code == 64)
    #expect(end.output.isEmpty)
    #expect(end.errorLines.count == 1)
    let candidates = end.errors.matches(of: #/rm-demo/[0-9a-f-]{36}/#).map { String($0.output) }
    #expect(candidates.count == 2)
    let first = try #require(candidates.first)
    #expect(try await Status(status(first)).jobs.map { "\($0.source)/\($0.id)" } == [first])
  }

  @Test func `says that it knows no such job`() async throws {
    let end = try await status("erp-oracle-gaus", "--interval", "10m")
    #expect(end.code == 3)
    #expect(try Status(end).health == Status.allOK)
    #expect(try Status(end).jobs.isEmpty)
    #expect(end.errorLines.count == 1)
    #expect(end.errors.contains("erp-oracle-gaus:"))
  }

  @Test func `goes on with the others where a secret is wrong`() async throws {
    try configuration.setSecret("not-the-secret")
    let end = try await status()
    let status = try Status(end)
    #expect(status.health == ["rm-demo": "ok", "dts-demo": "failing", "drs-demo": "ok"])
    #expect(status.error(of: "dts-demo")?.kind == "unauthorised")
    #expect(Set(status.jobs.map(\.source)) == ["rm-demo", "drs-demo"])
    #expect(!(end.output + end.errors).contains("not-the-secret"))
    #expect(end.code == 3)
  }

  @Test func `says of each source that it cannot be reached`() async throws {
    let simulation = try await Simulation.startOnLastingPorts()
    let configuration = try Configuration(for: simulation.ready)
    try await simulation.stop()
    let end = try await Program.run(
      "status", "--config", configuration.path, "--output", "json")
    let status = try Status(end)
    #expect(status.sources.map { $0.error?.kind } == ["unreachable", "unreachable", "unreachable"])
    #expect(Set(status.health.values) == ["failing"])
    #expect(status.error(of: "rm-demo")?.message.contains("127.0.0.1:") == true)
    #expect(status.jobs.isEmpty)
    #expect(end.code == 3)
  }

  @Test func `does not wait for a service that hangs`() async throws {
    try await simulation.ask(simulation.ready.drs, for: #"{"kind":"hang"}"#)
    let end = try await status("--timeout", "3s")
    let status = try Status(end)
    #expect(status.health["drs-demo"] == "failing")
    #expect(status.error(of: "drs-demo")?.kind == "timedOut")
    #expect(status.health["rm-demo"] == "ok")
    #expect(end.code == 3)
  }
}

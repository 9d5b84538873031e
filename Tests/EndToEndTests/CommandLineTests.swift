import Testing

@Suite(.timeLimit(.minutes(3))) struct `The command line` {
  @Test func `tells its version`() async throws {
    let end = try await Program.run("--version")
    #expect(end.code == 0)
    #expect(try #/migtop \d+\.\d+\.\d+\n/#.wholeMatch(in: end.output) != nil, "\(end.output)")
  }

  @Test func `explains itself, and each command`() async throws {
    let end = try await Program.run("--help")
    #expect(end.code == 0)
    let commands = ["watch", "demo", "simulate", "status", "config"]
    for command in commands {
      #expect(end.output.contains("\n  \(command)"))
      let help = try await Program.run(command, "--help")
      #expect(help.code == 0)
      #expect(help.output.contains("USAGE: migtop \(command)"))
    }
  }

  @Test(arguments: [[], ["watch"], ["demo"]])
  func `asks for status where there is no terminal`(_ arguments: [String]) async throws {
    let end = try await Program.migtop(arguments).end()
    #expect(end.code == 64)
    #expect(end.output.isEmpty)
    #expect(end.errorLines.count == 1)
    #expect(end.errors.contains("migtop status"))
  }

  @Test(arguments: [
    ["status", "--output", "yaml"], ["status", "--timeout", "soon"], ["nonsense"],
    ["simulate", "--drs-port", "70000"], ["status", "--filter", "lag>"],
  ])
  func `refuses what makes no sense`(_ arguments: [String]) async throws {
    let simulation = try await Simulation.start()
    let configuration = try Configuration(for: simulation.ready)
    let end = try await Program.migtop(
      arguments, environment: ["MIGTOP_CONFIG": configuration.path]
    ).end()
    #expect(end.code == 64)
    #expect(end.output.isEmpty && !end.errors.isEmpty)
  }

  @Test func `points at each mistake of the configuration`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      [poll]
      intervall = "5s"

      [[source]]
      name = "a"
      service = "dts"
      access_key_secret = "written down"
      """, as: "config.toml")
    for arguments in [["status"], ["config", "check"]] {
      let end = try await Program.migtop(arguments + ["--config", path]).end()
      #expect(end.code == 78)
      #expect(end.output.isEmpty)
      #expect(end.errors.contains("\(path):2: poll.intervall"))
      #expect(end.errors.contains("interval\n") || end.errors.contains("did you mean interval"))
      #expect(end.errors.contains("\(path):7: "))
      #expect(!end.errors.contains("written down"))
    }
  }

  @Test func `names the file that is missing`() async throws {
    let end = try await Program.run("status", "--config", "/nonexistent/config.toml")
    #expect(end.code == 78)
    #expect(end.errorLines.count == 1)
    #expect(end.errors.hasPrefix("/nonexistent/config.toml"))
  }
}

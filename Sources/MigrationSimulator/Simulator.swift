package import struct FoundationEssentials.Date

/// Relational Migrator, DTS and DRS, played over real HTTP.
///
/// No job has a task or a timer: what a job shows is computed from the seed, its number and the
/// clock when somebody asks for it.
package struct Simulator: Sendable {
  /// `http://host:port`, with the port that is really bound.
  package let relationalMigrator: String
  package let dts: String
  package let drs: String
  /// Where tokens are issued: at the port of DRS.
  package var iam: String { drs }

  private let servers: [RunningServer]

  /// Returns when all three ports are bound, and throws ``SimulatorError`` if one cannot be.
  package static func start(
    _ configuration: SimulatorConfiguration, clock: @escaping @Sendable () -> Date = { Date() }
  ) async throws -> Simulator {
    let responders = Responders(configuration, clock: clock)
    let seats = [
      (responders.relationalMigrator, configuration.relationalMigratorPort),
      (responders.dts, configuration.dtsPort),
      (responders.drs, configuration.drsPort),
    ]
    var servers: [RunningServer] = []
    do {
      for (responder, port) in seats {
        servers.append(
          try await RunningServer.start(responder, host: configuration.host, port: port))
      }
    } catch {
      for server in servers { await server.stop() }
      throw error
    }
    return Simulator(servers, host: configuration.host)
  }

  private init(_ servers: [RunningServer], host: String) {
    // An IPv6 address stands in brackets in a URL.
    let authority = host.contains(":") ? "[\(host)]" : host
    let urls = servers.map { "http://\(authority):\($0.port)" }
    (relationalMigrator, dts, drs) = (urls[0], urls[1], urls[2])
    self.servers = servers
  }

  /// Returns when all ports are free again. Calls that hang are cut off.
  package func stop() async {
    for server in servers { await server.stop() }
  }
}

extension Simulator {
  /// The three services without their ports.
  package struct Responders: Sendable {
    package let relationalMigrator: ServiceResponder
    package let dts: ServiceResponder
    package let drs: ServiceResponder

    /// The simulation begins now.
    package init(_ configuration: SimulatorConfiguration, clock: @escaping @Sendable () -> Date) {
      let scenario = configuration.scenario
      let cast = SimulatorCast(scenario, jobs: configuration.jobs)
      let seed = configuration.seed
      let startedAt = clock()
      let responder = { (service: any PlayedService, name: Scenario.Service) in
        let literals = scenario.literals(of: name)
        return ServiceResponder(
          literals.isEmpty ? service : LiteralService(service, name, literals), clock: clock,
          startedAt: startedAt, speed: configuration.speed,
          faults: scenario.faults(of: name, from: startedAt))
      }
      relationalMigrator = responder(
        RelationalMigratorService(
          fleet: cast.relationalMigratorFleet(seed: seed),
          version: scenario.relationalMigrator ?? .v117), .relationalMigrator)
      dts = responder(DTSService(fleet: cast.dtsFleet(seed: seed)), .dts)
      drs = responder(DRSService(fleet: cast.drsFleet(seed: seed)), .drs)
    }
  }
}

import HTTPTypes
import HummingbirdTesting
import MigrationSimulator
import NIOCore
import Testing

@Suite struct `The running simulator` {
  private static func freePorts() -> SimulatorConfiguration {
    var configuration = SimulatorConfiguration()
    (configuration.relationalMigratorPort, configuration.dtsPort, configuration.drsPort) = (0, 0, 0)
    return configuration
  }

  private static func port(_ url: String) throws -> Int {
    try #require(url.split(separator: ":").last.flatMap { Int($0) })
  }

  private static func fault(_ kind: String, at client: TestClient) async throws {
    let body = #"{"kind":"\#(kind)","match":"jobs"}"#
    _ = try await client.post("/_simulator/faults", body: .init(string: body))
  }

  @Test func `It answers on the ports that it names, with a date`() async throws {
    let simulator = try await Simulator.start(Self.freePorts())
    #expect(simulator.iam == simulator.drs)
    for (url, status) in [
      (simulator.relationalMigrator, 200), (simulator.dts, 404), (simulator.drs, 404),
    ] {
      try await TestClient.withClient(host: "127.0.0.1", port: Self.port(url)) { client in
        let response = try await client.get("/no/such/path")
        #expect(response.status.code == status)
        #expect(response.headers[.date]?.hasSuffix(" GMT") == true)
      }
    }
    await simulator.stop()
  }

  /// A port that was given back may be taken by a test beside this one, though not every time.
  @Test func `A port in use is named, and the ports before it are given back`() async throws {
    var isProven = false
    for _ in 1...8 where !isProven {
      isProven = try await Self.startsAfterPortInUse()
    }
    #expect(isProven)
  }

  /// Whether the port in use was named, and the others could be taken at once afterwards.
  private static func startsAfterPortInUse() async throws -> Bool {
    let first = try await Simulator.start(freePorts())
    let spare = try await Simulator.start(freePorts())
    await spare.stop()
    var configuration = freePorts()
    configuration.relationalMigratorPort = try port(spare.relationalMigrator)
    configuration.drsPort = try port(first.drs)
    let error = await #expect(throws: SimulatorError.self) {
      _ = try await Simulator.start(configuration)
    }
    await first.stop()
    let second: Simulator
    do {
      second = try await Simulator.start(configuration)
    } catch is SimulatorError {
      return false
    }
    let isSamePort = try port(second.drs) == configuration.drsPort
    await second.stop()
    return isSamePort
      && error?.description.contains("127.0.0.1:\(configuration.drsPort)") == true
  }

  @Test func `A call that hangs does not keep it from stopping`() async throws {
    let simulator = try await Simulator.start(Self.freePorts())
    let client = TestClient(
      host: "127.0.0.1", port: try Self.port(simulator.relationalMigrator))
    client.connect()
    try await Self.fault("hang", at: client)
    try await client.executeAndDontWaitForResponse(.init("/api/v1/jobs", method: .get))
    // Seen by another client: the call has arrived and hangs.
    let port = try Self.port(simulator.relationalMigrator)
    try await TestClient.withClient(host: "127.0.0.1", port: port) { other in
      var isLogged = false
      for _ in 0..<2_000 where !isLogged {
        let log = try await other.get("/_simulator/requests").body
        isLogged = log.map { $0.readableBytes > 2 } == true
      }
      #expect(isLogged)
    }
    await simulator.stop()
    try? await client.shutdown()
  }

  @Test(arguments: ["reset", "truncate"])
  func `A connection that breaks gives no answer`(kind: String) async throws {
    let simulator = try await Simulator.start(Self.freePorts())
    let port = try Self.port(simulator.relationalMigrator)
    let client = TestClient(
      host: "127.0.0.1", port: port, configuration: .init(timeout: .seconds(5)))
    client.connect()
    try await Self.fault(kind, at: client)
    let error = await #expect(throws: (any Error).self) {
      _ = try await client.get("/api/v1/jobs")
    }
    #expect("\(error as Any)".contains("readTimeout") == false)
    try? await client.shutdown()
    await simulator.stop()
  }
}

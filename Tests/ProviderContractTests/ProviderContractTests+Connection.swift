import MigrationModel
import Testing

extension ProviderContractTests {
  @Test(arguments: Client.allCases)
  func `the requests that are counted are those that arrive`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      #expect(await stage.provider.connection == Connection())
      for _ in 1...2 {
        _ = try await stage.everything()
        let arrived = try await stage.desk.requests().count
        #expect(await stage.provider.connection.requests == arrived)
      }
    }
  }

  @Test(arguments: Client.allCases)
  func `the service's clock is known after one call`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      try await stage.desk.ask(
        for: Desk.Fault(kind: "clockSkew", count: nil, milliseconds: 600_000))
      _ = try await stage.provider.list(after: nil)
      let connection = await stage.provider.connection
      let offset = try #require(connection.clockOffset)
      #expect(offset > .seconds(500) && offset < .seconds(700))
      #expect(connection.latency.map { $0 > .zero } == true)
    }
  }

  /// A signature is good for a quarter of an hour only.
  @Test(arguments: Client.allCases)
  func `an hour between the clocks costs one refused call at most`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      try await stage.desk.ask(
        for: Desk.Fault(kind: "clockSkew", count: nil, milliseconds: -3_600_000))
      _ = try? await stage.provider.list(after: nil)
      #expect(try await !stage.listedJobs().isEmpty)
      #expect(try await stage.desk.requests().count { !$0.authenticated } <= 1)
    }
  }

  @Test(arguments: Client.authenticated)
  func `wrong credentials are named so, and looked up anew`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      stage.keyring.makeWrong()
      let error = try await stage.failure()
      #expect(error.kind == .unauthorised)
      #expect(error.message.isEmpty == false)
      #expect(error.status == (client.service == .dts ? 400 : 401))
      #expect(try await stage.provider.renewCredentials() == false)
      stage.keyring.makeRight()
      #expect(try await stage.provider.renewCredentials() == true)
      #expect(try await !stage.listedJobs().isEmpty)
    }
  }
}

import MigrationModel
import Testing

extension ProviderContractTests {
  struct Trouble: CustomTestStringConvertible {
    let fault: String
    let kind: ProviderError.Kind
    var milliseconds: Int?
    var retryAfter: Duration?
    var timeout = Duration.seconds(60)
    /// How often it must happen: a call that was cut is made once more.
    var count = 1

    var testDescription: String { fault }

    static let all = [
      Trouble(fault: "throttle", kind: .throttled, milliseconds: 7_000, retryAfter: .seconds(7)),
      Trouble(fault: "unauthorized", kind: .unauthorised),
      Trouble(fault: "html", kind: .malformed),
      Trouble(fault: "empty", kind: .malformed),
      Trouble(fault: "serverError", kind: .unavailable),
      Trouble(fault: "truncate", kind: .unreachable, count: 2),
      Trouble(fault: "reset", kind: .unreachable, count: 2),
      Trouble(fault: "hang", kind: .timedOut, timeout: .seconds(1)),
    ]
  }

  @Test(arguments: Client.allCases, Trouble.all)
  func `a trouble is told by its kind and leaves nothing behind`(
    _ client: Client, _ trouble: Trouble
  ) async throws {
    try await Stage.with(client, timeout: trouble.timeout) { stage in
      let status = try await stage.desk.ask(
        for: Desk.Fault(
          kind: trouble.fault, count: trouble.count, match: client.listing,
          milliseconds: trouble.milliseconds))
      guard status == 200 else {
        // Relational Migrator knows neither limits nor users.
        #expect(client == .relationalMigrator)
        return
      }
      let isRenewed = client == .drsWithToken && trouble.kind == .unauthorised
      if !isRenewed {
        let error = try await stage.failure()
        #expect(error.kind == trouble.kind, "\(error.message)")
        #expect(error.retryAfter == trouble.retryAfter)
        #expect(error.call != nil)
        #expect(!error.message.isEmpty && !error.message.contains(where: \.isNewline))
      }
      #expect(try await stage.recovered().isEmpty == false)
    }
  }
}

extension Stage {
  /// A call with a short time limit may fail on a busy machine, but not every one does.
  fileprivate func recovered() async throws -> [Job] {
    for _ in 1...20 {
      if let jobs = try? await listedJobs() { return jobs }
    }
    return try await listedJobs()
  }
}

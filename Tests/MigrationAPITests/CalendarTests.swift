import MigrationAPI
import MigrationModel
import Testing

@Suite struct `A day of a service` {
  @Test(arguments: [
    ("2026-02-31", false), ("2026-02-29", false), ("2028-02-29", true), ("2026-04-31", false),
    ("2026-12-31", true), ("2026-00-10", false),
  ])
  func `that no calendar has is no time`(day: String, exists: Bool) async throws {
    let transport = StubTransport { call, _ in
      call.name == "GET jobs"
        ? .json(#"[{"id":"a","submittedAt":"\#(day)T09:42:00Z"}]"#) : .json("[]")
    }
    let provider = try `A Relational Migrator source`.provider(transport)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect((job.createdAt != nil) == exists)
  }
}

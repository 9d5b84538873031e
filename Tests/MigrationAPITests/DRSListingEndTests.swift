import MigrationAPI
import MigrationModel
import Testing

@Suite struct `The end of a DRS listing` {
  static let ids = (0..<100).map { "t\($0)" }

  @Test(arguments: [#""total_record":1000000,"#, ""])
  func `a service that repeats a page is not asked for ever, and loses no task`(total: String)
    async throws
  {
    let rows = Self.ids.map { "{\"id\":\"\($0)\",\"status\":\"CREATING\"}" }
    let page = HTTPReply.json("{\(total)\"jobs\":[\(rows.joined(separator: ","))]}")
    let provider = try DRSStub.provider(
      StubTransport { call, number throws(ProviderError) in
        guard number < 20 else { throw ProviderError(.unreachable, message: "asked too often") }
        let isMigration = DRSStub.text(call)?.contains("migration") == true
        return isMigration ? page : DRSStub.page([], total: 0)
      })
    var pages = 0
    var listing = try await provider.list(after: nil)
    while let next = listing.next {
      pages += 1
      listing = try await provider.list(after: next)
    }
    #expect(pages == 3)
    #expect(
      listing.problems.map(\.message) == [
        "page 2 of the tasks has none that the pages before do not have"
      ])
  }

  @Test func `a row that cannot be read forgets no other task`() async throws {
    let detail = """
      {"results":[{"id":"t","status":"INCRE_TRANSFER_STARTED","source_endpoint":{"ip":"10.0.0.1"}}]}
      """
    let transport = StubTransport { call, number throws(ProviderError) in
      if call.path.hasSuffix("batch-detail") { return .json(detail) }
      guard DRSStub.text(call)?.contains("migration") == true else {
        return DRSStub.page([], total: 0)
      }
      return number > 0
        ? .json(#"{"total_record":1,"jobs":[null]}"#) : DRSStub.page(["t"], total: 1)
    }
    let provider = try DRSStub.provider(transport)
    _ = try await `Details of DRS tasks`.list(provider)
    _ = try await provider.read(DRSStub.ids("t"), .steps)
    _ = try await `Details of DRS tasks`.list(provider)
    let jobs = `Details of DRS tasks`.jobs(try await provider.read(DRSStub.ids("t"), .details))
    #expect(jobs.map(\.from?.address) == ["10.0.0.1"])
  }

  @Test func `a configured task behind a row that cannot be read is not called missing`()
    async throws
  {
    let provider = try DRSStub.provider(
      StubTransport(
        .json(#"{"total_record":1,"jobs":[null]}"#), DRSStub.page([], total: 0),
        DRSStub.page([], total: 0)), jobs: ["t"])
    var listing = try await provider.list(after: nil)
    while let next = listing.next { listing = try await provider.list(after: next) }
    #expect(listing.missing.isEmpty)
    #expect(listing.problems.count == 1)
  }
}

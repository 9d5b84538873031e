import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Trouble in a DTS listing` {
  static func provider(_ replies: [String: HTTPReply], jobs: [String]? = nil) throws -> DTSProvider
  {
    let transport = StubTransport { call, _ throws(ProviderError) in
      let kind = call.parameters["JobType"] ?? ""
      return replies[kind] ?? DTSFixture.list(#"{"DtsJobId":"\#(kind)","Status":"Locked"}"#)
    }
    return try DTSFixture.provider(transport, kinds: DTSJobType.allCases, jobs: jobs)
  }

  static func pages(_ provider: DTSProvider) async throws(ProviderError) -> [Listing] {
    var pages = [try await provider.list(after: nil)]
    while let cursor = pages.last?.next, pages.count < 9 {
      pages.append(try await provider.list(after: cursor))
    }
    return pages
  }

  static let refusal = HTTPReply.json(#"{"Code":"NoPermission"}"#, status: 403)
  static let outage = HTTPReply.html("<html></html>", status: 502)

  @Test(arguments: [
    (refusal, ProviderError.Kind.rejected), (outage, .unavailable), (.json("{}"), .malformed),
  ])
  func `a kind that cannot be listed does not hide the others`(
    reply: HTTPReply, kind: ProviderError.Kind
  ) async throws {
    let pages = try await Self.pages(Self.provider(["MIGRATION": reply], jobs: ["SYNC", "gone"]))
    #expect(pages.map { $0.jobs.map(\.id.native) } == [[], ["SYNC"], ["SUBSCRIBE"]])
    #expect(pages.map { $0.problems.map(\.kind) } == [[kind], [kind], [kind]])
    // It may be one of the kind that was not listed.
    #expect(pages.last?.missing == [])
  }

  @Test func `a task of a kind that could not be listed is not forgotten`() async throws {
    let transport = StubTransport(
      DTSFixture.list(#"{"DtsJobId":"a","Status":"Locked"}"#), DTSFixture.list(), Self.outage,
      DTSFixture.list(), DTSFixture.steps(#"{"Code":"01","State":"Finished"}"#))
    let provider = try DTSFixture.provider(transport, kinds: [.migration, .sync])
    _ = try await Self.pages(provider)
    _ = try await Self.pages(provider)
    guard case .job = try await provider.read([DTSFixture.id("a")], .steps).first else {
      Issue.record("not known any more")
      return
    }
  }

  @Test func `the next pass begins without problems`() async throws {
    let transport = StubTransport(
      Self.refusal, DTSFixture.list(), DTSFixture.list(), DTSFixture.list())
    let provider = try DTSFixture.provider(transport, kinds: [.migration, .sync])
    #expect(try await Self.pages(provider).last?.problems.count == 1)
    #expect(try await Self.pages(provider).last?.problems == [])
  }

  @Test func `no kind at all is an error, rather an outage than a refusal`() async throws {
    let mixed = try Self.provider([
      "MIGRATION": Self.refusal, "SYNC": Self.outage, "SUBSCRIBE": Self.refusal,
    ])
    let error = await #expect(throws: ProviderError.self) { try await Self.pages(mixed) }
    #expect(error?.kind == .unavailable)
  }

  @Test(arguments: [
    (HTTPReply.json(#"{"Code":"Throttling.User"}"#, status: 400), ProviderError.Kind.throttled),
    (.json(#"{"Code":"SignatureDoesNotMatch"}"#, status: 400), .unauthorised),
  ])
  func `trouble of the whole source is thrown at once`(
    reply: HTTPReply, kind: ProviderError.Kind
  ) async throws {
    let provider = try Self.provider(["MIGRATION": reply])
    let error = await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
    #expect(error?.kind == kind)
  }
}

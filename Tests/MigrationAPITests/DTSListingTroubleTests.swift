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
      Self.outage, DTSFixture.list(), DTSFixture.list(), DTSFixture.list())
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

  /// A source whose synchronizations may not be listed, and the count of such calls.
  static func forbidden(
    clock: DTSFixture.Clock, _ migrations: @escaping @Sendable (Int) -> HTTPReply
  ) throws -> (DTSProvider, asked: @Sendable () async -> Int) {
    let transport = StubTransport { call, number in
      call.parameters["JobType"] == "SYNC" ? Self.refusal : migrations(number)
    }
    let provider = try DTSFixture.provider(transport, kinds: [.migration, .sync], clock: clock)
    return (
      provider, { await transport.calls.filter { $0.parameters["JobType"] == "SYNC" }.count }
    )
  }

  @Test func `a kind that may not be listed rests ten minutes and stays a problem`() async throws {
    let clock = DTSFixture.Clock()
    let (provider, asked) = try Self.forbidden(clock: clock) { _ in DTSFixture.list() }
    for _ in 0..<3 {
      #expect(try await Self.pages(provider).last?.problems.map(\.status) == [403])
      clock.advance(by: 60)
    }
    #expect(await asked() == 1)
    clock.advance(by: 421)
    _ = try await Self.pages(provider)
    #expect(await asked() == 2)
    _ = try await provider.renewCredentials()
    _ = try await Self.pages(provider)
    #expect(await asked() == 3)
  }

  @Test func `figures of a kind that may not be listed fail without hiding the others`()
    async throws
  {
    let transport = StubTransport { call, number in
      let kind = call.parameters["JobType"] ?? ""
      return kind == "MIGRATION" && number > 1
        ? Self.refusal : DTSFixture.list(#"{"DtsJobId":"\#(kind)","Status":"Locked"}"#)
    }
    let provider = try DTSFixture.provider(transport, kinds: [.migration, .sync])
    _ = try await Self.pages(provider)
    let ids = ["MIGRATION", "SYNC"].map(DTSFixture.id)
    for _ in 0..<2 {
      let readings = try await provider.read(ids, .statistics)
      guard case .failed(_, let error) = readings[0], case .job = readings[1] else {
        Issue.record("\(readings)")
        return
      }
      #expect(error.status == 403)
    }
    #expect(await transport.calls.count == 5)
  }

  @Test func `kinds that were all refused are asked for again`() async throws {
    let (provider, asked) = try Self.forbidden(clock: DTSFixture.Clock()) { _ in Self.refusal }
    for _ in 0..<3 {
      await #expect(throws: ProviderError.self) { try await Self.pages(provider) }
    }
    #expect(await asked() == 3)
  }

  @Test func `tasks that are gone are forgotten although another kind is forbidden`() async throws {
    let (provider, _) = try Self.forbidden(clock: DTSFixture.Clock()) { number in
      number == 0 ? DTSFixture.list(#"{"DtsJobId":"a","Status":"Locked"}"#) : DTSFixture.list()
    }
    _ = try await Self.pages(provider)
    _ = try await Self.pages(provider)
    guard case .missing = try await provider.read([DTSFixture.id("a")], .steps).first else {
      Issue.record("still known")
      return
    }
  }

  @Test func `a server that repeats a page is not listed for ever`() async throws {
    let items = (1...30).map { #"{"DtsJobId":"m\#($0)","Status":"Locked"}"# }
      .joined(separator: ",")
    let transport = StubTransport { call, _ in
      call.parameters["JobType"] == "SYNC"
        ? DTSFixture.list(#"{"DtsJobId":"s","Status":"Locked"}"#)
        : DTSFixture.list(items, total: 1_000_000_000)
    }
    let provider = try DTSFixture.provider(
      transport, kinds: [.migration, .sync], jobs: ["m1", "s", "far"])
    let pages = try await Self.pages(provider)
    #expect(await transport.calls.map { $0.parameters["PageNumber"] } == ["1", "2", "1"])
    #expect(pages.flatMap(\.jobs).map(\.id.native).last == "s")
    #expect(pages.last?.problems.map(\.kind) == [.malformed])
    // It may stand on a page that was not told.
    #expect(pages.last?.missing == [])
  }
}

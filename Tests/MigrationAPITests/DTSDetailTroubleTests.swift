import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS closer looks that fail` {
  static let failed = `DTS closer looks`.failed

  @Test(arguments: ["InvalidApi.NotFound", "InvalidAction.NotFound"])
  func `a call that the service does not know changes nothing and is not made again`(code: String)
    async throws
  {
    let transport = StubTransport(
      DTSFixture.list(Self.failed), .json(#"{"Code":"\#(code)","Message":"no"}"#, status: 404),
      DTSFixture.list(Self.failed))
    let provider = try DTSFixture.provider(transport)
    let before = try #require(try await provider.list(after: nil).jobs.first)
    #expect(before.details == .steps)
    var expected = before
    expected.details = .nothing
    #expect(try await `DTS closer looks`.job(provider, .details) == expected)
    #expect(try await provider.list(after: nil).jobs.first?.details == .nothing)
    _ = try await `DTS closer looks`.job(provider, .details)
    #expect(await transport.calls.count == 3)
  }

  @Test func `a refusal about one task is shown until the task changes`() async throws {
    let transport = StubTransport(
      DTSFixture.list(Self.failed),
      .json(#"{"Success":false,"Code":"01","ErrMessage":"%s is odd","DynamicMessage":"JobCode"}"#),
      DTSFixture.list(#"{"DtsJobId":"a","Status":"Prechecking"}"#))
    let provider = try DTSFixture.provider(transport)
    _ = try await provider.list(after: nil)
    let job = try await `DTS closer looks`.job(provider, .details)
    #expect(job.details == .nothing)
    #expect(job.notes == ["DescribePreCheckStatus: JobCode is odd"])
    let changed = try #require(try await provider.list(after: nil).jobs.first)
    #expect(changed.details == .steps)
    #expect(changed.notes == [])
  }

  @Test(arguments: [
    (HTTPReply.json(#"{"Code":"NoPermission"}"#, status: 403), ProviderError.Kind.rejected),
    (.json(#"{"Code":"Throttling.User"}"#, status: 400), .throttled),
  ])
  func `trouble of all tasks is thrown`(
    reply: HTTPReply, kind: ProviderError.Kind
  ) async throws {
    let provider = try DTSFixture.provider(StubTransport(DTSFixture.list(Self.failed), reply))
    _ = try await provider.list(after: nil)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read([DTSFixture.id("a")], .details)
    }
    #expect(error?.kind == kind)
  }

  @Test func `an outage for one task is its reading`() async throws {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(Self.failed), .json(#"{"Code":"InternalError"}"#, status: 500)))
    _ = try await provider.list(after: nil)
    guard case .failed(_, let error) = try await provider.read([DTSFixture.id("a")], .details).first
    else {
      Issue.record("no failure")
      return
    }
    #expect(error.kind == .unavailable)
  }

  @Test func `a task that was never listed is missing`() async throws {
    let provider = try DTSFixture.provider(StubTransport())
    guard case .missing = try await provider.read([DTSFixture.id("a")], .details).first else {
      Issue.record("not missing")
      return
    }
  }

  @Test func `the limits say how many tasks a closer look takes`() throws {
    #expect(
      try DTSFixture.provider(StubTransport()).limits.jobsPerCall
        == [.statistics: 20, .steps: 1, .details: 1])
  }
}

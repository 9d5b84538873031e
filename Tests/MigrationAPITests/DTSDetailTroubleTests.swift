import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS closer looks that fail` {
  static let failed = `DTS closer looks`.failed

  static func error(_ code: String, status: Int = 404) -> HTTPReply {
    .json(#"{"Code":"\#(code)","Message":"Told so."}"#, status: status)
  }

  @Test(arguments: [
    error("InvalidApi.NotFound"), error("InvalidAction.NotFound"), error("InvalidVersion"),
    error("UnsupportedHTTPMethod", status: 405), .json("", status: 404), .json("", status: 405),
    .html("<html></html>", status: 404),
  ])
  func `a call that the service does not know changes nothing and is not made again`(
    reply: HTTPReply
  ) async throws {
    let transport = StubTransport(
      DTSFixture.list(Self.failed), reply, DTSFixture.list(Self.failed))
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

  @Test func `trouble of all tasks is thrown`() async throws {
    let provider = try DTSFixture.provider(
      StubTransport(DTSFixture.list(Self.failed), Self.error("Throttling.User", status: 400)))
    _ = try await provider.list(after: nil)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read([DTSFixture.id("a")], .details)
    }
    #expect(error?.kind == .throttled)
  }

  static let twoWay = #"""
    {"DtsJobId":"a","Status":"PrecheckFailed",
     "ReverseJob":{"DtsJobId":"r","Status":"Synchronizing","Delay":1}}
    """#

  /// A two-way sync whose first call is answered so.
  static func twoWay(
    _ reply: HTTPReply, clock: DTSFixture.Clock = DTSFixture.Clock()
  ) async throws -> (DTSProvider, StubTransport) {
    let transport = StubTransport { call, _ in
      switch call.name {
      case "DescribeDtsJobs": DTSFixture.list(Self.twoWay)
      case "DescribePreCheckStatus": reply
      default:
        .json(
          #"""
          {"Success":true,"DtsJobId":"r","Status":"synchronizing","Delay":1500,
           "SynchronizationDirection":"Reverse"}
          """#)
      }
    }
    let provider = try DTSFixture.provider(transport, kinds: [.sync], clock: clock)
    _ = try await provider.list(after: nil)
    return (provider, transport)
  }

  @Test(arguments: [
    error("NoPermission", status: 403), .json("", status: 404), error("Odd", status: 400),
    error("JobCode.NotFound"),
  ])
  func `a call that is refused does not hide the others`(reply: HTTPReply) async throws {
    let (provider, transport) = try await Self.twoWay(reply)
    let job = try await `DTS closer looks`.job(provider, .details)
    #expect(job.steps.last?.lag.value == .milliseconds(1_500))
    #expect(await transport.calls.last?.name == "DescribeDtsJobDetail")
    #expect(await transport.calls.count == 3)
  }

  @Test func `an outage of one call does not keep another from being made`() async throws {
    let (provider, transport) = try await Self.twoWay(Self.error("InternalError", status: 500))
    guard case .failed = try await provider.read([DTSFixture.id("a")], .details).first else {
      Issue.record("no failure")
      return
    }
    #expect(await transport.calls.last?.name == "DescribeDtsJobDetail")
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.steps.last?.lag.value == .milliseconds(1_500))
  }

  @Test func `a missing permission is shown and rests ten minutes`() async throws {
    let clock = DTSFixture.Clock()
    let (provider, transport) = try await Self.twoWay(
      Self.error("NoPermission", status: 403), clock: clock)
    let note = "DescribePreCheckStatus: Told so."
    for _ in 0..<3 {
      #expect(try await `DTS closer looks`.job(provider, .details).notes == [note])
      #expect(try await provider.list(after: nil).jobs.first?.notes == [note])
    }
    func denied() async -> Int {
      await transport.calls.filter { $0.name == "DescribePreCheckStatus" }.count
    }
    #expect(await denied() == 1)
    clock.advance(by: 601)
    _ = try await `DTS closer looks`.job(provider, .details)
    #expect(await denied() == 2)
    _ = try await provider.renewCredentials()
    _ = try await `DTS closer looks`.job(provider, .details)
    #expect(await denied() == 3)
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

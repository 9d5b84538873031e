import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS closer looks` {
  static let failed = #"{"DtsJobId":"a","Status":"PrecheckFailed"}"#
  static let id = DTSFixture.id("a")

  static func precheck(_ state: String = "Failed", start: String = "00:00:01") -> HTTPReply {
    DTSFixture.steps(
      #"{"Code":"01","State":"\#(state)","BootTime":"2025-01-02T\#(start)Z"}"#)
  }

  static func checks(_ items: String..., total: Int? = nil) -> HTTPReply {
    .json(
      #"""
      {"Success":true,"Code":"01","State":"Failed","TotalRecordCount":\#(total ?? items.count),
       "JobProgress":[\#(items.joined(separator: ","))]}
      """#)
  }

  static let item = #"{"Id":"1","Item":"CHECK_CONN_DEST","State":"Failed","ErrMsg":"refused"}"#

  static func job(_ provider: DTSProvider, _ depth: ReadingDepth) async throws -> Job {
    let reading = try #require(try await provider.read([id], depth).first)
    guard case .job(let job) = reading else {
      throw ProviderError(.rejected, message: "\(reading)")
    }
    return job
  }

  @Test(
    arguments: [
      (#"{"Item":"CHECK_X","State":"Failed","ErrMsg":"refused"}"#, .warning),
      (#"{"Item":"CHECK_X","State":"Failed","Skip":true,"ErrMsg":"refused"}"#, .running),
      (#"{"Item":"CHECK_X","State":"Failed","IgnoreFlag":"Y"}"#, .running),
      (#"{"Item":"CHECK_X","State":"Success"}"#, .running),
      (#"{"Item":"CHECK_X","State":"Checking"}"#, .running),
    ] as [(String, State)])
  func `a precheck that goes on with an item that failed is a warning`(item: String, state: State)
    async throws
  {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(#"{"DtsJobId":"a","Status":"Prechecking"}"#), Self.precheck("Running"),
        .json(#"{"Success":true,"Code":"01","State":"Checking","JobProgress":[\#(item)]}"#)))
    _ = try await provider.list(after: nil)
    #expect(try await Self.job(provider, .steps).state == .running)
    #expect(try await Self.job(provider, .details).state == state)
  }

  @Test func `items outlive the next reading of the same attempt and vanish with it`() async throws
  {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(Self.failed), Self.precheck(), Self.checks(Self.item), Self.precheck(),
        DTSFixture.list(Self.failed), DTSFixture.list(#"{"DtsJobId":"a","Status":"Prechecking"}"#)))
    _ = try await provider.list(after: nil)
    _ = try await Self.job(provider, .steps)
    #expect(try await Self.job(provider, .details).steps.first?.children.count == 1)
    #expect(try await Self.job(provider, .steps).steps.first?.children.count == 1)
    #expect(try await provider.list(after: nil).jobs.first?.steps.first?.children.count == 1)
    let again = try #require(try await provider.list(after: nil).jobs.first)
    #expect(again.steps.first?.children.isEmpty == true)
    #expect(again.details == .steps)
  }

  @Test func `items of another attempt vanish`() async throws {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(Self.failed), Self.precheck(), Self.checks(Self.item),
        Self.precheck(start: "00:09:00")))
    _ = try await provider.list(after: nil)
    _ = try await Self.job(provider, .steps)
    _ = try await Self.job(provider, .details)
    #expect(try await Self.job(provider, .steps).steps.first?.children.isEmpty == true)
  }

  @Test func `a step that says something else later denies its items`() async throws {
    let clock = DTSFixture.Clock()
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(Self.failed), Self.precheck(), Self.checks(Self.item),
        Self.precheck("Checking")), clock: clock)
    _ = try await provider.list(after: nil)
    _ = try await Self.job(provider, .steps)
    _ = try await Self.job(provider, .details)
    clock.advance(by: 5)
    #expect(try await Self.job(provider, .steps).steps.first?.children.isEmpty == true)
  }

  @Test func `the age of the steps is that of the oldest answer among them`() async throws {
    let clock = DTSFixture.Clock()
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(Self.failed), Self.precheck(), Self.checks(Self.item), Self.precheck()),
      clock: clock)
    _ = try await provider.list(after: nil)
    _ = try await Self.job(provider, .steps)
    _ = try await Self.job(provider, .details)
    clock.advance(by: 5)
    #expect(try await Self.job(provider, .steps).stepsObservedAt == DTSFixture.time)
  }

  @Test func `pages are read until all items are there, five at most`() async throws {
    @Sendable func page(_ number: Int) -> String {
      (0..<20).map { #"{"Id":"\#(number)-\#($0)","Item":"CHECK_X","State":"Success"}"# }
        .joined(separator: ",")
    }
    let transport = StubTransport { call, _ throws(ProviderError) in
      guard call.name == "DescribePreCheckStatus" else { return DTSFixture.list(Self.failed) }
      return Self.checks(page(Int(call.parameters["PageNo"] ?? "") ?? 0), total: 900)
    }
    let provider = try DTSFixture.provider(transport)
    _ = try await provider.list(after: nil)
    let job = try await Self.job(provider, .details)
    #expect(job.steps.first?.children.count == 100)
    #expect(job.notes == ["step Precheck: the first 100 of 900 items were read"])
    let asked = await transport.calls.dropFirst().map(\.parameters)
    #expect(asked.map { $0["PageNo"] } == ["1", "2", "3", "4", "5"])
    #expect(
      asked.first == [
        "DtsJobId": "a", "JobCode": "01", "PageNo": "1", "PageSize": "20",
        "RegionId": "cn-hangzhou",
      ])
    #expect(await provider.connection.requests == 6)
  }

  @Test(arguments: [
    ("02", "02", DTSJobType.migration), ("03", "03", .sync), ("04", "04", .migration),
    ("07", "04", .sync),
  ])
  func `a failed step is asked for under its number`(
    code: String, asked: String, kind: DTSJobType
  ) async throws {
    let transport = StubTransport(
      DTSFixture.list(#"{"DtsJobId":"a","Status":"Failed"}"#),
      DTSFixture.steps(#"{"Code":"\#(code)","State":"Failed"}"#),
      Self.checks(#"{"Item":"orders","Names":"orders","SourceSchema":"shop","State":"Failed"}"#))
    let provider = try DTSFixture.provider(transport, kinds: [kind])
    _ = try await provider.list(after: nil)
    #expect(try await Self.job(provider, .steps).details == .steps)
    let job = try await Self.job(provider, .details)
    #expect(job.steps.first?.children.map(\.label) == ["shop.orders"])
    #expect(await transport.calls.last?.parameters["JobCode"] == asked)
  }

  @Test func `a healthy task is worth no closer look`() async throws {
    let transport = StubTransport(
      DTSFixture.list(#"{"DtsJobId":"a","Status":"Migrating"}"#),
      DTSFixture.steps(#"{"Code":"03","State":"Running","SubJobCount":1}"#))
    let provider = try DTSFixture.provider(transport)
    _ = try await provider.list(after: nil)
    #expect(try await Self.job(provider, .steps).details == .nothing)
    #expect(try await Self.job(provider, .details).steps.count == 1)
    #expect(await transport.calls.count == 2)
  }
}

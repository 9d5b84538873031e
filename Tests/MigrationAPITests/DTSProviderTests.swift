import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS listing and reading` {
  static func item(_ id: String, status: String = "Migrating") -> String {
    #"{"DtsJobId":"\#(id)","Status":"\#(status)"}"#
  }

  @Test func `kinds and pages follow one another`() async throws {
    let page = (1...30).map { Self.item("m\($0)") }.joined(separator: ",")
    let transport = StubTransport { call, _ throws(ProviderError) in
      switch (call.parameters["JobType"], call.parameters["PageNumber"]) {
      case ("MIGRATION", "1"): DTSFixture.list(page, total: 31)
      case ("MIGRATION", "2"): DTSFixture.list(Self.item("m31"), total: 31)
      case ("SUBSCRIBE", "1"): DTSFixture.list(Self.item("q1"))
      default: DTSFixture.list()
      }
    }
    let provider = try DTSFixture.provider(transport, kinds: DTSJobType.allCases)
    var cursors: [ListingCursor?] = []
    var jobs: [Job] = []
    var cursor: ListingCursor?
    repeat {
      let listing = try await provider.list(after: cursor)
      jobs += listing.jobs
      cursor = listing.next
      cursors.append(cursor)
    } while cursor != nil
    #expect(
      cursors == [
        ListingCursor(part: 0, page: 2), ListingCursor(part: 1, page: 1),
        ListingCursor(part: 2, page: 1), nil,
      ])
    #expect(jobs.count == 32)
    #expect(jobs.last?.kind == .subscription)
  }

  @Test func `a page without a total goes on while it is full`() async throws {
    let items = (1...30).map { Self.item("m\($0)") }.joined(separator: ",")
    let provider = try DTSFixture.provider(
      StubTransport(
        .json(#"{"Success":true,"DtsJobList":[\#(items)]}"#),
        .json(#"{"Success":true,"DtsJobList":[]}"#)))
    let first = try await provider.list(after: nil)
    #expect(first.next == ListingCursor(part: 0, page: 2))
    #expect(try await provider.list(after: first.next).next == nil)
  }

  @Test func `configured tasks that no kind has are missing`() async throws {
    let provider = try DTSFixture.provider(
      StubTransport(DTSFixture.list(Self.item("a")), DTSFixture.list(Self.item("b"))),
      kinds: [.migration, .sync], jobs: ["a", "gone", "b"])
    let first = try await provider.list(after: nil)
    let second = try await provider.list(after: first.next)
    #expect(first.missing == [])
    #expect(second.missing == ["gone"])
    #expect(second.jobs.map(\.id.native) == ["b"])
  }

  @Test func `a broken task does not lose the others`() async throws {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(
          Self.item("a"), #""junk""#, #"{"Status":"Migrating"}"#,
          #"{"DtsJobId":7,"Status":["x"],"Delay":"soon","Performance":"fast"}"#)))
    let listing = try await provider.list(after: nil)
    #expect(listing.jobs.map(\.id.native) == ["a", "7"])
    #expect(listing.problems.map(\.kind) == [.malformed, .malformed])
    #expect(listing.jobs.last?.state == .unknown)
  }

  @Test func `an empty list in XML has no jobs and no problems`() async throws {
    let provider = try DTSFixture.provider(
      StubTransport(.xml("<R><Success>true</Success><DtsJobList/></R>")))
    #expect(try await provider.list(after: nil) == Listing(jobs: []))
  }

  @Test func `both formats read alike`() async throws {
    let json = try await DTSFixture.provider(
      StubTransport(.json(try Recorded.text("dts", "DescribeDtsJobs.migration.json")))
    ).list(after: nil)
    let xml = try await DTSFixture.provider(
      StubTransport(.xml(try Recorded.text("dts", "DescribeDtsJobs.migration.xml")))
    ) { $0.format = .xml }.list(after: nil)
    #expect(json.jobs.count == 1)
    #expect(json == xml)
  }

  @Test func `statistics of several kinds take a call for each`() async throws {
    let transport = StubTransport { call, number throws(ProviderError) in
      let isSync = call.parameters["JobType"] == "SYNC"
      return DTSFixture.list(
        Self.item(isSync ? "s" : "m", status: number < 2 ? "Locked" : "Failed"))
    }
    let provider = try DTSFixture.provider(transport, kinds: [.migration, .sync])
    let first = try await provider.list(after: nil)
    _ = try await provider.list(after: first.next)
    let ids = ["s", "m"].map(DTSFixture.id)
    let readings = try await provider.read(ids, .statistics)
    let states = readings.map { reading -> State? in
      if case .job(let job) = reading { job.state } else { nil }
    }
    #expect(states == [.failed, .failed])
    let asked = await transport.calls.dropFirst(2).map { $0.parameters["DtsJobId"] }
    #expect(asked == ["m", "s"])
  }

  @Test func `a task that the service forgot is missing`() async throws {
    let provider = try DTSFixture.provider(
      StubTransport(DTSFixture.list(Self.item("a")), DTSFixture.list()))
    _ = try await provider.list(after: nil)
    let readings = try await provider.read([DTSFixture.id("a")], .statistics)
    guard case .missing(let id, _) = try #require(readings.first) else {
      Issue.record("\(readings)")
      return
    }
    #expect(id.native == "a")
  }

  @Test func `a refusal about one task is its reading and not the source's trouble`() async throws {
    let refusal = #"""
      {"Success":false,"RequestId":"R7","HttpStatusCode":400,"ErrCode":"DTS.Msg.Odd",
       "ErrMessage":"The job %s is odd.","DynamicMessage":"a"}
      """#
    let provider = try DTSFixture.provider(
      StubTransport(DTSFixture.list(Self.item("a")), .json(refusal)))
    _ = try await provider.list(after: nil)
    let readings = try await provider.read([DTSFixture.id("a")], .steps)
    let error = ProviderError(
      .rejected, code: "DTS.Msg.Odd", message: "The job a is odd.", status: 200,
      call: "ListJobStep", requestID: "R7")
    #expect(readings == [.failed(DTSFixture.id("a"), error)])
  }

  @Test(arguments: ["null", "[]"])
  func `a task without steps was not told about`(steps: String) async throws {
    let job = try await DTSFixture.job(
      Self.item("a"), steps: .json(#"{"Success":true,"JobSteps":\#(steps)}"#))
    #expect(job.steps == [])
    #expect(job.stepsObservedAt == nil)
  }

  static let inside = #"{"Success":false,"HttpStatusCode":500,"ErrCode":"InternalError"}"#

  @Test(arguments: [
    (HTTPReply.json(#"{"Code":"InternalError"}"#, status: 500), ProviderError.Kind.unavailable),
    (.json(inside), .unavailable), (.html("<html></html>"), .malformed), (.json(""), .malformed),
    (.json(#"{"Code":"InvalidParameter"}"#, status: 400), .rejected),
  ])
  func `steps that cannot be told concern their task alone`(
    reply: HTTPReply, kind: ProviderError.Kind
  ) async throws {
    let transport = StubTransport { call, _ throws(ProviderError) in
      guard call.name == "ListJobStep" else {
        return DTSFixture.list(Self.item("a"), Self.item("b"))
      }
      return call.parameters["DtsJobId"] == "a"
        ? reply : DTSFixture.steps(#"{"Code":"01","State":"Finished"}"#)
    }
    let provider = try DTSFixture.provider(transport)
    _ = try await provider.list(after: nil)
    let readings = try await provider.read(["a", "b"].map(DTSFixture.id), .steps)
    guard case .failed(_, let error) = readings[0], case .job(let job) = readings[1] else {
      Issue.record("\(readings)")
      return
    }
    #expect(error.kind == kind)
    #expect(job.steps.map(\.code) == ["01"])
  }

  @Test(arguments: [
    (HTTPReply.json(#"{"Code":"Throttling.User"}"#, status: 400), ProviderError.Kind.throttled),
    (.json(#"{"Code":"InvalidAccessKeyId.NotFound"}"#, status: 404), .unauthorised),
    (.json(#"{"Code":"NoPermission"}"#, status: 403), .rejected),
    (.html("<html></html>", status: 503), .unavailable),
  ])
  func `trouble of the whole source is thrown`(
    reply: HTTPReply, kind: ProviderError.Kind
  ) async throws {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(Self.item("a"), Self.item("b")),
        DTSFixture.steps(#"{"Code":"01","State":"Finished"}"#), reply))
    _ = try await provider.list(after: nil)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read(["a", "b"].map(DTSFixture.id), .steps)
    }
    #expect(error?.kind == kind)
  }

  @Test func `the connection counts calls and knows the service's clock`() async throws {
    var reply = DTSFixture.list()
    reply.headers.append(HTTPCall.Header("Date", "Thu, 02 Jan 2025 03:09:05 GMT"))
    reply.took = .milliseconds(40)
    let transport = StubTransport(reply, DTSFixture.list())
    let provider = try DTSFixture.provider(transport)
    _ = try await provider.list(after: nil)
    _ = try await provider.list(after: nil)
    let connection = await provider.connection
    #expect(connection.requests == 2)
    let offset = try #require(connection.clockOffset)
    #expect((Duration.seconds(300.5)...Duration.seconds(300.6)).contains(offset))
    #expect(await transport.calls.last?.header("x-acs-date") == "2025-01-02T03:09:05Z")
  }

  @Test func `renewed keys tell whether they differ`() async throws {
    let provider = try DTSFixture.provider(StubTransport(DTSFixture.list()))
    #expect(try await provider.renewCredentials())
    #expect(try await provider.renewCredentials() == false)
  }
}

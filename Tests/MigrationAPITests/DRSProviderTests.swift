import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

/// Makes providers that talk to a stub.
enum DRSStub {
  static let project = "0123456789abcdef0123456789abcdef"
  static let keys = DRSCredentials.keys(
    accessKey: "AK", secretKey: Secret("SK"), securityToken: Secret("sts"))

  static func provider(
    _ transport: any HTTPTransport, jobs: [String]? = nil, credentials: DRSCredentials = keys,
    clock: TestClock = TestClock()
  ) throws -> DRSProvider {
    DRSProvider(
      configuration: DRSConfiguration(
        name: "drs", region: "cn-north-4", projectID: project,
        base: try #require(DRSConfiguration.endpoint(region: "cn-north-4")),
        iamBase: try #require(DRSConfiguration.iamEndpoint(region: "cn-north-4")), jobs: jobs),
      credentials: FixedSecrets(credentials), transport: transport, now: clock.now)
  }

  static func ids(_ ids: String...) -> [Job.ID] { ids.map { Job.ID(source: "drs", native: $0) } }

  static func page(_ ids: [String], total: Int) -> HTTPReply {
    let rows = ids.map { "{\"id\":\"\($0)\",\"name\":\"n-\($0)\",\"status\":\"CREATING\"}" }
    return .json("{\"total_record\":\(total),\"jobs\":[\(rows.joined(separator: ","))]}")
  }

  static func text(_ call: HTTPCall?) -> String? {
    call.map { String(decoding: $0.body, as: UTF8.self) }
  }
}

@Suite struct `Listing a DRS source` {
  @Test func `each use is listed page by page`() async throws {
    let ids = (0..<101).map { "t\($0)" }
    let transport = StubTransport(
      DRSStub.page(Array(ids[..<100]), total: 101), DRSStub.page([ids[100]], total: 101),
      DRSStub.page(["s"], total: 1), DRSStub.page([], total: 0))
    let provider = try DRSStub.provider(transport)
    var jobs: [Job] = []
    var cursor: ListingCursor?
    repeat {
      let listing = try await provider.list(after: cursor)
      jobs += listing.jobs
      cursor = listing.next
    } while cursor != nil
    #expect(jobs.map(\.id.native) == ids + ["s"])
    #expect(jobs.map(\.kind?.rawValue).suffix(2) == ["migration", "sync"])
    let bodies = await transport.calls.map(DRSStub.text)
    expectNoDifference(
      bodies,
      [
        #"{"cur_page":1,"db_use_type":"migration","per_page":100}"#,
        #"{"cur_page":2,"db_use_type":"migration","per_page":100}"#,
        #"{"cur_page":1,"db_use_type":"sync","per_page":100}"#,
        #"{"cur_page":1,"db_use_type":"cloudDataGuard","per_page":100}"#,
      ])
    #expect(await transport.calls.allSatisfy { $0.path == "/v3/\(DRSStub.project)/jobs" })
  }

  @Test func `a page past the end is the end`() async throws {
    let transport = StubTransport(
      DRSStub.page(["a"], total: 500), .json(#"{"error_code":"DRS-M00211"}"#, status: 400))
    let provider = try DRSStub.provider(transport)
    let first = try await provider.list(after: nil)
    let second = try await provider.list(after: first.next)
    #expect(second.problems.isEmpty)
    #expect(second.next == ListingCursor(part: 1, page: 1))
  }

  @Test func `a use that may not be listed is one problem, three are an error`() async throws {
    let refusal = HTTPReply.json(
      #"{"error_code":"DRS.M00102","error_msg":"no permission"}"#, status: 403)
    let provider = try DRSStub.provider(StubTransport(refusal, refusal, refusal))
    let first = try await provider.list(after: nil)
    #expect(first.problems.map(\.code) == ["DRS.M00102"])
    let second = try await provider.list(after: first.next)
    #expect(second.problems.count == 2)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.list(after: second.next)
    }
    #expect(error?.kind == .rejected)
  }

  @Test func `the last page tells what was wrong with the whole pass`() async throws {
    let refusal = HTTPReply.json(#"{"error_code":"DRS.M00102"}"#, status: 403)
    let provider = try DRSStub.provider(
      StubTransport(
        refusal, .json(#"{"total_record":1,"jobs":[7]}"#), DRSStub.page(["a"], total: 1),
        DRSStub.page([], total: 0)))
    let first = try await provider.list(after: nil)
    let second = try await provider.list(after: first.next)
    let third = try await provider.list(after: second.next)
    #expect(third.next == nil)
    #expect(third.jobs.map(\.id.native) == ["a"])
    #expect(third.problems.map(\.kind) == [.rejected, .malformed])
    let again = try await provider.list(after: nil)
    #expect(again.problems.map(\.kind) == [.rejected])
  }

  @Test func `configured jobs are asked for by id and may be missing`() async throws {
    let transport = StubTransport(
      DRSStub.page(["a", "named-a"], total: 2), DRSStub.page([], total: 0),
      DRSStub.page([], total: 0))
    let provider = try DRSStub.provider(transport, jobs: ["a", "b"])
    let first = try await provider.list(after: nil)
    #expect(first.jobs.map(\.id.native) == ["a"])
    let second = try await provider.list(after: first.next)
    #expect(second.missing.isEmpty)
    let third = try await provider.list(after: second.next)
    #expect(third.missing == ["b"])
    #expect(third.next == nil)
    #expect(
      DRSStub.text(await transport.calls.first)
        == #"{"cur_page":1,"db_use_type":"migration","name":"a,b","per_page":100}"#)
  }

  @Test func `a broken row does not lose the others`() async throws {
    let provider = try DRSStub.provider(
      StubTransport(
        .json(#"{"jobs":[7,{"id":"a","status":"CREATING"},{"id":"","status":"CREATING"}]}"#)))
    let listing = try await provider.list(after: nil)
    #expect(listing.jobs.map(\.id.native) == ["a"])
    #expect(listing.problems.map(\.kind) == [.malformed, .malformed])
  }

  @Test(arguments: [#""status":null"#, #""status":"""#, #""name":"n""#])
  func `a row without a status is an unknown job`(fields: String) async throws {
    let provider = try DRSStub.provider(
      StubTransport(
        DRSStub.page(["a"], total: 1), .json("{\"jobs\":[{\"id\":\"a\",\(fields)}]}"),
        .json(#"{"results":[{"id":"a","status":"CREATING"}]}"#),
        .json("{\"jobs\":[{\"id\":\"a\",\(fields)}]}")))
    _ = try await provider.list(after: nil)
    let listing = try await provider.list(after: nil)
    #expect(listing.jobs.map(\.state) == [.unknown])
    #expect(listing.jobs.map(\.nativeStatus) == [""])
    #expect(listing.problems.isEmpty)
    // What another call told of it stands.
    _ = try await provider.read(DRSStub.ids("a"), .status)
    #expect(try await provider.list(after: nil).jobs.map(\.nativeStatus) == ["CREATING"])
  }

  typealias Refusal = (
    status: Int, body: String, kind: ProviderError.Kind, code: String?, message: String
  )
  static let refusals: [Refusal] = [
    (
      401, #"{"error_code":"APIGW.0301","error_msg":"m","request_id":"r"}"#, .unauthorised,
      "APIGW.0301", "m"
    ),
    (403, #"{"error_code":"APIG.0301","error_msg":"m"}"#, .unauthorised, "APIG.0301", "m"),
    (403, #"{"error_code":"DRS.M00100","error_msg":"m"}"#, .unauthorised, "DRS.M00100", "m"),
    (401, #"{"error":{"code":401,"message":"m","title":"t"}}"#, .unauthorised, "401", "m"),
    (429, #"{"error_code":"APIGW.0308","error_msg":"m"}"#, .throttled, "APIGW.0308", "m"),
    (400, #"{"error_code":"DRS.M01503","error_msg":"m"}"#, .throttled, "DRS.M01503", "m"),
    (500, #"{"error_code":"DRS.M00004","error_msg":"m"}"#, .unavailable, "DRS.M00004", "m"),
    (502, "<html></html>", .unavailable, nil, "HTTP 502 with an HTML page"),
    (200, "<html></html>", .malformed, nil, "an HTML page instead of JSON"),
    (200, "", .malformed, nil, "an empty body instead of JSON"),
    (200, #"{"count":0}"#, .malformed, nil, #""{"count":0}" instead of JSON"#),
  ]

  @Test func `a kind whose list is broken does not hide the others, and is no success`()
    async throws
  {
    let transport = StubTransport(
      .json("{}", status: 500), DRSStub.page(["a"], total: 1), .html("<html></html>"))
    let provider = try DRSStub.provider(transport)
    let first = try await provider.list(after: nil)
    #expect(!first.isAnswered)
    let second = try await provider.list(after: first.next)
    #expect(second.isAnswered && second.jobs.map(\.id.native) == ["a"])
    let third = try await provider.list(after: second.next)
    #expect(!third.isAnswered && third.next == nil)
    #expect(third.problems.map(\.kind) == [.unavailable, .malformed])
  }

  @Test(arguments: refusals) func `a failed answer has a kind`(refusal: Refusal) async throws {
    let answer = HTTPReply.json(
      refusal.body, status: refusal.status,
      headers: [HTTPCall.Header("Retry-After", "7"), HTTPCall.Header("X-Request-Id", "x")])
    let provider = try DRSStub.provider(StubTransport { _, _ in answer })
    let error = await #expect(throws: ProviderError.self) {
      var cursor: ListingCursor?
      repeat { cursor = try await provider.list(after: cursor).next } while cursor != nil
    }
    #expect(error?.kind == refusal.kind)
    #expect(error?.code == refusal.code)
    #expect(error?.message == refusal.message)
    if refusal.status >= 300 {
      #expect(error?.retryAfter == .seconds(7))
      #expect(error?.requestID == "x")
    }
  }
}

@Suite struct `Reading DRS tasks` {
  static func words(_ readings: [JobReading]) -> [String] {
    readings.map { reading in
      switch reading {
      case .job(let job): job.nativeStatus
      case .missing(_, let error): "missing \(error.code ?? "-")"
      case .failed(_, let error): "\(error.kind.rawValue) \(error.code ?? "-")"
      }
    }
  }

  @Test(arguments: [
    (
      ReadingDepth.status, "batch-status", #"{"jobs":["a"],"page_req":{"cur_page":1,"per_page":0}}"#
    ),
    (.steps, "batch-detail", #"{"jobs":["a"],"page_req":{"cur_page":1,"per_page":0}}"#),
    (.statistics, "batch-progress", #"{"jobs":["a"]}"#),
  ])
  func `each depth has a call`(depth: ReadingDepth, call: String, body: String) async throws {
    let transport = StubTransport(.json(#"{"results":[]}"#))
    _ = try await DRSStub.provider(transport).read(DRSStub.ids("a"), depth)
    #expect(await transport.calls.map(\.path) == ["/v3/\(DRSStub.project)/jobs/\(call)"])
    #expect(DRSStub.text(await transport.calls.first) == body)
  }

  @Test func `a batch answers for each task by itself`() async throws {
    let provider = try DRSStub.provider(
      StubTransport(
        .json(
          """
          {"count":4,"results":[{"id":"d","error_code":"DRS.M05004"},
            {"id":"a","status":"CREATING"},{"id":"c","error_code":"DRS.M00004"},
            {"id":"b","error_code":"DRS-M00289","error_message":"gone"},7]}
          """)))
    let readings = try await provider.read(DRSStub.ids("a", "b", "c", "d", "e"), .status)
    #expect(
      Self.words(readings) == [
        "CREATING", "missing DRS-M00289", "unavailable DRS.M00004", "missing DRS.M05004",
        "malformed -",
      ])
  }

  @Test func `a batch that fails as a whole answers in the same form`() async throws {
    let provider = try DRSStub.provider(
      StubTransport(
        .json(
          #"{"results":[{"job_id":"a","error_code":"DRS.M05003","error_msg":"no"}]}"#, status: 400),
        .json(#"{"error_code":"DRS.M05003","error_msg":"no"}"#, status: 400)))
    #expect(
      try await Self.words(provider.read(DRSStub.ids("a"), .statistics)) == ["missing DRS.M05003"])
    #expect(
      try await Self.words(provider.read(DRSStub.ids("a"), .statistics)) == ["missing DRS.M05003"])
  }

  /// The order of entries is not promised: a failure must not be shown at the wrong task.
  @Test func `an entry without an id is believed only of a task that was asked for alone`()
    async throws
  {
    let two = try Recorded.text("drs", "batch-status.json")
    let one = #"{"jobs":[{"status":"INCRE_TRANSFER_FAILED"}],"count":1}"#
    let provider = try DRSStub.provider(StubTransport(.json(two), .json(one)))
    let both = try await provider.read(DRSStub.ids("a", "b"), .status)
    #expect(
      both.allSatisfy {
        if case .failed(_, let error) = $0 { error.kind == .malformed } else { false }
      })
    let alone = try await provider.read(DRSStub.ids("a"), .status)
    #expect(Self.words(alone) == ["INCRE_TRANSFER_FAILED"])
  }

  @Test func `the calls together make the job`() async throws {
    let provider = try DRSStub.provider(
      StubTransport(
        DRSStub.page(["a"], total: 1),
        .json(#"{"results":[{"id":"a","status":"INCRE_TRANSFER_STARTED"}]}"#, status: 202),
        .json(#"{"results":[{"job_id":"a","incre_trans_delay":"2"}]}"#),
        .json(#"{"results":[{"id":"a","status":"INCRE_TRANSFER_STARTED","name":"new"}]}"#)))
    _ = try await provider.list(after: nil)
    _ = try await provider.read(DRSStub.ids("a"), .status)
    guard case .job(let measured)? = try await provider.read(DRSStub.ids("a"), .statistics).first
    else {
      Issue.record("no job")
      return
    }
    #expect(measured.name == "n-a")
    #expect(measured.kind == .migration)
    #expect(measured.lag.value == .seconds(2))
    guard case .job(let detailed)? = try await provider.read(DRSStub.ids("a"), .steps).first else {
      Issue.record("no job")
      return
    }
    #expect(detailed.name == "new")
    #expect(detailed.lag.value == .seconds(2))
    #expect(await provider.connection.requests == 4)
  }
}

import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Trouble with details of DRS tasks` {
  typealias Details = `Details of DRS tasks`
  typealias Reading = `Reading DRS tasks`

  static let broken: [HTTPReply] = [
    .json(#"{"error_code":"DRS.M00004","error_msg":"m"}"#, status: 500),
    .html("<html>502</html>", status: 502), .html("<html>ok</html>"),
    .json(#"{"error_msg":"not implemented"}"#, status: 501), .json("", status: 405),
  ]

  @Test(arguments: broken)
  func `a call that breaks is told of its tasks and leaves the other call`(reply: HTTPReply)
    async throws
  {
    let transport = Details.transport(delays: reply, precheck: Details.precheck)
    let provider = try await Details.listed(transport)
    let readings = try await provider.read(Details.ids, .details)
    guard case .failed(let id, let error) = readings[0] else {
      Issue.record("the failure is not told")
      return
    }
    #expect(id.native == "dr" && error.status == reply.status)
    #expect(Details.jobs(readings).map(\.id.native) == ["conf", "full"])
    #expect(Details.jobs(readings)[0].steps.map(\.label) == ["Precheck"])
  }

  @Test func `a source that throttles or refuses the key is told as a whole`() async throws {
    for status in [401, 429] {
      let transport = Details.transport(
        delays: .json("", status: status), precheck: Details.precheck)
      let provider = try await Details.listed(transport)
      await #expect(throws: ProviderError.self) { try await provider.read(Details.ids, .details) }
    }
  }

  static let silences: [(status: Int, body: String)] = [
    (200, #"{"count":0,"results":[]}"#),
    (200, #"{"results":[{"precheck_id":"other","result":true}]}"#),
    (200, #"{"results":[{"precheck_id":"conf","error_code":"DRS.M05003","error_msg":"m"}]}"#),
    (400, #"{"results":[{"precheck_id":"conf","error_code":"DRS.M05003","error_msg":"m"}]}"#),
    (200, #"{"results":[{"precheck_id":"conf","error_code":"DRS.M00289","error_msg":"m"}]}"#),
    (400, #"{"error_code":"DRS.M00007","error_msg":"Invalid request parameter."}"#),
    (400, #"{"error_code":"DRS.M05004","error_msg":"m"}"#),
    (404, #"{"error_code":"404","error_msg":"Not Found"}"#),
  ]

  @Test(arguments: silences)
  func `what no details are told of is still known`(silence: (status: Int, body: String))
    async throws
  {
    let transport = Details.transport(
      delays: Details.delays, precheck: .json(silence.body, status: silence.status))
    let provider = try await Details.listed(transport)
    for _ in 1...2 {
      let jobs = Details.jobs(try await provider.read(DRSStub.ids("conf"), .details))
      #expect(jobs.map(\.nativeStatus) == ["CONFIGURATION"])
      #expect(jobs.flatMap(\.steps).isEmpty)
      #expect(jobs.map(\.details) == [.steps])
    }
  }

  @Test func `a missing permission is told as long as the call rests`() async throws {
    let clock = TestClock()
    let transport = Details.transport(
      delays: .json(#"{"error_code":"DRS.M00102","error_msg":"no"}"#, status: 403),
      precheck: Details.precheck)
    let provider = try await Details.listed(transport, clock: clock)
    func asked() async -> Int {
      await transport.calls.count { $0.path.hasSuffix("rpo-and-rto") }
    }
    for _ in 1...3 {
      let readings = try await provider.read(Details.ids, .details)
      #expect(
        Reading.words(readings) == [
          "rejected DRS.M00102", "CONFIGURATION", "FULL_TRANSFER_STARTED",
        ])
    }
    #expect(await asked() == 1)
    clock.advance(600)
    _ = try await provider.read(Details.ids, .details)
    #expect(await asked() == 2)
  }

  @Test(
    arguments: ["DRS.M00304", "DRS.M00002"],
    [
      ("CREATING", "CREATING"), ("RELEASE_RESOURCE_COMPLETE", "RELEASE_RESOURCE_COMPLETE"),
      ("FULL_TRANSFER_STARTED", "rejected"),
    ])
  func `no progress of a task that does not move is no failure`(
    code: String, row: (status: String, word: String)
  ) async throws {
    let provider = try DRSStub.provider(
      StubTransport(
        .json("{\"results\":[{\"id\":\"t\",\"status\":\"\(row.status)\"}]}"),
        .json("{\"results\":[{\"job_id\":\"t\",\"error_code\":\"\(code)\"}]}")))
    _ = try await provider.read(DRSStub.ids("t"), .status)
    let readings = try await provider.read(DRSStub.ids("t"), .statistics)
    #expect(Reading.words(readings).allSatisfy { $0.hasPrefix(row.word) })
  }

  @Test func `a progress call that breaks once is told, and hides no detail`() async throws {
    let provider = try DRSStub.provider(
      StubTransport(
        .json(#"{"results":[{"id":"t","status":"INCRE_TRANSFER_STARTED"}]}"#),
        .json("", status: 500),
        .json(#"{"results":[{"id":"t","status":"INCRE_TRANSFER_STARTED","name":"n"}]}"#)))
    _ = try await provider.read(DRSStub.ids("t"), .status)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read(DRSStub.ids("t"), .statistics)
    }
    #expect(error?.kind == .unavailable && error?.status == 500)
    let jobs = Details.jobs(try await provider.read(DRSStub.ids("t"), .steps))
    #expect(jobs.map(\.name) == ["n"])
    #expect(jobs.map(\.lag) == [.absent(.sourceUnavailable)])
  }
}

import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Details of DRS tasks` {
  /// A transport that lists `dr`, a disaster recovery that replicates, and `conf`, a task that is
  /// being configured, and gives one answer for each call of their details.
  static func transport(
    delays: @escaping @Sendable (Int) -> HTTPReply, precheck: HTTPReply
  ) -> StubTransport {
    StubTransport { call, number throws(ProviderError) in
      if call.path.hasSuffix("batch-rpo-and-rto") { return delays(number) }
      if call.path.hasSuffix("batch-precheck-result") { return precheck }
      guard DRSStub.text(call)?.contains("cloudDataGuard") == true else {
        return DRSStub.page([], total: 0)
      }
      return .json(
        """
        {"total_record":3,"jobs":[{"id":"dr","status":"INCRE_TRANSFER_STARTED"},
          {"id":"conf","status":"CONFIGURATION"},{"id":"full","status":"FULL_TRANSFER_STARTED"}]}
        """)
    }
  }

  static func transport(delays: HTTPReply, precheck: HTTPReply) -> StubTransport {
    transport(delays: { _ in delays }, precheck: precheck)
  }

  static func listed(_ transport: StubTransport, clock: TestClock = TestClock()) async throws
    -> DRSProvider
  {
    let provider = try DRSStub.provider(transport, clock: clock)
    _ = try await list(provider)
    return provider
  }

  static func list(_ provider: DRSProvider) async throws -> [Job] {
    var listing = try await provider.list(after: nil)
    while let next = listing.next { listing = try await provider.list(after: next) }
    return listing.jobs
  }

  static let delays = HTTPReply.json(
    """
    {"results":[{"job_id":"dr","rpo_info":{"delay":"250","check_point":"mysql-bin.000514:197",
       "gtid_set":"NA","time":"2027-01-15 16:00:00"},"rto_info":{"delay":"0"}}]}
    """, status: 202)
  static let precheck = HTTPReply.json(
    #"{"results":[{"precheck_id":"conf","result":false,"process":"56%"}]}"#)
  static let ids = DRSStub.ids("dr", "conf", "full")

  static func jobs(_ readings: [JobReading]) -> [Job] {
    readings.compactMap { if case .job(let job) = $0 { job } else { nil } }
  }

  @Test func `one reading asks once for each kind of details`() async throws {
    let transport = Self.transport(delays: Self.delays, precheck: Self.precheck)
    let provider = try await Self.listed(transport)
    let jobs = Self.jobs(try await provider.read(Self.ids, .details))
    #expect(jobs.map(\.id.native) == ["dr", "conf", "full"])
    #expect(jobs.map(\.details) == [.steps, .steps, .nothing])
    let calls = await transport.calls.suffix(2)
    #expect(calls.map { DRSStub.text($0) } == [#"{"jobs":["dr"]}"#, #"{"jobs":["conf"]}"#])
    #expect(jobs[0].steps.flatMap(\.children).map(\.lag.value) == [.milliseconds(250), .zero])
    #expect(jobs[1].steps.map(\.label) == ["Precheck"])
    #expect(jobs[1].steps[0].fraction == 0.56)
    #expect(await provider.connection.requests == 5)
  }

  @Test(arguments: [
    (400, #"{"error_code":"DRS.M00304","error_msg":"not in this status"}"#),
    (200, #"{"results":[{"precheck_id":"conf","error_code":"DRS.M00304"}]}"#),
    (400, #"{"results":[{"precheck_id":"conf","error_code":"DRS-M00002"}]}"#),
    (200, #"{"results":[{"precheck_id":"conf","error_msg":"There is no pre-check."}]}"#),
    (200, #"{"results":[{"precheck_id":"conf"}]}"#),
    (404, #"{"error_code":"APIGW.0101","error_msg":"The API does not exist."}"#),
  ])
  func `nothing to tell is no failure`(status: Int, body: String) async throws {
    let transport = Self.transport(
      delays: Self.delays, precheck: .json(body, status: status))
    let provider = try await Self.listed(transport)
    let before = Self.jobs(try await provider.read(DRSStub.ids("full"), .details))
    #expect(before.map(\.nativeStatus) == ["FULL_TRANSFER_STARTED"])
    let jobs = Self.jobs(try await provider.read(DRSStub.ids("conf"), .details))
    #expect(jobs.map(\.nativeStatus) == ["CONFIGURATION"])
    #expect(jobs.flatMap(\.steps).isEmpty)
    #expect(jobs.map(\.details) == [status == 404 ? .nothing : .steps])
  }

  @Test func `a call that the service does not have is not made twice`() async throws {
    let transport = Self.transport(
      delays: .json(#"{"error_code":"APIG.0101"}"#, status: 404), precheck: Self.precheck)
    let provider = try await Self.listed(transport)
    for _ in 1...2 { _ = try await provider.read(Self.ids, .details) }
    #expect(await transport.calls.count { $0.path.hasSuffix("rpo-and-rto") } == 1)
    #expect(await transport.calls.count { $0.path.hasSuffix("precheck-result") } == 2)
    #expect(try await Self.list(provider).map(\.details) == [.nothing, .steps, .nothing])
  }

  @Test func `a missing permission for one call rests ten minutes and leaves the other`()
    async throws
  {
    let clock = TestClock()
    let transport = Self.transport(
      delays: .json(#"{"error_code":"DRS.M00102","error_msg":"no"}"#, status: 403),
      precheck: Self.precheck)
    let provider = try await Self.listed(transport, clock: clock)
    let readings = try await provider.read(Self.ids, .details)
    #expect(
      `Reading DRS tasks`.words(readings) == [
        "rejected DRS.M00102", "CONFIGURATION", "FULL_TRANSFER_STARTED",
      ])
    #expect(try await Self.list(provider).map(\.details) == [.steps, .steps, .nothing])
  }

  @Test func `what a permission allowed once is not shown for ever`() async throws {
    let refusal = HTTPReply.json(#"{"error_code":"DRS.M00102"}"#, status: 403)
    let answers = Self.transport(
      delays: { $0 < 4 ? Self.delays : refusal }, precheck: Self.precheck)
    let provider = try await Self.listed(answers)
    _ = try await provider.read(DRSStub.ids("dr"), .details)
    #expect(try await Self.list(provider)[0].steps.flatMap(\.children).count == 2)
    _ = try await provider.read(DRSStub.ids("dr"), .details)
    #expect(try await Self.list(provider)[0].steps.flatMap(\.children).isEmpty)
  }

  static let replicating = """
    "status":"INCRE_TRANSFER_STARTED","task_type":"FULL_INCR_TRANS","db_use_type":"cloudDataGuard"
    """

  static func guarded(_ delays: String, progress: String?, apart: Double = 0) throws -> Job {
    var record = try DRSSample.record(listed: replicating, progress: progress)
    record.keep(
      try `DRS on the wire`.decode(DRS.ReplicationDelays.self, "{\(delays)}"),
      at: DRSSample.now.addingTimeInterval(-apart))
    return try #require(Job(DRSSample.id, record))
  }

  static let halves = #""rpo_info":{"delay":"90000"},"rto_info":{"delay":"1500"}"#

  static let together = "RPO and RTO together were 1m31s, and no delay of the whole is told"

  static let lags: [(delays: String, progress: String?, lag: Lag, notes: [String])] = [
    (
      halves, #""incre_trans_delay":"91","process_time":"1608369510000""#,
      `Figures of a DRS task`.measured(
        91_000, `Figures of a DRS task`.time(1_608_369_510_000), by: 1_000), []
    ),
    (
      halves, #""incre_trans_delay":"80","process_time":"1608369510000""#,
      `Figures of a DRS task`.measured(90_000, `Figures of a DRS task`.time(1_608_369_510_000)), []
    ),
    (halves, #""incre_trans_delay":"-1""#, .absent(.notStarted), []),
    (halves, #""progress":"100""#, .absent(.notReported), [together]),
    (halves, nil, .absent(.sourceUnavailable), [together]),
    (#""rpo_info":{"delay":"5"}"#, nil, .absent(.sourceUnavailable), []),
    (
      #""rpo_info":{"delay":"-1"},"rto_info":{"delay":"5"}"#, nil, .absent(.sourceUnavailable), []
    ),
  ]

  /// The two are measured apart: a sum of ours is no delay that the service told. But no half is
  /// longer than the whole.
  @Test(arguments: lags)
  func `the lag is no shorter than a half, and never made of both`(
    row: (delays: String, progress: String?, lag: Lag, notes: [String])
  ) throws {
    let job = try Self.guarded(row.delays, progress: row.progress)
    #expect(job.lag == row.lag)
    #expect(job.notes == row.notes)
    #expect(job.figuresReadAt == row.progress.map { _ in DRSSample.now })
  }

  @Test(arguments: [(0, true), (60, true), (61, false)])
  func `halves of the time of the lag are its parts, older ones are not`(
    apart: Double, areParts: Bool
  ) throws {
    var record = try DRSSample.record(
      listed: Self.replicating, detail: #""status":"INCRE_TRANSFER_STARTED""#,
      progress: #""incre_trans_delay":"91""#)
    record.keep(
      try `DRS on the wire`.decode(DRS.ReplicationDelays.self, "{\(Self.halves)}"),
      at: DRSSample.now.addingTimeInterval(-apart))
    let halves = try #require(Job(DRSSample.id, record)).lagHalves
    #expect(halves?.reading == (areParts ? .seconds(90) : nil))
    #expect(halves?.writing == (areParts ? .milliseconds(1_500) : nil))
  }

  @Test func `halves that tell another story than the delay are told beside it`() throws {
    let job = try Self.guarded(Self.halves, progress: #""incre_trans_delay":"2""#, apart: 10)
    #expect(job.notes == ["RPO and RTO together were 1m31s, the delay was 2s"])
    #expect(job.lag.value == .seconds(90))
    let older = try Self.guarded(Self.halves, progress: #""incre_trans_delay":"2""#, apart: 31)
    #expect(older.notes.isEmpty)
    #expect(older.lag.value == .seconds(2))
  }

  @Test func `a paused task shows no halves, and not the old ones when it goes on`() throws {
    var record = try DRSSample.record(listed: Self.replicating)
    record.keep(
      try `DRS on the wire`.decode(DRS.ReplicationDelays.self, "{\(Self.halves)}"),
      at: DRSSample.now)
    func halves() -> [String] {
      (Job(DRSSample.id, record)?.steps ?? []).flatMap(\.children).map(\.id)
    }
    #expect(halves() == ["RPO", "RTO"])
    record.keep(try `What a DRS task means`.status("PAUSING"), at: DRSSample.now)
    #expect(halves().isEmpty)
    record.keep(try `What a DRS task means`.status("INCRE_TRANSFER_STARTED"), at: DRSSample.now)
    #expect(halves().isEmpty)
  }
}

import CustomDump
import struct Foundation.Date
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Troubles of a Relational Migrator job` {
  static func job(_ fields: String) throws -> Job {
    try `What a Relational Migrator job means`.job(fields)
  }

  @Test func `a failure is told in the service's words`() throws {
    let job = try Self.job(
      """
      "status":"FAILED","failureError":{"errorType":"E","message":"no permission","setupError":true,
        "failureAt":"2026-05-04T09:42:00Z","failedLocation":"a.b","failedLocationType":"TABLE"}
      """)
    expectNoDifference(
      job.failure,
      Failure(
        code: "E", message: "no permission", at: Date(timeIntervalSince1970: 1_777_887_720),
        location: "TABLE a.b", duringSetup: true))
    #expect(job.finishedAt == job.failure?.at)
    #expect(job.steps.first?.error == Step.Error(code: "E", message: "no permission"))
    #expect(job.notes.isEmpty)
  }

  @Test(arguments: [
    "null", "{}", #"{"errorType":null,"message":"","failureAt":null,"setupError":null}"#,
  ])
  func `a failure without a word is none`(object: String) throws {
    let job = try Self.job("\"status\":\"FAILED\",\"failureError\":\(object)")
    #expect(job.state == .failed)
    #expect(job.failure == nil)
    #expect(job.steps.map(\.error) == [nil])
    #expect(job.notes.isEmpty)
  }

  @Test func `no row is no contradiction where filters choose the rows`() throws {
    let job = try Self.job(
      """
      "status":"COMPLETED","relationalTableFilters":{"s":{"t":{"whereClause":"id < 0"}}},
      "statistics":{"totalEventsSeen":0,"totalEvents":10}
      """)
    #expect(
      job.notes == [
        "completed with 0 of an estimated 10 rows, which the row filters may explain",
        "row filters on 1 table",
      ])
  }

  @Test func `a failure of a job that is not failed is a note`() throws {
    let job = try Self.job(#""status":"RUNNING","failureError":{"errorType":"E","message":"m"}"#)
    #expect(job.failure == nil)
    #expect(job.notes == ["failure reported while not failed: E: m"])
  }

  @Test(arguments: [
    ("FAILED", "source and target differ (verification FAILED)"),
    ("ABORTED", "the verifier broke (ABORTED)"),
  ])
  func `a comparison that went wrong says how`(word: String, message: String) throws {
    let job = try Self.job(
      """
      "status":"COMPLETED","metadata":{"verification":{"status":"\(word)"}},
      "failureError":{"errorType":"E","message":"of the attempt before"}
      """)
    let failure = Failure(message: message, duringSetup: false)
    #expect(job.failure == (job.state == .failed ? failure : nil))
    #expect((job.state == .failed) == (word == "FAILED"))
    #expect(job.steps.last?.error == Step.Error(message: message))
    #expect(job.notes == ["failure reported while not failed: E: of the attempt before"])
  }

  @Test(arguments: [(94_999, true), (95_000, false), (100_001, false)])
  func `clearly fewer rows than estimated are noted`(seen: Int, isNoted: Bool) throws {
    let job = try Self.job(
      """
      "status":"COMPLETED","statistics":{"totalEventsSeen":\(seen),"totalEvents":100000}
      """)
    let note = "completed with 94,999 of an estimated 100,000 rows"
    #expect(job.notes == (isNoted ? [note] : []))
  }

  @Test(
    arguments: [
      (#""status":"AVAILABLE","lastSuccessfulScrapeAt":"2026-05-04T09:42:00Z""#, true, nil),
      (#""status":"UNAVAILABLE","errorMessage":"Connection refused""#, false, "Connection refused"),
      (#""status":"DISABLED""#, false, "DISABLED"),
    ] as [(String, Bool, String?)])
  func `only an available scrape is one`(fields: String, isAvailable: Bool, message: String?) throws
  {
    let scrape = try Self.job("\"jmxConnectivity\":{\(fields)}").scrape
    #expect(scrape?.isAvailable == isAvailable)
    #expect(scrape?.message == message)
  }

  @Test(arguments: [
    (#""status":"RUNNING""#, Scrape.Freshness.notTold),
    (#""jmxConnectivity":{"status":null}"#, .notTold),
    (#""jmxConnectivity":{"errorMessage":"m"}"#, .notTold),
    (#""jmxConnectivity":{"status":"AVAILABLE"}"#, .availableWithoutTime),
    (
      #""jmxConnectivity":{"status":"AVAILABLE","lastSuccessfulScrapeAt":"soon"}"#,
      .availableWithoutTime
    ),
    (#""jmxConnectivity":{"lastSuccessfulScrapeAt":"2027-01-15T07:59:00Z"}"#, .asOf(.seconds(60))),
    (#""jmxConnectivity":{"lastSuccessfulScrapeAt":"2027-01-15T08:00:05Z"}"#, .asOf(.zero)),
    (#""jmxConnectivity":{"lastSuccessfulScrapeAt":"2027-01-15T08:00:06Z"}"#, .ahead(.seconds(6))),
    (
      #""jmxConnectivity":{"status":"UNAVAILABLE","lastSuccessfulScrapeAt":"2027-01-15T08:00:00Z"}"#,
      .failing
    ),
  ])
  func `a scrape that is not told is not taken for a fresh one`(
    fields: String, freshness: Scrape.Freshness
  ) throws {
    let job = try Self.job(fields)
    #expect(job.scrape?.freshness(at: job.observedAt) == freshness)
  }

  @Test(arguments: [
    (#"{"verification":{"status":"VERIFIED"}}"#, Verification.State.verified),
    (#"{"verification":{"status":"FAILED"}}"#, .different),
    (#"{"verification":{"status":"ABORTED"}}"#, .aborted),
    (#"{"verification":{"status":"CANCELLING"}}"#, .verifying),
    (#"{"verification":{"status":"CANCELLED"}}"#, .cancelled),
    (#"{"verification":{"status":"SAMPLING"}}"#, .unknown),
    (#"{"verification":{"samplePercentage":10}}"#, .pending),
    (#"{"verificationRequested":true,"verificationStatus":null}"#, .pending),
    (#"{"verificationStatus":"VERIFYING"}"#, .verifying),
    (#"{"verificationRequested":false}"#, .notRequested),
    (#"{"verification":null}"#, .notRequested),
  ])
  func `verification in old and new fields`(metadata: String, state: Verification.State) throws {
    let job = try Self.job("\"status\":\"COMPLETED\",\"metadata\":\(metadata)")
    #expect(job.verification?.state == state)
    #expect(job.steps.contains { $0.phase == .verifying } == (state != .notRequested))
  }

  @Test func `a verification that was promised keeps the job unfinished`() throws {
    let promised = try Self.job(#""status":"COMPLETED","verificationJobId":"v-1""#)
    #expect(promised.state == .running)
    #expect(promised.phase == .verifying)
    let sampled = try Self.job(
      #""status":"COMPLETED","metadata":{"verification":{"samplePercentage":100}}"#)
    #expect(sampled.state == .done)
  }

  @Test(arguments: [
    (
      #""status":"COMPLETED","statistics":{"totalEventsSeen":0,"totalEvents":9}"#,
      "contradiction: the status is COMPLETED, 0 of 9 rows were copied"
    ),
    (
      #""status":"COMPLETED","statistics":{"totalEventsSeen":0,"totalEvents":0}"#,
      "completed without copying a row"
    ),
    (
      #""status":"COMPLETED","relationalTableFilters":{"s":{"t":{"whereClause":""}}},"#
        + #""statistics":{"totalEventsSeen":0,"totalEvents":9}"#,
      "contradiction: the status is COMPLETED, 0 of 9 rows were copied"
    ),
    (
      #""status":"COMPLETED","statistics":{"snapshotCompleted":false}"#,
      "contradiction: the status is COMPLETED, the snapshot is not"
    ),
    (
      #""status":"COMPLETED","statistics":{"remainingTableCount":2}"#,
      "contradiction: the status is COMPLETED, 2 tables remain"
    ),
    (
      #""status":"COMPLETED","metadata":{"verification":{"status":"CANCELLED"}}"#,
      "the verification was cancelled: the data was not compared to the end"
    ),
    (
      #""status":"RUNNING","cdcStatus":"RUNNING","options":{"mode":"SNAPSHOT"}"#,
      "contradiction: the mode is SNAPSHOT, the CDC status is RUNNING"
    ),
    (
      #""status":"RUNNING","cdcStatus":"RUNNING","options":{"mode":"CDC"}"#,
      "contradiction: the CDC status is RUNNING, the snapshot is not completed"
    ),
    (
      #""status":"COMPLETED","cdcStatus":"NOT_STARTED","options":{"mode":"CDC"}"#,
      "contradiction: the mode is CDC and the status COMPLETED, the CDC status is NOT_STARTED"
    ),
    (#""status":"PAUSED","connectorStatus":"FAILED""#, "connector status: FAILED"),
    (
      #""status":"RUNNING","jobUpdates":[{"eventType":"ERROR","message":"m"},{}]"#,
      "1 error in the job's log, the last: m"
    ),
    (
      #""status":"NOT_STARTED","metadata":{"verification":{"status":"VERIFIED"}}"#,
      "contradiction: the verification is VERIFIED, the status is NOT_STARTED"
    ),
    (
      #""status":"RUNNING","metadata":{"verification":{"status":"VERIFYING"}}"#,
      "contradiction: the verification is VERIFYING, the snapshot is not completed"
    ),
  ])
  func `oddities are noted`(fields: String, note: String) throws {
    #expect(try Self.job(fields).notes == [note])
  }

  @Test(arguments: ["FAILED", "PAUSED", "failed"], ["true", "false"])
  func `a running job whose connector is at rest is a warning`(
    word: String, isCopied: String
  ) throws {
    let job = try Self.job(
      """
      "status":"RUNNING","options":{"mode":"CDC"},"connectorStatus":"\(word)",
      "statistics":{"snapshotCompleted":\(isCopied)}
      """)
    let trouble = "the connector is \(word)"
    #expect(job.state == .warning)
    #expect(job.notes == ["contradiction: the status is RUNNING, \(trouble)"])
    let step = try #require(job.steps.first { $0.phase == job.phase })
    #expect(step.state == .warning)
    #expect(step.error == Step.Error(message: trouble))
  }

  @Test func `a replication beside a completed copy is as broken as its connector`() throws {
    let job = try Self.job(
      """
      "status":"COMPLETED","cdcStatus":"RUNNING","options":{"mode":"CDC"},
      "statistics":{"snapshotCompleted":true},"connectorStatus":"FAILED"
      """)
    #expect(job.state == .warning)
    #expect(job.contradictions == ["the status is COMPLETED/RUNNING, the connector is FAILED"])
  }

  @Test func `a comparison after the copy contradicts nothing`() throws {
    let job = try Self.job(
      #""status":"COMPLETED","metadata":{"verification":{"status":"VERIFIED"}}"#)
    #expect(job.notes == [])
    #expect(job.verification?.finishedAt == nil)
  }

  @Test func `a replicating job has its stages as steps`() throws {
    let job = try Self.job(
      """
      "status":"RUNNING","cdcStatus":"RUNNING","options":{"mode":"CDC"},
      "statistics":{
        "snapshotCompleted":true,"startedAt":"2026-05-04T09:42:00Z","elapsedSeconds":40},
      "cdcStatistics":{"startedAt":"2026-05-04T09:43:00Z","latestBatchMaxSourceDbLagMs":5}
      """)
    let start = Date(timeIntervalSince1970: 1_777_887_720)
    expectNoDifference(
      job.steps,
      [
        Step(
          id: "snapshot", name: "snapshot", label: "Snapshot", state: .done, nativeState: "RUNNING",
          phase: .full, fraction: 1, startedAt: start, finishedAt: start.addingTimeInterval(40)),
        Step(
          id: "cdc", name: "cdc", label: "CDC", state: .running, nativeState: "RUNNING",
          phase: .incremental,
          lag: .measured(Lag.Measurement(value: .milliseconds(5), kind: .pipeline)),
          startedAt: start.addingTimeInterval(60)),
      ])
  }

  @Test(arguments: [
    ("RUNNING", "PAUSED", Step.State.done, Step.State.paused),
    ("FAILED", "RUNNING", .done, .failed),
    ("CANCELLED", "RUNNING", .done, .stopped), ("COMPLETED", "COMPLETED", .done, .done),
    ("RUNNING", "SPLITTING", .done, .unknown),
  ])
  func `a step ends with its job`(
    status: String, cdc: String, snapshot: Step.State, replication: Step.State
  ) throws {
    let job = try Self.job(
      """
      "status":"\(status)","cdcStatus":"\(cdc)","options":{"mode":"CDC"},
      "statistics":{"snapshotCompleted":true}
      """)
    #expect(job.steps.map(\.state) == [snapshot, replication])
  }
}

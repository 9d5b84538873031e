import CustomDump
import struct Foundation.Date
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `What a Relational Migrator job means` {
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  static func job(_ fields: String, lastPhase: Phase? = nil) throws -> Job {
    let document = try `Relational Migrator on the wire`.decode("{\"id\":\"j-1\",\(fields)}")
    return try #require(Job(document, source: "rm", lastPhase: lastPhase, observedAt: now))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var status: String
    var cdc = "NOT_STARTED"
    var mode = "CDC"
    var snapshotCompleted = true
    var verification: String?
    var state: State
    var phase: Phase

    var testDescription: String {
      "\(status)/\(cdc) \(mode) snapshot \(snapshotCompleted) \(verification ?? "-")"
    }

    var fields: String {
      """
      "status":"\(status)","cdcStatus":"\(cdc)","options":{"mode":"\(mode)"},
      "statistics":{"startedAt":"2026-05-04T09:42:00Z","snapshotCompleted":\(snapshotCompleted)},
      "metadata":{"verification":{"status":\(verification.map { "\"\($0)\"" } ?? "null")}}
      """
    }
  }

  static let rows = [
    Row(status: "NOT_STARTED", snapshotCompleted: false, state: .pending, phase: .pending),
    Row(
      status: "RUNNING", mode: "SNAPSHOT", snapshotCompleted: false, state: .running, phase: .full),
    Row(status: "RUNNING", mode: "SNAPSHOT", state: .running, phase: .full),
    Row(status: "RUNNING", snapshotCompleted: false, state: .running, phase: .full),
    Row(status: "RUNNING", cdc: "RUNNING", snapshotCompleted: false, state: .running, phase: .full),
    Row(
      status: "RUNNING", cdc: "COMPLETED", snapshotCompleted: false, state: .running, phase: .full),
    Row(status: "RUNNING", state: .running, phase: .incremental),
    Row(status: "RUNNING", mode: "INCREMENTAL", state: .running, phase: .incremental),
    Row(status: "RUNNING", mode: "NEW_MODE", state: .running, phase: .incremental),
    Row(status: "RUNNING", cdc: "RUNNING", state: .running, phase: .incremental),
    Row(
      status: "RUNNING", cdc: "RUNNING", mode: "CDC_ONLY", snapshotCompleted: false,
      state: .running,
      phase: .incremental),
    Row(status: "COMPLETED", cdc: "RUNNING", state: .running, phase: .incremental),
    Row(status: "RUNNING", cdc: "COMPLETING", state: .running, phase: .stopping),
    Row(status: "COMPLETED", cdc: "COMPLETING", state: .running, phase: .stopping),
    Row(status: "RUNNING", cdc: "COMPLETED", state: .running, phase: .stopping),
    Row(status: "RUNNING", cdc: "CANCELLED", state: .running, phase: .stopping),
    Row(status: "CLEANING_UP", cdc: "COMPLETED", state: .running, phase: .stopping),
    Row(status: "CLEANING_UP", mode: "SNAPSHOT", state: .running, phase: .stopping),
    Row(status: "CANCELLING", snapshotCompleted: false, state: .running, phase: .stopping),
    Row(status: "COMPLETED", verification: "VERIFYING", state: .running, phase: .verifying),
    Row(status: "COMPLETED", verification: "CANCELLING", state: .running, phase: .verifying),
    Row(status: "COMPLETED", state: .done, phase: .none),
    Row(status: "COMPLETED", cdc: "COMPLETED", state: .done, phase: .none),
    Row(status: "COMPLETED", verification: "VERIFIED", state: .done, phase: .none),
    Row(status: "COMPLETED", verification: "CANCELLED", state: .done, phase: .none),
    Row(status: "COMPLETED", verification: "FAILED", state: .failed, phase: .verifying),
    Row(status: "COMPLETED", verification: "ABORTED", state: .warning, phase: .verifying),
    Row(status: "COMPLETED", verification: "SAMPLING", state: .unknown, phase: .unknown),
    Row(status: "PAUSED", state: .paused, phase: .incremental),
    Row(status: "PAUSED", snapshotCompleted: false, state: .paused, phase: .full),
    Row(status: "RUNNING", cdc: "PAUSED", state: .paused, phase: .incremental),
    // Only a replication can be paused; the phase is full, whatever the CDC status says.
    Row(status: "RUNNING", cdc: "PAUSED", snapshotCompleted: false, state: .paused, phase: .full),
    Row(status: "CANCELLED", cdc: "CANCELLED", state: .stopped, phase: .none),
    Row(status: "CANCELLED", snapshotCompleted: false, state: .stopped, phase: .none),
    Row(status: "FAILED", state: .failed, phase: .incremental),
    Row(status: "FAILED", mode: "SNAPSHOT", snapshotCompleted: false, state: .failed, phase: .full),
    Row(status: "RUNNING", cdc: "FAILED", state: .failed, phase: .incremental),
    Row(status: "COMPLETED", cdc: "FAILED", state: .failed, phase: .incremental),
    Row(status: "REBALANCING", cdc: "RUNNING", state: .unknown, phase: .unknown),
    Row(status: "RUNNING", cdc: "REBALANCING", state: .unknown, phase: .unknown),
    Row(status: "○ running", cdc: "Running", state: .running, phase: .incremental),
  ]

  @Test(arguments: rows) func `state and phase`(row: Row) throws {
    let job = try Self.job(row.fields)
    #expect(job.state == row.state)
    #expect(job.phase == row.phase)
  }

  @Test func `the documented job is mapped`() throws {
    let document = try `Relational Migrator on the wire`.decode(
      Recorded.text("relational-migrator", "job.json"))
    let time = Date(timeIntervalSince1970: 1_777_887_720)
    var expected = Job(
      id: Job.ID(source: "rm", native: "string"), service: .relationalMigrator, name: "string",
      kind: .migration, state: .pending, phase: .pending, nativeStatus: "NOT_STARTED",
      observedAt: Self.now, lag: .absent(.notApplicable))
    expected.replicates = false
    expected.createdAt = time
    expected.startedAt = time
    expected.figuresReadAt = Self.now
    expected.stepsObservedAt = Self.now
    expected.progress = Progress(
      tables: Progress.Count(done: 0, total: 42), rows: Progress.Count(done: 0, total: 42),
      bytes: Progress.Count(total: 42), processing: ["string"])
    expected.verification = Verification(state: .verifying, nativeStatus: "VERIFYING")
    expected.steps = [
      Step(
        id: "snapshot", name: "snapshot", label: "Snapshot", state: .pending,
        nativeState: "NOT_STARTED", phase: .full, fraction: 0, startedAt: time),
      Step(
        id: "verification", name: "verification", label: "Verification", state: .running,
        nativeState: "VERIFYING", phase: .verifying),
    ]
    expected.scrape = Scrape(isAvailable: true, lastSuccessAt: time, message: "string")
    expected.notes = [
      "contradiction: the verification is VERIFYING, the status is NOT_STARTED",
      "failure reported while not failed: string: string", "row filters on 2 tables",
      "collections: 1 included, 1 excluded",
    ]
    expected.details = .log
    expectNoDifference(
      Job(document, source: "rm", observedAt: Self.now), expected)
  }

  @Test func `what the service did not count has no total`() throws {
    let job = try Self.job(
      """
      "status":"RUNNING","statistics":{"totalEventsSeen":0,"totalEvents":0,"totalEventSize":0,
        "totalTableCount":0,"remainingTableCount":0}
      """)
    #expect(job.progress == Progress(rows: Progress.Count(done: 0)))
  }

  @Test func `a time that cannot be read gives way to the next best`() throws {
    let job = try Self.job(
      """
      "status":"RUNNING","options":{"mode":"CDC"},"statistics":{"startedAt":""},
      "cdcStatistics":{"startedAt":"2026-05-04T09:42:00Z","lastEventSourceDatabaseTime":"",
        "lastEventTime":"2026-05-04T09:42:00Z"}
      """)
    #expect(job.startedAt == Date(timeIntervalSince1970: 1_777_887_720))
    #expect(job.throughput.lastEventAt == job.startedAt)
  }

  typealias Fraction = (seen: Int, total: Int, fraction: Double?, quality: Progress.Quality)
  static let fractions: [Fraction] = [
    (28_672, 88_363, 0.324479703, .estimated), (42, 42, 0.999, .estimated),
    (97_397, 97_363, 1.000349209, .exceeded), (5, 0, nil, .unknown), (-1, 10, nil, .unknown),
  ]

  @Test(arguments: fractions) func `the fraction says what its total is worth`(row: Fraction) throws
  {
    let job = try Self.job(
      """
      "status":"RUNNING","statistics":{"totalEventsSeen":\(row.seen),"totalEvents":\(row.total)}
      """)
    #expect(job.progress.fraction.map { ($0 * 1e9).rounded() / 1e9 } == row.fraction)
    #expect(job.progress.quality == row.quality)
  }

  @Test func `the copy's fraction is not that of its verification`() throws {
    let job = try Self.job(
      """
      "status":"COMPLETED","metadata":{"verification":{"status":"VERIFYING"}},
      "statistics":{"totalEventsSeen":96,"totalEvents":100,"snapshotCompleted":true}
      """)
    #expect(job.phase == .verifying)
    #expect(job.progress == Progress(rows: Progress.Count(done: 96, total: 100)))
    #expect(job.verification?.fraction == nil)
  }

  @Test func `an incremental job has counters and no fraction`() throws {
    let job = try Self.job(
      #""status":"RUNNING","options":{"mode":"CDC"},"statistics":{"snapshotCompleted":true,"#
        + #""totalEventsSeen":10,"totalEvents":9,"totalTableCount":3,"remainingTableCount":0},"#
        + #""cdcStatistics":{"eventsInLastMinute":0,"eventsInLastHour":7,"#
        + #""lastEventSourceDatabaseTime":"2026-05-04T09:42:00.123456789Z"}"#)
    #expect(job.progress.fraction == nil)
    #expect(job.progress.rows == Progress.Count(done: 10, total: 9))
    #expect(job.progress.tables == Progress.Count(done: 3, total: 3))
    #expect(job.throughput.eventsLastMinute == 0)
    #expect(job.throughput.eventsLastHour == 7)
    #expect(job.throughput.lastEventAt?.timeIntervalSince1970.rounded() == 1_777_887_720)
    #expect(job.lag == .absent(.notReported))
  }

  @Test(arguments: [
    (
      "CDC", true, 1_234,
      Lag.measured(
        Lag.Measurement(
          value: .milliseconds(1_234), kind: .pipeline,
          measuredAt: Date(timeIntervalSince1970: 1_777_887_720)))
    ),
    ("CDC", true, -1, .absent(.notStarted)), ("CDC", true, -250, .absent(.notReported)),
    ("CDC", false, 1_234, .absent(.notApplicable)),
    ("SNAPSHOT", true, 1_234, .absent(.notApplicable)),
  ])
  func `lag is that of a replicating job`(
    mode: String, snapshotCompleted: Bool, milliseconds: Int, lag: Lag
  ) throws {
    let job = try Self.job(
      """
      "status":"RUNNING","options":{"mode":"\(mode)"},
      "statistics":{"snapshotCompleted":\(snapshotCompleted)},
      "cdcStatistics":{"latestBatchMaxSourceDbLagMs":\(milliseconds),
        "lastEventTime":"2026-05-04T09:42:00Z"}
      """)
    #expect(job.lag == lag)
  }

  @Test func `a paused job keeps the phase seen last`() throws {
    #expect(try Self.job(#""status":"PAUSED""#, lastPhase: .full).phase == .full)
    #expect(try Self.job(#""status":"PAUSED""#).phase == .unknown)
  }

  @Test(arguments: [
    ("NOT_STARTED", "RUNNING"), ("RUNNING", "RUNNING/RUNNING"), ("SPLITTING", "RUNNING/SPLITTING"),
  ])
  func `the native status has a CDC status that says something`(cdc: String, word: String) throws {
    #expect(try Self.job(#""status":"RUNNING","cdcStatus":"\#(cdc)""#).nativeStatus == word)
  }
}

import CustomDump
import MigrationAPI
import MigrationModel
import Testing

import struct Foundation.Date

@Suite struct `Figures of a DRS task` {
  static func time(_ milliseconds: Double) -> Date {
    Date(timeIntervalSince1970: milliseconds / 1_000)
  }

  @Test func `the documented details are mapped`() throws {
    let jobs = try `DRS on the wire`.details().map { detail in
      var record = DRS.TaskRecord()
      record.keep(detail, at: DRSSample.now)
      return try #require(Job(Job.ID(source: "drs", native: detail.id ?? ""), record))
    }
    var first = Job(
      id: Job.ID(source: "drs", native: "24834eb6-be30-464e-a299-f7aa730jb101"), service: .drs,
      name: "DRS-3999-lws", kind: .migration, state: .pending, phase: .pending,
      nativeStatus: "STARTJOBING", observedAt: DRSSample.now, lag: .absent(.notApplicable))
    first.replicates = true
    first.from = DatabaseEndpoint(engine: "mysql", address: "172.22.74.56:3306", database: nil)
    first.to = DatabaseEndpoint(engine: "mysql", address: "172.21.176.219:3306", database: nil)
    first.createdAt = Self.time(1_608_519_469_412)
    first.startedAt = Self.time(1_608_520_069_393)
    first.stepsObservedAt = DRSSample.now
    let full = Step(id: "full", name: "full", label: "Full transfer", state: .pending, phase: .full)
    first.steps = [
      full,
      Step(
        id: "incr", name: "incr", label: "Incremental", state: .pending, phase: .incremental,
        lag: .absent(.notStarted)),
    ]
    var second = Job(
      id: Job.ID(source: "drs", native: "140b5236-88ad-43c8-811c-1268453jb101"), service: .drs,
      name: "DRS-0042-linxiaolu", kind: .migration, state: .pending, phase: .pending,
      nativeStatus: "CONFIGURATION", observedAt: DRSSample.now, lag: .absent(.notApplicable))
    second.replicates = true
    second.from = DatabaseEndpoint(engine: "mysql", address: "192.168.0.27:3306", database: nil)
    second.to = DatabaseEndpoint(engine: "mysql", address: "192.168.0.131:3306", database: nil)
    second.createdAt = Self.time(1_608_366_204_171)
    second.startedAt = Self.time(1_608_369_232_412)
    second.stepsObservedAt = DRSSample.now
    second.steps = first.steps
    // It is being configured: it may have been checked.
    second.details = .steps
    expectNoDifference(jobs, [first, second])
  }

  static let incremental = #""status":"INCRE_TRANSFER_STARTED","task_type":"FULL_INCR_TRANS""#

  static func measured(_ milliseconds: Int, _ at: Date? = nil, by step: Int = 1) -> Lag {
    .measured(
      Lag.Measurement(
        value: .milliseconds(milliseconds), kind: .eventAge, measuredAt: at,
        resolution: .milliseconds(step)))
  }

  static let lags: [(progress: String?, lag: Lag, contradicts: Bool)] = [
    (#""incre_trans_delay":"3","incre_trans_delay_millis":"2900""#, measured(2_900), false),
    (
      #""incre_trans_delay":"3","process_time":"1608369510000""#,
      measured(3_000, time(1_608_369_510_000), by: 1_000), false
    ),
    (
      #""incre_trans_delay":"0","incre_trans_delay_millis":"-1""#, measured(0, by: 1_000), true
    ),
    (#""incre_trans_delay":"3","incre_trans_delay_millis":"9000""#, measured(9_000), true),
    (#""incre_trans_delay":"-1","incre_trans_delay_millis":"-1""#, .absent(.notStarted), false),
    (#""incre_trans_delay":"1.5""#, measured(1_500), false),
    (#""incre_trans_delay":"-0.00""#, .absent(.notStarted), false),
    (#""incre_trans_delay":"1e300""#, .absent(.notStarted), false),
    (#""incre_trans_delay":"soon""#, .absent(.notReported), false),
    (#""process_time":"0""#, .absent(.notReported), false),
    (nil, .absent(.sourceUnavailable), false),
  ]

  @Test(arguments: lags) func `lag`(row: (progress: String?, lag: Lag, contradicts: Bool)) throws {
    let job = try DRSSample.job(listed: Self.incremental, progress: row.progress)
    #expect(job.lag == row.lag)
    #expect(job.notes.contains { $0.hasPrefix("contradiction: the delay is") } == row.contradicts)
    let full = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_STARTED""#, progress: row.progress)
    #expect(full.lag == .absent(.notApplicable))
  }

  @Test func `the bars of the full transfer are steps`() throws {
    let job = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_STARTED","task_type":"FULL_INCR_TRANS""#,
      progress: """
        "progress":"55","transfer_status":"FULL_TRANSFER_STARTED","progress_map":{
          "index":{"completed":"0%"},"data":{"completed":"42%"},"struct":{"completed":"100%"}}
        """)
    #expect(job.progress == Progress(fraction: 0.42, quality: .estimated))
    #expect(job.notes.isEmpty)
    expectNoDifference(
      job.steps,
      [
        Step(
          id: "struct", name: "struct", label: "Structure", state: .done, phase: .schema,
          fraction: 1),
        Step(
          id: "data", name: "data", label: "Full data", state: .running, phase: .full,
          fraction: 0.42),
        Step(
          id: "index", name: "index", label: "Indexes", state: .pending, phase: .full, fraction: 0),
        Step(
          id: "incr", name: "incr", label: "Incremental", state: .pending, phase: .incremental,
          lag: .absent(.notStarted)),
      ])
  }

  @Test func `bars in a list are read like those of an object`() throws {
    let bars = #""struct":{"completed":"100%"},"data":{"completed":"42%"}"#
    let object = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_STARTED""#, progress: "\"progress_map\":{\(bars)}")
    let list = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_STARTED""#,
      progress: """
        "progress_map":[{"struct":{"completed":"100%"}},7,{"data":{"completed":"42%"}}]
        """)
    #expect(list.progress.fraction == 0.42)
    expectNoDifference(list, object)
  }

  @Test func `the documented oddity is noted, not believed`() throws {
    let bars = #""struct":{"completed":"94%"},"data":{"completed":"100%"}"#
    let progress = #""progress":"0","transfer_status":"FULL_TRANSFER_COMPLETE""#
    let withBars = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_COMPLETE","task_type":"FULL_INCR_TRANS""#,
      progress: "\(progress),\"progress_map\":{\(bars)}")
    #expect(withBars.progress.fraction == 0.999)
    #expect(
      withBars.notes == ["contradiction: the status is FULL_TRANSFER_COMPLETE, struct is at 94%"])
    let without = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_COMPLETE","task_type":"FULL_INCR_TRANS""#,
      progress: progress)
    #expect(without.progress == Progress())
    #expect(
      without.notes == ["the status is FULL_TRANSFER_COMPLETE, progress says 0 %: not shown"])
  }

  @Test(
    arguments: [
      ("FULL_TRANSFER_STARTED", "37", 0.37), ("FULL_TRANSFER_STARTED", "100", 0.999),
      ("FULL_TRANSFER_FAILED", "37", 0.37), ("FULL_TRANSFER_STARTED", "", nil),
      ("FULL_TRANSFER_STARTED", "150", nil), ("FULL_TRANSFER_STARTED", "-0.00", nil),
      ("FULL_TRANSFER_STARTED", "-0.00%", nil), ("FULL_TRANSFER_STARTED", "0.00", 0),
      ("INCRE_TRANSFER_STARTED", "100", nil),
      ("RELEASE_RESOURCE_STARTED", "100", nil), ("RELEASE_RESOURCE_COMPLETE", "100", 1),
    ] as [(String, String, Double?)])
  func `progress is that of the full phase`(word: String, text: String, fraction: Double?) throws {
    let job = try DRSSample.job(
      listed: "\"status\":\"\(word)\"", progress: "\"progress\":\"\(text)\"")
    #expect(job.progress.fraction == fraction)
  }

  @Test func `rates of -1 are absent`() throws {
    let minusZero = try DRSSample.job(
      listed: Self.incremental, progress: #""apply_rows_rate":"-0.00","apply_bytes_rate":-0.0"#)
    #expect(minusZero.throughput == Throughput())
    let none = try DRSSample.job(
      listed: Self.incremental, progress: #""apply_rows_rate":-1,"apply_bytes_rate":-1"#)
    #expect(none.throughput == Throughput())
    let some = try DRSSample.job(
      listed: Self.incremental, progress: #""apply_rows_rate":0,"apply_bytes_rate":12"#)
    #expect(some.throughput == Throughput(rowsPerSecond: 0, bytesPerSecond: 12))
  }

  @Test func `a list alone tells name, engines and time`() throws {
    let job = try DRSSample.job(
      listed: """
        "name":"n","status":"CREATING","create_time":"2020-12-21 10:57:49",
        "engine_type":"mysql-to-kafka","db_use_type":"sync"
        """)
    #expect(job.name == "n")
    #expect(job.kind == .sync)
    #expect(job.createdAt == Date(timeIntervalSince1970: 1_608_519_469))
    #expect(job.from == DatabaseEndpoint(engine: "mysql", address: nil, database: nil))
    #expect(job.to == DatabaseEndpoint(engine: "kafka", address: nil, database: nil))
    #expect(job.startedAt == nil)
    #expect(job.stepsObservedAt == nil)
  }

  @Test(arguments: [
    (#""ip":"1.2.3.4","db_port":3306"#, "1.2.3.4:3306"),
    (#""ip":"a:1,b:2","db_port":1"#, "a:1,b:2"),
    (#""ip":"fe80::1","db_port":3306"#, "[fe80::1]:3306"),
    (#""inst_name":"rds","inst_id":"i""#, "rds"),
    (#""inst_id":"i""#, "i"), (#""ip":"h""#, "h"),
  ])
  func `an endpoint has an address or the name of an instance`(fields: String, address: String)
    throws
  {
    let job = try DRSSample.job(
      detail: #""status":"CREATING","source_endpoint":{"db_type":"mysql",\#(fields)}"#)
    #expect(job.from?.address == address)
  }

  @Test func `a failure is told with its component`() throws {
    let reason = "service DATAMOVE failed, cause by: no space"
    let job = try DRSSample.job(
      detail: """
        "status":"FULL_TRANSFER_FAILED","task_type":"FULL_TRANS","failed_reason":"\(reason)",
        "error_code":"DRS.1","actual_start_time":"0"
        """)
    #expect(job.failure == Failure(code: "DRS.1", message: reason, location: "DATAMOVE"))
    #expect(job.steps.first?.error == Step.Error(code: "DRS.1", message: reason))
    #expect(job.startedAt == nil)
  }

  @Test func `a failure text beside another state is a note`() throws {
    let job = try DRSSample.job(listed: "\(Self.incremental),\"error_msg\":\"m\"")
    #expect(job.failure == nil)
    #expect(job.notes == ["failure reported while not failed: m"])
  }

  @Test func `the failure of an attempt before is not that of this one`() throws {
    let progress = #""error_code":"DRS.1","error_msg":"m","transfer_status":"FULL_TRANSFER_FAILED""#
    let failed = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_FAILED""#, progress: progress)
    #expect(failed.failure == Failure(code: "DRS.1", message: "m"))
    #expect(try DRSSample.job(listed: Self.incremental, progress: progress).notes.isEmpty)
  }

  @Test(arguments: [
    (
      #""actual_start_time":"2000","full_transfer_complete_time":"1000""#,
      "contradiction: the full transfer ended before the task began"
    ),
    (#""need_restart":true"#, "the instance must be restarted"),
    (
      #""children":[{"id":"a","name":"one"},{"id":"b"}]"#,
      "no public address could be bound to one, b"
    ),
  ])
  func `oddities are noted`(fields: String, note: String) throws {
    #expect(try DRSSample.job(detail: "\(Self.incremental),\(fields)").notes == [note])
  }

  @Test func `plans and limits are noted while they matter`() throws {
    let fields = """
      "inst_info":{"start_time":"1608520069393"},
      "speed_limit":[{"begin":"01:00","end":"02:59","is_utc":true,"speed":"5"},{"begin":"03:00"}]
      """
    func notes(_ word: String) throws -> [String] {
      try DRSSample.job(detail: "\"status\":\"\(word)\",\(fields)").notes
    }
    #expect(try notes("WAITING_FOR_START") == ["planned to start at 2020-12-21T03:07:49Z"])
    #expect(try notes("FULL_TRANSFER_STARTED") == ["limited to 5 MB/s from 01:00 to 02:59 UTC"])
    #expect(try notes("INCRE_TRANSFER_STARTED").isEmpty)
  }

  @Test(arguments: [
    ("760", "the service expects 12m40s more"), ("0", nil), ("-1", nil), ("", nil),
  ])
  func `the service's own estimate is a note of the transfer`(seconds: String, note: String?) throws
  {
    for bars in ["", #","progress_map":{"data":{"completed":"5%"}}"#] {
      let job = try DRSSample.job(
        listed: #""status":"FULL_TRANSFER_STARTED","task_type":"FULL_TRANS""#,
        progress: "\"progress\":\"5\",\"remaining_time\":\"\(seconds)\"\(bars)")
      #expect(job.steps.map(\.note) == [note])
    }
  }
}

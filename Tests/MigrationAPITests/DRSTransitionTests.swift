import CustomDump
import MigrationAPI
import MigrationModel
import Testing

import struct Foundation.Date

/// What calls told at different moments of a task's way.
@Suite struct `A DRS task between two calls` {
  static func job(after record: DRS.TaskRecord, _ word: String) throws -> Job {
    var record = record
    record.keep(try `What a DRS task means`.status(word), at: DRSSample.now.addingTimeInterval(9))
    return try #require(Job(DRSSample.id, record))
  }

  static func copying(_ fields: String) throws -> DRS.TaskRecord {
    try DRSSample.record(
      listed: #""status":"FULL_TRANSFER_STARTED","task_type":"FULL_INCR_TRANS""#,
      progress: """
        "transfer_status":"FULL_TRANSFER_STARTED","task_mode":"FULL_INCR_TRANS","progress":"99",
        \(fields)
        """)
  }

  static let bars = """
    "progress_map":{"struct":{"completed":"100%"},"data":{"completed":"99%"},
      "index":{"completed":"50%"}}
    """

  @Test func `the bars of the full transfer say nothing of what comes behind it`() throws {
    let record = try Self.copying("\"incre_trans_delay\":\"0\",\(Self.bars)")
    let job = try Self.job(after: record, "INCRE_TRANSFER_STARTED")
    #expect(job.steps.map { "\($0.id) \($0.state)" } == ["full done", "incr running"])
    #expect(job.progress == Progress())
    #expect(job.lag == .absent(.sourceUnavailable))
    #expect(job.notes.isEmpty)
    let complete = try Self.job(after: record, "FULL_TRANSFER_COMPLETE")
    #expect(complete.steps.map { "\($0.id) \($0.state)" } == ["full done", "incr pending"])
    #expect(complete.progress == Progress())
  }

  @Test(arguments: [
    ("FULL_TRANSFER_FAILED", ["done", "failed", "failed", "pending"]),
    ("PAUSING", ["done", "paused", "paused", "pending"]),
    ("NODE_UPGRADE_START", ["done", "running", "running", "pending"]),
  ])
  func `the bars stay while the full transfer stands still`(word: String, states: [String]) throws {
    let job = try Self.job(after: try Self.copying(Self.bars), word)
    #expect(job.steps.map { "\($0.state)" } == states)
    #expect(job.progress.fraction == 0.99)
  }

  @Test func `the end of an attempt is not the start of the next`() throws {
    let record = try DRSSample.record(
      listed: #""status":"INCRE_TRANSFER_STARTED","task_type":"FULL_INCR_TRANS""#,
      progress: #""transfer_status":"INCRE_TRANSFER_STARTED","progress":"100""#)
    #expect(try Self.job(after: record, "FULL_TRANSFER_STARTED").progress == Progress())
  }

  @Test func `a done task has no step in trouble`() throws {
    let job = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_COMPLETE","task_type":"FULL_TRANS""#,
      progress: """
        "progress":"0","transfer_status":"FULL_TRANSFER_COMPLETE","progress_map":{
          "struct":{"completed":"94%"},"data":{"completed":"100%"}}
        """)
    #expect(job.state == .done)
    #expect(job.steps.map(\.state) == [.done, .done])
    #expect(job.steps.map(\.fraction) == [nil, 1])
    #expect(
      job.notes == ["contradiction: the status is FULL_TRANSFER_COMPLETE, struct is at 94%"])
  }

  static let pauses: [(progress: String, phase: Phase, fraction: Double?)] = [
    (#""transfer_status":"INCRE_TRANSFER_STARTED","incre_trans_delay":"-1""#, .incremental, nil),
    (#""transfer_status":"PAUSING","incre_trans_delay":"3""#, .incremental, nil),
    (#""incre_trans_delay_millis":"0""#, .incremental, nil),
    (#""transfer_status":"PAUSING","incre_trans_delay":"-1""#, .full, 0.999),
    (#""transfer_status":"FULL_TRANSFER_STARTED","incre_trans_delay":"0""#, .full, 0.999),
    (#""task_mode":"FULL_TRANS","incre_trans_delay":"0""#, .full, 0.999),
  ]

  @Test(arguments: pauses)
  func `progress shows where a paused task stands`(
    row: (progress: String, phase: Phase, fraction: Double?)
  ) throws {
    var record = try DRSSample.record(
      listed: #""status":"PAUSING""#, progress: "\"progress\":\"100\",\(row.progress)")
    let job = try #require(Job(DRSSample.id, record))
    #expect(job.state == .paused && job.phase == row.phase)
    #expect(job.progress.fraction == row.fraction)
    // Another attempt begins with the full transfer.
    record.keep(try `What a DRS task means`.status("FULL_TRANSFER_STARTED"), at: DRSSample.now)
    #expect(try Self.job(after: record, "PAUSING").phase == .full)
  }

  static let rates = #""apply_rows_rate":120,"apply_bytes_rate":4096"#

  @Test(
    arguments: [
      ("INCRE_TRANSFER_STARTED", 120), ("CHANGE_JOB_STARTED", 120), ("REBUILD_NODE_STARTED", 120),
      ("RELEASE_RESOURCE_COMPLETE", nil), ("PAUSING", nil), ("FULL_TRANSFER_STARTED", nil),
      ("INCRE_TRANSFER_FAILED", nil), ("RELEASE_RESOURCE_STARTED", nil), ("STARTJOBING", nil),
    ] as [(String, Double?)])
  func `only a task that replicates has rates`(word: String, rows: Double?) throws {
    let job = try DRSSample.job(
      detail: "\"status\":\"\(word)\",\"full_transfer_complete_time\":\"1608369510202\"",
      progress: Self.rates)
    #expect(job.throughput.rowsPerSecond == rows)
    #expect(job.throughput.bytesPerSecond == rows.map { _ in 4_096 })
  }

  @Test(arguments: ["", "SOMETHING"])
  func `a type that says nothing hides none that is known`(word: String) throws {
    let status = #""status":"FULL_TRANSFER_COMPLETE""#
    let unknown = "\(status),\"task_type\":\"\(word)\""
    let listed = try DRSSample.job(
      listed: "\(status),\"task_type\":\"FULL_TRANS\"", detail: unknown)
    #expect(listed.state == .done && listed.replicates == false)
    let progress = try DRSSample.job(
      listed: unknown, detail: unknown, progress: #""task_mode":"FULL_TRANS""#)
    #expect(progress.state == .done)
    let child = try DRSSample.job(
      listed: "\(status),\"task_type\":\"FULL_TRANS\",\"children\":[{\"id\":\"c\",\(unknown)}]")
    #expect(child.steps.last?.state == .done)
  }
}

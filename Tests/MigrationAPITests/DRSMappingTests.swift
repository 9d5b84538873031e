import CustomDump
import MigrationAPI
import MigrationModel
import Testing

import struct Foundation.Date

/// Makes records out of answers in JSON.
enum DRSSample {
  static let id = Job.ID(source: "drs", native: "j-1")
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  static func record(
    listed: String? = nil, detail: String? = nil, progress: String? = nil
  ) throws -> DRS.TaskRecord {
    var record = DRS.TaskRecord()
    if let listed {
      record.keep(try `DRS on the wire`.decode(DRS.ListedTask.self, "{\(listed)}"), at: now)
    }
    if let detail {
      record.keep(try `DRS on the wire`.decode(DRS.TaskDetail.self, "{\(detail)}"), at: now)
    }
    if let progress {
      record.keep(try `DRS on the wire`.decode(DRS.TaskProgress.self, "{\(progress)}"), at: now)
    }
    return record
  }

  static func job(
    listed: String? = nil, detail: String? = nil, progress: String? = nil
  ) throws -> Job {
    try #require(Job(id, try record(listed: listed, detail: detail, progress: progress)))
  }
}

@Suite struct `What a DRS task means` {
  struct Row: Sendable, CustomTestStringConvertible {
    var word: String
    var type = "FULL_INCR_TRANS"
    var isFullComplete = false
    var state: State
    var phase: Phase

    var testDescription: String { "\(word) \(type) \(isFullComplete)" }
  }

  static let rows = [
    Row(word: "CREATING", state: .pending, phase: .pending),
    Row(word: "CONFIGURATION", state: .pending, phase: .pending),
    Row(word: "WAITING_FOR_START", state: .pending, phase: .pending),
    Row(word: "STARTJOBING", state: .pending, phase: .pending),
    Row(word: "CHILD_TRANSFER_STARTING", state: .pending, phase: .pending),
    Row(word: "CREATE_FAILED", state: .failed, phase: .pending),
    Row(word: "START_JOB_FAILED", state: .failed, phase: .pending),
    Row(word: "FULL_TRANSFER_STARTED", state: .running, phase: .full),
    Row(word: "CHILD_TRANSFER_STARTED", state: .running, phase: .full),
    Row(word: "CHILD_TRANSFER_COMPLETE", state: .running, phase: .full),
    Row(word: "FULL_TRANSFER_FAILED", state: .failed, phase: .full),
    Row(word: "CHILD_TRANSFER_FAILED", state: .failed, phase: .full),
    Row(word: "FULL_TRANSFER_COMPLETE", state: .running, phase: .full),
    Row(word: "FULL_TRANSFER_COMPLETE", type: "FULL_TRANS", state: .done, phase: .none),
    Row(word: "FULL_TRANSFER_COMPLETE", type: "SOMETHING", state: .running, phase: .full),
    Row(word: "INCRE_TRANSFER_STARTED", state: .running, phase: .incremental),
    Row(word: "CHANGE_JOB_STARTED", state: .running, phase: .incremental),
    Row(word: "INCRE_TRANSFER_FAILED", state: .failed, phase: .incremental),
    Row(word: "CHANGE_JOB_FAILED", state: .failed, phase: .incremental),
    Row(word: "PAUSING", state: .paused, phase: .full),
    Row(word: "PAUSING", isFullComplete: true, state: .paused, phase: .incremental),
    Row(word: "PAUSING", type: "INCR_TRANS", state: .paused, phase: .incremental),
    Row(word: "PAUSING", type: "FULL_TRANS", state: .paused, phase: .full),
    Row(word: "PAUSEING", state: .paused, phase: .full),
    Row(word: "REBUILD_NODE_STARTED", isFullComplete: true, state: .warning, phase: .incremental),
    Row(word: "NODE_UPGRADE_START", state: .warning, phase: .full),
    Row(word: "NODE_UPGRADE_FAILED", type: "INCR_TRANS", state: .warning, phase: .incremental),
    Row(word: "REBUILD_NODE_FAILED", state: .failed, phase: .full),
    Row(word: "NODE_UPGRADE_COMPLETE", isFullComplete: true, state: .running, phase: .incremental),
    Row(word: "RELEASE_RESOURCE_STARTED", state: .running, phase: .stopping),
    Row(word: "RELEASE_CHILD_TRANSFER_STARTED", state: .running, phase: .stopping),
    Row(word: "RELEASE_RESOURCE_FAILED", state: .failed, phase: .stopping),
    Row(word: "RELEASE_RESOURCE_COMPLETE", state: .stopped, phase: .none),
    Row(word: "RELEASE_RESOURCE_COMPLETE", isFullComplete: true, state: .done, phase: .none),
    Row(word: "RELEASE_CHILD_TRANSFER_COMPLETE", state: .done, phase: .none),
    Row(word: "DELETED", state: .stopped, phase: .none),
    Row(word: "FROZEN", state: .unknown, phase: .unknown),
    Row(word: "incre_transfer_started", state: .running, phase: .incremental),
  ]

  @Test(arguments: rows) func `state and phase`(row: Row) throws {
    let end = row.isFullComplete ? #","full_transfer_complete_time":"1608369510202""# : ""
    let job = try DRSSample.job(
      detail: "\"status\":\"\(row.word)\",\"task_type\":\"\(row.type)\"\(end)")
    #expect(job.state == row.state)
    #expect(job.phase == row.phase)
    #expect(job.nativeStatus == row.word)
  }

  @Test func `every word of the service has a row`() {
    #expect(DRS.StatusWord.allCases.count == 29)
    let words = Set(Self.rows.map(\.word))
    #expect(DRS.StatusWord.allCases.filter { !words.contains($0.rawValue) }.isEmpty)
  }

  @Test(arguments: [
    (#""progress":"100""#, State.done), (#""progress":"99""#, .stopped),
    (#""progress":"0","progress_map":{"data":{"completed":"100%"}}"#, .done),
    (#""progress_map":{"data":{"completed":"100%"},"index":{"completed":"3%"}}"#, .stopped),
  ])
  func `a released task is done if its transfer was complete`(progress: String, state: State) throws
  {
    let job = try DRSSample.job(
      detail: #""status":"RELEASE_RESOURCE_COMPLETE","task_type":"FULL_TRANS""#, progress: progress)
    #expect(job.state == state)
  }

  static func status(_ word: String) throws -> DRS.TaskStatus {
    try `DRS on the wire`.decode(DRS.TaskStatus.self, "{\"status\":\"\(word)\"}")
  }

  @Test func `what was seen before tells what a later word hides`() throws {
    var record = try DRSSample.record(
      listed: #""status":"INCRE_TRANSFER_STARTED","task_type":"FULL_INCR_TRANS""#)
    record.keep(try Self.status("PAUSING"), at: DRSSample.now)
    #expect(Job(DRSSample.id, record)?.phase == .incremental)
    record.keep(try Self.status("RELEASE_RESOURCE_COMPLETE"), at: DRSSample.now)
    #expect(Job(DRSSample.id, record)?.state == .done)
    record.keep(try Self.status("FULL_TRANSFER_STARTED"), at: DRSSample.now)
    record.keep(try Self.status("PAUSING"), at: DRSSample.now)
    #expect(Job(DRSSample.id, record)?.phase == .full)
  }

  @Test func `the last status counts, with the time of the oldest figure`() throws {
    var record = try DRSSample.record(
      listed: #""status":"CREATING""#, progress: #""progress":"5""#)
    let later = DRSSample.now.addingTimeInterval(60)
    record.keep(try Self.status("INCRE_TRANSFER_STARTED"), at: later)
    #expect(Job(DRSSample.id, record)?.phase == .incremental)
    #expect(Job(DRSSample.id, record)?.observedAt == DRSSample.now)
    record.keep(try Self.status("PAUSED"), at: later)
    #expect(Job(DRSSample.id, record)?.observedAt == later)
  }

  @Test func `a failed child makes a running task warning`() throws {
    let job = try DRSSample.job(
      listed: """
        "status":"FULL_TRANSFER_STARTED","task_type":"FULL_TRANS","children":[
          {"id":"c1","name":"one","status":"FULL_TRANSFER_STARTED"},
          {"id":"c2","status":"FULL_TRANSFER_FAILED","error_msg":"no"}]
        """)
    #expect(job.state == .warning)
    expectNoDifference(
      Array(job.steps.suffix(2)),
      [
        Step(
          id: "c1", name: "one", label: "one", state: .running,
          nativeState: "FULL_TRANSFER_STARTED", phase: .full),
        Step(
          id: "c2", name: "c2", label: "c2", state: .failed, nativeState: "FULL_TRANSFER_FAILED",
          phase: .full, error: Step.Error(message: "no")),
      ])
  }

  @Test(
    arguments: [
      ("FULL_TRANSFER_STARTED", .warning, "m", nil), ("PAUSING", .running, nil, "m"),
      ("FULL_TRANSFER_FAILED", .warning, "m", nil),
      ("RELEASE_RESOURCE_COMPLETE", .running, nil, "m"),
    ] as [(String, State, String?, String?)])
  func `an error text on a child that runs is its error, on any other a note`(
    word: String, state: State, error: String?, note: String?
  ) throws {
    let job = try DRSSample.job(
      listed: """
        "status":"FULL_TRANSFER_STARTED","children":[
          {"id":"c","status":"\(word)","error_msg":"m"}]
        """)
    #expect(job.state == state)
    #expect(job.steps.map(\.error?.message) == [error])
    #expect(job.steps.map(\.note) == [note])
  }
}

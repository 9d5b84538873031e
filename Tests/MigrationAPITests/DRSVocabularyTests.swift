import CustomDump
import MigrationAPI
import MigrationModel
import Testing

/// Every word that the documents list for a field has a row, here or in the table of the statuses.
@Suite struct `The words of DRS` {
  static let taskTypes: [(word: String, replicates: Bool?, steps: [String])] = [
    ("FULL_TRANS", false, ["full"]), ("INCR_TRANS", true, ["incr"]),
    ("FULL_INCR_TRANS", true, ["full", "incr"]), ("full_incr_trans", true, ["full", "incr"]),
    ("SOMETHING", nil, []), ("", nil, []),
  ]

  @Test(arguments: taskTypes)
  func `task_type`(row: (word: String, replicates: Bool?, steps: [String])) throws {
    let job = try DRSSample.job(
      detail: "\"status\":\"FULL_TRANSFER_STARTED\",\"task_type\":\"\(row.word)\"")
    #expect(job.replicates == row.replicates)
    #expect(job.steps.map(\.id) == row.steps)
  }

  /// Which step stands for the present, by status and type: each of the 29 under each of the three.
  @Test(arguments: DRS.StatusWord.allCases, ["FULL_TRANS", "INCR_TRANS", "FULL_INCR_TRANS"])
  func `status and task_type fit together`(word: DRS.StatusWord, type: String) throws {
    let job = try DRSSample.job(
      detail: "\"status\":\"\(word.rawValue)\",\"task_type\":\"\(type)\"",
      progress: #""progress":"40","incre_trans_delay":"5""#)
    #expect(job.state != .unknown && job.phase != .unknown)
    #expect(job.steps.allSatisfy { $0.state != .unknown })
    #expect((job.phase == .incremental) == (job.lag.value != nil))
    if job.phase != .full && job.state != .done { #expect(job.progress.fraction == nil) }
    #expect(job.state == .done || (job.progress.fraction ?? 0) < 1)
    if job.state == .pending { #expect(job.steps.allSatisfy { $0.state == .pending }) }
    if job.state != .failed { #expect(job.steps.allSatisfy { $0.state != .failed }) }
  }

  @Test(arguments: [
    ("migration", JobKind.migration), ("sync", .sync), ("cloudDataGuard", .disasterRecovery),
    ("replay", nil), ("", nil),
  ])
  func `db_use_type`(word: String, kind: JobKind?) throws {
    let job = try DRSSample.job(detail: "\"status\":\"CREATING\",\"db_use_type\":\"\(word)\"")
    #expect(job.kind == kind)
  }

  /// It says which of the two clouds is this one, not which end is the source.
  @Test(arguments: ["up", "down", "non-dbs"])
  func `job_direction does not turn the ends around`(word: String) throws {
    let job = try DRSSample.job(
      detail: """
        "status":"CREATING","job_direction":"\(word)","source_endpoint":{"ip":"s"},
        "target_endpoint":{"ip":"t"}
        """)
    #expect([job.from?.address, job.to?.address] == ["s", "t"])
  }

  @Test(arguments: [
    ("mysql", "mysql", "mysql"), ("mongodb", "mongodb", "mongodb"),
    ("cloudDataGuard-mysql", "mysql", "mysql"), ("gaussdbv5", "gaussdbv5", "gaussdbv5"),
    ("mysql-to-kafka", "mysql", "kafka"), ("taurus-to-kafka", "taurus", "kafka"),
    ("gaussdbv5ha-to-kafka", "gaussdbv5ha", "kafka"), ("postgresql", "postgresql", "postgresql"),
  ])
  func `engine_type`(word: String, from: String, to: String) throws {
    let job = try DRSSample.job(listed: "\"status\":\"CREATING\",\"engine_type\":\"\(word)\"")
    #expect([job.from?.engine, job.to?.engine] == [from, to])
  }

  @Test(arguments: [
    ("struct", "Structure", Phase.schema), ("data", "Full data", .full),
    ("index", "Indexes", .full), ("trigger", "trigger", .full),
  ])
  func `progress_map`(name: String, label: String, phase: Phase) throws {
    let job = try DRSSample.job(
      listed: #""status":"FULL_TRANSFER_STARTED","task_type":"FULL_TRANS""#,
      progress: "\"progress_map\":{\"\(name)\":{\"completed\":\"40%\"}}")
    #expect(job.steps.map(\.label) == [label])
    #expect(job.steps.map(\.phase) == [phase])
    #expect(job.steps.map(\.fraction) == [0.4])
  }

  static let checks: [(fields: String, state: Step.State, items: [Step.State])] = [
    (#""result":true,"process":"100%","precheck_result":[{"result":"PASSED"}]"#, .done, [.done]),
    (#""result":true,"process":"100%","precheck_result":[{"result":"ALARM"}]"#, .done, [.warning]),
    (
      #""result":false,"process":"100%","precheck_result":[{"result":"FAILED"}]"#, .failed,
      [.failed]
    ),
    (
      #""result":false,"process":"100%","precheck_result":[{"result":"OTHER"}]"#, .failed,
      [.unknown]
    ),
    (
      #""result":false,"process":"99%","precheck_result":[{"result":"FAILED"}]"#, .warning,
      [.failed]
    ),
    (#""result":false,"process":"0%""#, .running, []), (#""result":false"#, .unknown, []),
    (#""result":false,"process":"""#, .unknown, []), (#""process":"100%""#, .unknown, []),
    (#""result":false,"process":"-1%""#, .unknown, []), (#""result":true"#, .done, []),
  ]

  @Test(arguments: checks)
  func `results of the check`(
    row: (fields: String, state: Step.State, items: [Step.State])
  ) throws {
    var record = try DRSSample.record(listed: #""status":"CONFIGURATION""#)
    record.keep(
      try `DRS on the wire`.decode(DRS.PrecheckReport.self, "{\(row.fields)}"), at: DRSSample.now)
    let step = try #require(Job(DRSSample.id, record)?.steps.first)
    #expect(step.state == row.state)
    #expect(step.children.map(\.state) == row.items)
    // Whoever starts the task leaves its check behind.
    record.keep(try `What a DRS task means`.status("STARTJOBING"), at: DRSSample.now)
    record.keep(try `What a DRS task means`.status("CONFIGURATION"), at: DRSSample.now)
    #expect(Job(DRSSample.id, record)?.steps.isEmpty == true)
  }

  typealias Code = (status: Int, code: String, kind: ProviderError.Kind, isPermission: Bool)
  static let codes: [Code] = [
    (422, "DRS.M00002", .rejected, false), (422, "DRS.M00004", .unavailable, false),
    (500, "DRS.M00004", .unavailable, false), (400, "DRS.M00007", .rejected, false),
    (403, "DRS.M00100", .unauthorised, false), (404, "DRS.M00101", .rejected, false),
    (403, "DRS.M00102", .rejected, true), (401, "DRS.M00103", .rejected, true),
    (400, "DRS.M00105", .rejected, false), (400, "DRS.M00200", .rejected, false),
    (400, "DRS.M00201", .rejected, false), (400, "DRS-M00202", .rejected, false),
    (400, "DRS.M00210", .rejected, false), (403, "DRS.M00261", .rejected, true),
    (400, "DRS.M00299", .rejected, false), (400, "DRS.M00301", .rejected, false),
    (400, "DRS.M00304", .rejected, false), (400, "DRS.M01503", .throttled, false),
    (202, "DRS.M01504", .unavailable, false), (400, "DRS.M05003", .rejected, false),
    (400, "DRS.M05004", .rejected, false), (400, "DRS-K02000", .rejected, false),
    (400, "DRS.10000001", .rejected, false), (400, "drs.m01503", .throttled, false),
    (401, "APIGW.0301", .unauthorised, false), (401, "APIG.0301", .unauthorised, false),
    (403, "APIGW.0302", .rejected, true), (404, "APIGW.0101", .rejected, false),
    (413, "APIGW.0201", .rejected, false), (494, "APIGW.0201", .rejected, false),
    (502, "APIGW.0201", .unavailable, false), (504, "APIGW.0201", .unavailable, false),
    (429, "APIGW.0308", .throttled, false), (500, "APIGW.0705", .unavailable, false),
    (503, "APIGW.0801", .unavailable, false), (405, "", .rejected, false),
    (409, "", .rejected, false), (415, "", .rejected, false), (501, "", .unavailable, false),
  ]

  @Test(arguments: codes) func `codes of errors`(row: Code) async throws {
    let provider = try DRSStub.provider(
      StubTransport(.json("{\"error_code\":\"\(row.code)\"}", status: row.status)))
    // A refusal is a problem of the listing, anything else is one of the source.
    var error: ProviderError?
    do throws(ProviderError) {
      error = try await provider.list(after: nil).problems.first
    } catch let thrown {
      error = thrown
    }
    #expect(error?.kind == row.kind)
    #expect(error?.isPermission == row.isPermission)
    #expect(error?.code == (row.code.isEmpty ? nil : row.code))
    #expect(error?.status == row.status)
  }
}

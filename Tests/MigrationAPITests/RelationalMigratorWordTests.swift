import MigrationAPI
import MigrationModel
import Testing

/// Every word that a document of the service lists, and one that none does.
@Suite struct `Words of Relational Migrator` {
  static let statuses = [
    "NOT_STARTED", "RUNNING", "CLEANING_UP", "COMPLETED", "CANCELLING", "CANCELLED", "PAUSED",
    "FAILED", "REBALANCING",
  ]
  static let cdcStatuses = [
    "NOT_STARTED", "RUNNING", "COMPLETING", "COMPLETED", "CANCELLED", "PAUSED", "FAILED",
    "REBALANCING",
  ]
  static let modes = ["SNAPSHOT", "CDC", "INCREMENTAL", "CDC_ONLY", "MIRROR"]

  static func job(_ fields: String) throws -> Job {
    try `What a Relational Migrator job means`.job(fields)
  }

  /// A grid a mode and a stage of the snapshot, for people to compare with the meaning of each
  /// word: a row a status, a column a CDC status.
  @Test func `every pair of statuses has its state and phase`() throws {
    var lines: [String] = []
    for mode in Self.modes {
      for isCompleted in [false, true] {
        lines.append("\(mode), snapshot \(isCompleted ? "completed" : "not completed")")
        lines += [Self.row("", Self.cdcStatuses)]
        for status in Self.statuses {
          let cells = try Self.cdcStatuses.map { cdc in
            try Self.standing(status, cdc, mode, isCompleted)
          }
          lines.append(Self.row(status, cells))
        }
        lines.append("")
      }
    }
    try expectRecorded(
      lines.joined(separator: "\n"), "relational-migrator", "standings.of-every-pair")
  }

  private static func standing(
    _ status: String, _ cdc: String, _ mode: String, _ isCompleted: Bool
  ) throws -> String {
    let job = try job(
      """
      "status":"\(status)","cdcStatus":"\(cdc)","options":{"mode":"\(mode)"},
      "statistics":{"startedAt":"2026-05-04T09:42:00Z","snapshotCompleted":\(isCompleted)}
      """)
    return "\(job.state)/\(job.phase)"
  }

  private static func row(_ head: String, _ cells: [String]) -> String {
    let texts = [head.padded(to: 12)] + cells.map { $0.padded(to: 20) }
    return String(texts.joined(separator: " ").reversed().drop { $0 == " " }.reversed())
  }

  @Test(arguments: [
    ("SNAPSHOT", false, ["snapshot"]), ("CDC", true, ["snapshot", "cdc"]),
    ("INCREMENTAL", true, ["snapshot", "cdc"]), ("CDC_ONLY", true, ["cdc"]),
    ("MIRROR", true, ["snapshot", "cdc"]),
  ])
  func `a mode says whether a job replicates`(
    mode: String, replicates: Bool, steps: [String]
  ) throws {
    let job = try Self.job("\"status\":\"RUNNING\",\"options\":{\"mode\":\"\(mode)\"}")
    #expect(job.replicates == replicates)
    #expect(job.steps.map(\.id) == steps)
    #expect(job.notes.contains("unknown mode: MIRROR") == (mode == "MIRROR"))
  }

  @Test(arguments: [
    ("VERIFYING", Verification.State.verifying, State.running, Phase.verifying),
    ("VERIFIED", .verified, .done, .none), ("FAILED", .different, .failed, .verifying),
    ("ABORTED", .aborted, .warning, .verifying), ("CANCELLING", .verifying, .running, .verifying),
    ("CANCELLED", .cancelled, .done, .none), ("SAMPLING", .unknown, .unknown, .unknown),
  ])
  func `a verification means the same in its old and its new place`(
    word: String, verification: Verification.State, state: State, phase: Phase
  ) throws {
    let places = [
      "\"verificationStatus\":\"\(word)\"", "\"verification\":{\"status\":\"\(word)\"}",
      "\"verificationStatus\":\"\(word)\",\"verification\":{\"status\":\"\"}",
    ]
    for place in places {
      let job = try Self.job("\"status\":\"COMPLETED\",\"metadata\":{\(place)}")
      #expect(job.verification == Verification(state: verification, nativeStatus: word))
      #expect(job.state == state)
      #expect(job.phase == phase)
    }
  }

  @Test(arguments: [
    ("AVAILABLE", true), ("available", true), ("UNAVAILABLE", false), ("NOT_CONFIGURED", false),
    ("UNKNOWN", false), ("DISABLED", false),
  ])
  func `statistics are fresh where they are available only`(word: String, isFresh: Bool) throws {
    let scrape = try Self.job("\"jmxConnectivity\":{\"status\":\"\(word)\"}").scrape
    #expect(scrape == Scrape(isAvailable: isFresh, message: isFresh ? nil : word))
  }

  @Test(arguments: [
    (#""options":{"errorHandling":"FAIL"}"#, nil),
    (
      #""options":{"errorHandling":"WARN"}"#,
      "errors of single records do not end the job (errorHandling WARN)"
    ),
    (
      #""options":{"errorHandling":"SKIP"}"#,
      "errors of single records do not end the job (errorHandling SKIP)"
    ),
    (#""options":{"errorHandling":"RETRY"}"#, "unknown errorHandling: RETRY"),
    (#""options":{"truncationReportMode":"FAIL"}"#, nil),
    (#""options":{"truncationReportMode":"WARN"}"#, nil),
    (#""options":{"truncationReportMode":"IGNORE"}"#, nil),
    (#""connectorStatus":"RUNNING""#, nil), (#""connectorStatus":null"#, nil),
    (#""connectorStatus":"UNASSIGNED""#, "connector status: UNASSIGNED"),
    (#""connectorStatus":"RESTARTING""#, "connector status: RESTARTING"),
    (#""connectorStatus":"PROVISIONING""#, "connector status: PROVISIONING"),
  ])
  func `a setting that changes what figures mean is noted`(fields: String, note: String?) throws {
    let job = try Self.job("\"status\":\"RUNNING\",\(fields)")
    #expect(job.notes == (note.map { [$0] } ?? []))
    #expect(job.state == .running)
  }

  @Test(arguments: [
    ("INFO", LogEntry.Severity.info, "m"), ("WARNING", .warning, "m"), ("ERROR", .error, "m"),
    ("DB_SETUP_ERROR", .error, "m"), ("AUDIT", .unknown, "AUDIT: m"), ("", .unknown, "m"),
  ])
  func `an entry of the log has its severity`(
    type: String, severity: LogEntry.Severity, message: String
  ) throws {
    let job = try Self.job("\"jobUpdates\":[{\"eventType\":\"\(type)\",\"message\":\"m\"}]")
    #expect(job.log == [LogEntry(severity: severity, message: message)])
  }

  @Test(arguments: [
    (#""stage":"SNAPSHOTTING","location":{"table":"t"}"#, "SNAPSHOTTING, table t"),
    (#""stage":"STREAMING","location":{"collection":"c"}"#, "STREAMING, collection c"),
    (
      #""stage":"VERIFICATION","location":{"collection":"c","document":"d"}"#,
      "VERIFICATION, collection c, document d"
    ),
    (#""location":{"table":""}"#, nil), (#""stage":null,"location":null"#, nil),
  ])
  func `an old entry of the log says where`(fields: String, location: String?) throws {
    let job = try Self.job("\"jobUpdates\":[{\"eventType\":\"INFO\",\"message\":\"m\",\(fields)}]")
    #expect(job.log?.map(\.location) == [location])
  }

  @Test(arguments: [
    ("TABLE", "TABLE public.orders"), ("COLLECTION", "COLLECTION public.orders"),
    ("VIEW", "VIEW public.orders"), ("", "public.orders"),
  ])
  func `a place has its kind before its name`(kind: String, location: String) async throws {
    let job = try Self.job(
      """
      "status":"FAILED","failureError":{"message":"m","failedLocation":"public.orders",
        "failedLocationType":"\(kind)"}
      """)
    #expect(job.failure?.location == location)
    let log = try await `The log of a Relational Migrator job`.log(
      #"[{"message":"m","locationName":"public.orders","locationType":"\#(kind)"}]"#)
    #expect(log.map(\.location) == [location])
  }

  @Test(arguments: [
    (#"{"s":{"t":{"whereClause":"id > 7"}}}"#, "SNAPSHOT", "row filters on 1 table"),
    (
      #"{"s":{"t":{"whereClause":"TRUE","rowCount":10},"u":{"rowCount":1}},"r":{}}"#, "CDC",
      "row filters on 2 tables, which do not hold for changes"
    ),
    (#"{"s":{"t":{}}}"#, "SNAPSHOT", nil), ("{}", "SNAPSHOT", nil), ("null", "SNAPSHOT", nil),
  ])
  func `row filters are noted`(filters: String, mode: String, note: String?) throws {
    let job = try Self.job(
      """
      "status":"RUNNING","options":{"mode":"\(mode)"},"relationalTableFilters":\(filters)
      """)
    #expect(job.notes == (note.map { [$0] } ?? []))
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

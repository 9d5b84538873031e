import Foundation
import MigrationAnalysis
import MigrationModel
import MigrationWatch
import Testing

/// What `status --output json` promises to scripts.
@Suite struct StatusDocumentTests {
  typealias Object = [String: Any]

  private static let keys: [String: String] = [
    "": "schema generatedAt sources jobs",
    "source": """
    name service health error lastSuccessAt clockOffsetSeconds callsLastMinute callsPerMinute \
    missingJobs
    """,
    "source.error": "kind code message retryAt",
    "job": """
    source service id name kind state phase nativeStatus stale staleReason stalled stalledSince \
    from to createdAt startedAt finishedAt observedAt ageSeconds progress rates eta lag failure \
    verification cutover steps attempt notes
    """,
    "from": "engine address database", "to": "engine address database",
    "progress": """
    fraction quality tablesDone tablesTotal rowsDone rowsTotal bytesDone bytesTotal processing
    """,
    "rates": "rowsPerSecond bytesPerSecond eventsLastMinute eventsLastHour",
    "eta": "lowSeconds highSeconds absent",
    "lag": """
    milliseconds kind verdict reason absent measuredAt catchUp backlogEvents backlogBytes
    """,
    "catchUp": "lowSeconds highSeconds never",
    "failure": "code message at location duringSetup help",
    "verification": "state nativeStatus fraction",
    "cutover": "ready since checks", "check": "id verdict evidence",
    "step": """
    id name label code state nativeState phase fraction lagMilliseconds startedAt finishedAt note \
    error children
    """,
    "step.error": "code message help",
  ]

  /// A job with all that a service can tell, and one with nothing.
  private static let board: Board = {
    var board = Board()
    for _ in 0..<6 {
      board.wait(5)
      board.list([full, .sample("bare")], missing: ["x"])
    }
    board.fail(.throttled)
    return board
  }()

  private static let full = Job.sample("full", .running, .incremental) {
    $0.from = DatabaseEndpoint(engine: "mysql", address: "h:1", database: nil)
    $0.to = DatabaseEndpoint(engine: nil, address: nil, database: nil)
    $0.kind = .disasterRecovery
    $0.replicates = true
    $0.progress = Progress(fraction: 0.5, quality: .exact, rows: .init(done: 5, total: 9))
    $0.lag = .seconds(100.5)
    $0.failure = Failure(message: "was retried")
    $0.verification = Verification(state: .verifying)
    let part = Step(id: "p", name: "p", label: "P", state: .caughtUp, error: .init())
    $0.steps = [Step(id: "1", name: "s", label: "S", state: .running, children: [part])]
  }

  private func object(_ board: Board) throws -> Object {
    let data = try JSONEncoder().encode(StatusDocument(board.model))
    return try #require(JSONSerialization.jsonObject(with: data) as? Object)
  }

  private func jobs(_ board: Board = board) throws -> [String: Object] {
    let jobs = try #require(object(board)["jobs"] as? [Object])
    return try Dictionary(
      uniqueKeysWithValues: jobs.map { (try #require($0["id"] as? String), $0) })
  }

  private func expectKeys(_ value: Any?, _ name: String) throws -> Object {
    let object = try #require(value as? Object, "\(name) is no object")
    let keys = try #require(Self.keys[name]).split(separator: " ").map(String.init)
    #expect(Set(object.keys) == Set(keys), "\(name)")
    return object
  }

  @Test(arguments: ["full", "bare"])
  func `every key is always there, and no other`(name: String) throws {
    let document = try expectKeys(object(Self.board), "")
    for source in try #require(document["sources"] as? [Any]) {
      _ = try expectKeys(source, "source")
    }
    let job = try expectKeys(jobs()[name], "job")
    for part in ["progress", "rates", "eta", "lag", "cutover"] {
      _ = try expectKeys(job[part], part)
    }
  }

  @Test func `what is there has all its keys too`() throws {
    let sources = try #require(object(Self.board)["sources"] as? [Object])
    _ = try expectKeys(sources[0]["error"], "source.error")
    let job = try #require(jobs()["full"])
    for part in ["from", "to", "failure", "verification"] { _ = try expectKeys(job[part], part) }
    _ = try expectKeys(try #require(job["lag"] as? Object)["catchUp"], "catchUp")
    let checks = try #require((job["cutover"] as? Object)?["checks"] as? [Any])
    #expect(!checks.isEmpty)
    for check in checks { _ = try expectKeys(check, "check") }
    let step = try expectKeys(try #require(job["steps"] as? [Any]).first, "step")
    #expect(step["error"] is NSNull)
    let part = try expectKeys(try #require(step["children"] as? [Any]).first, "step")
    _ = try expectKeys(part["error"], "step.error")
    #expect(part["state"] as? String == "caughtUp")
  }

  @Test func `what was not reported is null, never a number`() throws {
    let job = try #require(jobs()["bare"])
    for key in ["kind", "from", "to", "createdAt", "failure", "verification", "staleReason"] {
      #expect(job[key] is NSNull, "\(key)")
    }
    let progress = try #require(job["progress"] as? Object)
    for key in ["fraction", "rowsDone", "rowsTotal", "bytesDone", "tablesTotal"] {
      #expect(progress[key] is NSNull, "\(key)")
    }
    let lag = try #require(job["lag"] as? Object)
    #expect(lag["milliseconds"] is NSNull && lag["catchUp"] is NSNull)
    #expect(lag["absent"] as? String == "sourceUnavailable")
    let rates = try #require(job["rates"] as? Object)
    #expect(rates.values.allSatisfy { $0 is NSNull })
  }

  @Test func `figures have the units of their keys`() throws {
    let job = try #require(jobs()["full"])
    let lag = try #require(job["lag"] as? Object)
    #expect(lag["milliseconds"] as? Double == 100_500)
    #expect(lag["verdict"] as? String == "steady")
    #expect(job["service"] as? String == "dts")
    #expect(job["kind"] as? String == "disaster-recovery")
    #expect(job["observedAt"] as? String == "2026-09-21T14:13:50Z")
    #expect(job["ageSeconds"] as? Double == 0)
    #expect((job["eta"] as? Object)?["absent"] as? String == "openEnded")
    let source = try #require((object(Self.board)["sources"] as? [Object])?.first)
    #expect(source["health"] as? String == "degraded")
    #expect(source["missingJobs"] as? [String] == ["x"])
    #expect((source["error"] as? Object)?["kind"] as? String == "throttled")
  }

  @Test(
    arguments: [
      (.running, .full, 0.5, 0.5), (.running, .full, 1, 0.999), (.running, .full, 1.11, 0.999),
      (.running, .full, -1, 0), (.failed, .full, 1, 0.999), (.done, .none, nil, 1),
      (.done, .none, 0.4, 1), (.running, .incremental, 0.9, nil), (.running, .stopping, 0.9, nil),
      (.running, .verifying, 0.9, 0.9), (.running, .verifying, nil, nil),
    ] as [(State, Phase, Double?, Double?)])
  func `a fraction stays below one until the job is done`(
    state: State, phase: Phase, told: Double?, printed: Double?
  ) throws {
    let board = Board([.sample("a", state, phase) { $0.progress.fraction = told }])
    let progress = try #require(jobs(board)["a"]?["progress"] as? Object)
    #expect(progress["fraction"] as? Double == printed)
    #expect((progress["fraction"] is NSNull) == (printed == nil))
  }

  @Test(
    arguments: [
      (.running, 1, 0.999), (.done, 0.97, 1), (.done, nil, nil), (.running, 0.4, 0.4),
    ] as [(Step.State, Double?, Double?)])
  func `a step's fraction does too`(state: Step.State, told: Double?, printed: Double?) {
    let step = Step(id: "1", name: "s", label: "S", state: state, fraction: told)
    #expect(JobReport.fraction(of: step) == printed)
  }

  @Test func `a job that is past its estimate says so, until it is done`() {
    func word(_ state: State) -> String? {
      let progress = Progress(fraction: 1.11, quality: .exceeded)
      return Board([.sample("a", state) { $0.progress = progress }]).job("a")?.percentWord
    }
    #expect(word(.running) == ">99%")
    #expect(word(.done) == "100%")
  }

  @Test func `ready is null while it is not known, and false when a check fails`() throws {
    func ready(_ state: State, _ phase: Phase) throws -> Any? {
      let board = Board([.sample("a", state, phase) { $0.replicates = true }])
      return try (jobs(board)["a"]?["cutover"] as? Object)?["ready"]
    }
    #expect(try ready(.running, .incremental) is NSNull)
    #expect(try ready(.running, .full) as? Bool == false)
    #expect(try ready(.done, .none) is NSNull)
  }

  @Test func `jobs can be picked, in the order asked for`() throws {
    let document = StatusDocument(
      Self.board.model, ids: [.lab("full"), .lab("gone"), .lab("bare")])
    let data = try JSONEncoder().encode(document)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? Object)
    let ids = try #require(object["jobs"] as? [Object]).map { $0["id"] as? String }
    #expect(ids == ["full", "bare"])
  }

  @Test func `services have the names of the configuration`() {
    #expect(Service.allCases.map(\.rawValue) == ["relational-migrator", "dts", "drs"])
  }
}

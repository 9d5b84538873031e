import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `The log of a Relational Migrator job` {
  static let id = Job.ID(source: "rm", native: "a")
  static let list = HTTPReply.json(#"[{"id":"a","status":"RUNNING"}]"#)
  static let info = HTTPReply.json(#"{"build":{"version":"1.17.2"}}"#)

  /// A provider that has listed the job, and what it makes of the answer for the log.
  static func reading(
    _ reply: HTTPReply, of info: HTTPReply = info, then more: HTTPReply...
  ) async throws -> (JobReading, RelationalMigratorProvider, StubTransport) {
    let replies = [list, info, reply] + more
    let transport = StubTransport { _, number throws(ProviderError) in replies[number] }
    let provider = try `A Relational Migrator source`.provider(transport)
    _ = try await provider.wholeListing()
    let reading = try #require(try await provider.read([id], .details).first)
    return (reading, provider, transport)
  }

  static func log(_ text: String) async throws -> [LogEntry] {
    guard case .job(let job) = try await reading(.json(text)).0 else { return [] }
    return try #require(job.log)
  }

  static func event(_ minute: Int, _ message: String) -> String {
    #"{"eventType":"INFO","message":"\#(message)","timestamp":"2026-05-04T09:0\#(minute):00Z"}"#
  }

  @Test(arguments: [
    [event(3, "c"), event(2, "b"), event(1, "a")], [event(1, "a"), event(2, "b"), event(3, "c")],
    [event(3, "c"), #"{"eventType":"INFO","message":"b"}"#, event(1, "a")],
    [event(1, "c"), event(1, "b"), event(1, "a")],
  ])
  func `the newest entry comes first, whichever the service begins with`(
    events: [String]
  ) async throws {
    let log = try await Self.log("[\(events.joined(separator: ","))]")
    #expect(log.map(\.message) == ["c", "b", "a"])
  }

  @Test func `an entry tells everything that the service tells`() async throws {
    let log = try await Self.log(
      """
      [{"eventType":"ERROR","message":"Duplicate key","timestamp":"2026-05-04T09:42:00Z",
        "details":"E11000","stackTrace":["MongoWriteException","\\tat com.mongodb"],
        "locationType":"COLLECTION","locationName":"authors","fieldName":"name",
        "key":{"region":"eu","id":"7"},"errorType":"DuplicateKeyError"},7,{}]
      """)
    expectNoDifference(
      log,
      [
        LogEntry(
          at: Date(timeIntervalSince1970: 1_777_887_720), severity: .error,
          message: "Duplicate key", details: "E11000\nMongoWriteException\n\tat com.mongodb",
          code: "DuplicateKeyError",
          location: "COLLECTION authors, field name, key id=7 region=eu")
      ])
  }

  @Test func `a long log is asked for in part and kept in part`() async throws {
    let line = String(repeating: "x", count: 10_000)
    let stack = Array(repeating: "\"\(line)\"", count: 9).joined(separator: ",")
    let event =
      #"{"eventType":"INFO","message":"\#(line)","details":"\#(line)","stackTrace":[\#(stack)]}"#
    let events = Array(repeating: event, count: 300).joined(separator: ",")
    let (reading, _, transport) = try await Self.reading(.json("[\(events)]"))
    guard case .job(let job) = reading, let log = job.log else {
      Issue.record("no log")
      return
    }
    #expect(log.count == 200)
    #expect(log.allSatisfy { $0.message.count < 5_000 && ($0.details?.count ?? 0) < 20_000 })
    #expect(log.first?.message.hasSuffix("x… (cut)") == true)
    #expect(await transport.calls.last?.parameters == ["limit": "200", "offset": "0"])
  }

  static let noSuchRoute = "No static resource api/v1/jobs/a/logs."

  @Test(arguments: [
    HTTPReply(status: 404, body: []), HTTPReply(status: 405, body: []), .json("", status: 501),
    .json(""),
    .json(#"{"timestamp":"t","status":404,"error":"Not Found","path":"/x"}"#, status: 404),
    .json(#"{"timestamp":"t","status":400,"error":"Bad Request","path":"/x"}"#, status: 400),
    .json(#"{"errorType":"NOT_FOUND","message":"\#(noSuchRoute)"}"#, status: 404),
    .json(#"{"errorType":"NOT_FOUND","message":"\#(noSuchRoute)"}"#, status: 500),
    .json(#"{"status":404,"message":"\#(noSuchRoute)","path":"/x"}"#, status: 404),
  ])
  func `a version without logs is not in trouble, and not asked again`(
    reply: HTTPReply
  ) async throws {
    let (reading, provider, transport) = try await Self.reading(reply, then: Self.list)
    guard case .job(let job) = reading else {
      Issue.record("\(reading)")
      return
    }
    #expect(job.log == nil)
    #expect(job.details == .nothing)
    let listing = try await provider.wholeListing()
    #expect(listing.jobs.map(\.details) == [.nothing])
    #expect(listing.problems.isEmpty)
    _ = try await provider.read([Self.id], .details)
    #expect(await transport.calls.count == 4)
  }

  @Test(arguments: [
    HTTPReply.html("<!doctype html>"), .html("<html>", status: 404), .html("<html>", status: 501),
  ])
  func `a page instead of the log is a failure of a version that has one`(
    reply: HTTPReply
  ) async throws {
    let (reading, _, _) = try await Self.reading(reply)
    guard case .failed = reading else {
      Issue.record("\(reading)")
      return
    }
    let (other, provider, _) = try await Self.reading(reply, of: .json("{}"), then: Self.list)
    guard case .job(let job) = other else {
      Issue.record("\(other)")
      return
    }
    #expect(job.details == .nothing)
    #expect(try await provider.wholeListing().jobs.map(\.details) == [.nothing])
  }

  @Test func `an unknown version is asked for its log again after each look at the version`()
    async throws
  {
    let clock = TestClock()
    let transport = StubTransport { call, _ in
      switch call.name {
      case "GET jobs": Self.list
      case "GET info": .html("<html>")
      default: .html("<html>busy</html>")
      }
    }
    let provider = try `A Relational Migrator source`.provider(transport, clock: clock)
    _ = try await provider.wholeListing()
    _ = try await provider.read([Self.id], .details)
    clock.advance(599)
    #expect(try await provider.wholeListing().jobs.map(\.details) == [.nothing])
    clock.advance(1)
    #expect(try await provider.wholeListing().jobs.map(\.details) == [.log])
  }

  static let noFiles =
    #"{"jobId":"a","message":"There were no log files for job with id: a","description":null}"#

  @Test(
    arguments: [
      (.json(noFiles, status: 404), "empty"), (.json(noFiles), "empty"),
      (.json(noFiles, status: 400), "empty"), (.json(noFiles, status: 500), "empty"),
      (
        .json(#"{"errorType":"NOT_FOUND","message":"No log files for a"}"#, status: 404), "empty"
      ),
      (.json("[]"), "empty"), (.json("{}"), "malformed"),
      (.json(#"{"errorType":"X","message":"no job"}"#, status: 404), "rejected"),
      (.json(#"{"jobId":"a","message":"no job"}"#, status: 404), "rejected"),
      (.json(#"{"message":"m"}"#, status: 400), "rejected"),
      (.json(#"{"message":"m"}"#, status: 500), "unavailable"),
      (.json(#"{"error":"Internal Server Error","path":"/x"}"#, status: 500), "unavailable"),
    ] as [(HTTPReply, String)])
  func `a log that is empty is not one that cannot be read`(
    reply: HTTPReply, meaning: String
  ) async throws {
    switch try await Self.reading(reply).0 {
    case .job(let job):
      #expect(meaning == "empty")
      #expect(job.log == [])
      #expect(job.details == .log)
    case .missing: Issue.record("the job is not gone with its log")
    case .failed(_, let error): #expect(meaning == error.kind.rawValue)
    }
  }

  @Test func `a log stays with its job until eight others were opened`() async throws {
    let jobs = (0..<9).map { #"{"id":"\#($0)","status":"COMPLETED"}"# }.joined(separator: ",")
    let transport = StubTransport { call, _ throws(ProviderError) in
      call.name == "GET jobs" ? .json("[\(jobs)]") : .json("[\(Self.event(1, "m"))]")
    }
    let provider = try `A Relational Migrator source`.provider(transport)
    _ = try await provider.wholeListing()
    for number in 0..<9 {
      _ = try await provider.read([Job.ID(source: "rm", native: "\(number)")], .details)
    }
    let logs = try await provider.wholeListing().jobs.map { $0.log?.map(\.message) }
    #expect(logs == [nil] + Array(repeating: ["m"], count: 8))
  }

  @Test func `a log inside the job needs no call`() async throws {
    let transport = StubTransport(
      .json("[{\"id\":\"a\",\"jobUpdates\":[\(Self.event(1, "m"))]}]"), Self.info)
    let provider = try `A Relational Migrator source`.provider(transport)
    let job = try #require(try await provider.wholeListing().jobs.first)
    #expect(job.log?.map(\.message) == ["m"])
    #expect(job.details == .nothing)
    #expect(try await provider.read([job.id], .details) == [.job(job)])
    #expect(await transport.calls.count == 2)
  }
}

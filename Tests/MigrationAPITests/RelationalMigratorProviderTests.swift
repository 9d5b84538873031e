import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `A Relational Migrator source` {
  static let a = #"{"id":"a","status":"RUNNING","projectId":"p"}"#
  static let b = #"{"id":"b","status":"COMPLETED"}"#
  static let info = HTTPReply.json(#"{"build":{"version":"1.17.2"}}"#)
  static let projects = HTTPReply.json(#"[{"id":"p","name":"library"},7]"#)

  static func provider(
    _ transport: StubTransport, jobs: [String]? = nil, header: Secret? = nil,
    clock: TestClock = .init()
  ) throws -> RelationalMigratorProvider {
    RelationalMigratorProvider(
      configuration: RelationalMigratorConfiguration(
        name: "rm", base: try #require(BaseURL("http://127.0.0.1:8278")), jobs: jobs),
      authorization: FixedSecrets(header), transport: transport, now: clock.now)
  }

  @Test func `one call lists the jobs and one names their projects`() async throws {
    let transport = StubTransport(.json("[\(Self.a),\(Self.b)]"), Self.projects)
    let provider = try Self.provider(transport)
    let listing = try await provider.wholeListing()
    #expect(listing.jobs.map(\.name) == ["library", "b"])
    #expect(listing.next == nil)
    #expect(listing.problems.isEmpty)
    #expect(
      await transport.calls.map(\.url) == [
        "http://127.0.0.1:8278/api/v1/jobs?sort=submittedAt,DESC&limit=1000",
        "http://127.0.0.1:8278/api/v1/project", "http://127.0.0.1:8278/api/v1/info",
      ])
    #expect(await provider.connection.requests == 3)
  }

  @Test func `projects are asked for again after ten minutes only`() async throws {
    let clock = TestClock()
    let transport = StubTransport(
      .json("[\(Self.a)]"), .json("{}", status: 500), Self.info, .json("[\(Self.a)]"),
      .json("[\(Self.a)]"), Self.projects)
    let provider = try Self.provider(transport, clock: clock)
    #expect(try await provider.wholeListing().problems.map(\.call) == ["GET project"])
    clock.advance(599)
    let second = try await provider.wholeListing()
    #expect(second.jobs.map(\.name) == ["a"])
    #expect(second.problems.map(\.kind) == [.unavailable])
    clock.advance(1)
    let third = try await provider.wholeListing()
    #expect(third.jobs.map(\.name) == ["library"])
    #expect(third.problems.isEmpty)
  }

  @Test func `a broken element does not lose the others`() async throws {
    let provider = try Self.provider(StubTransport(.json("[7,\(Self.b),{\"status\":\"RUNNING\"}]")))
    let listing = try await provider.wholeListing()
    #expect(listing.jobs.map(\.id.native) == ["b"])
    #expect(listing.problems.map(\.kind) == [.malformed, .malformed])
  }

  @Test func `configured jobs that the list lacks are asked for one by one`() async throws {
    let transport = StubTransport(
      .json("[\(Self.b),{\"id\":\"other\"}]"), .json(#"{"id":"c","status":"FAILED"}"#),
      .json(#"{"message":"no such job","timestamp":"2026-05-04T09:42:00Z"}"#, status: 404),
      .json("", status: 404), Self.info)
    let provider = try Self.provider(transport, jobs: ["b", "c", "x/y", "z"])
    let first = try await provider.list(after: nil)
    #expect(first.jobs.map(\.id.native) == ["b"])
    let second = try await provider.list(after: first.next)
    #expect(second.jobs.map(\.id.native) == ["c"])
    #expect(second.missing.isEmpty)
    let third = try await provider.list(after: second.next)
    #expect(third.missing == ["x/y"])
    #expect(await transport.calls.last?.path == "/api/v1/jobs/x%2Fy")
    let fourth = try await provider.list(after: third.next)
    let last = try await provider.list(after: fourth.next)
    // The last page speaks for all.
    #expect(last.missing == ["x/y", "z"])
    #expect(last.next == nil)
  }

  @Test(arguments: [
    HTTPReply.html("<!doctype html><title>x</title>"), .html("<html>", status: 404),
    .json(#"{"message":"no"}"#, status: 403),
  ])
  func `without a list configured jobs are read singly`(reply: HTTPReply) async throws {
    let provider = try Self.provider(StubTransport(reply, .json(Self.b)), jobs: ["b"])
    let first = try await provider.list(after: nil)
    #expect(first.problems.count == 1)
    let second = try await provider.list(after: first.next)
    #expect(second.jobs.map(\.id.native) == ["b"])
    #expect(second.problems == first.problems)
  }

  @Test(arguments: [
    (HTTPReply.html("<html></html>"), ProviderError.Kind.malformed),
    (.json("", status: 200), .malformed), (.json("{}", status: 200), .malformed),
    (.html("<html></html>", status: 502), .unavailable), (.json("{}", status: 401), .unauthorised),
    (.json("{}", status: 429), .throttled), (.json("{}", status: 440), .rejected),
    (HTTPReply(status: 302, headers: [HTTPCall.Header("Location", "/login")], body: []), .rejected),
  ])
  func `a list that cannot be read says why`(reply: HTTPReply, kind: ProviderError.Kind)
    async throws
  {
    let provider = try Self.provider(StubTransport(reply))
    let error = await #expect(throws: ProviderError.self) { try await provider.wholeListing() }
    #expect(error?.kind == kind)
    #expect(error?.call == "GET jobs")
  }

  @Test(
    arguments: [
      (HTTPReply(status: 200, body: []), "missing"), (HTTPReply(status: 404, body: []), "missing"),
      (.json(#"{"message":"unknown"}"#, status: 404), "missing"),
      (.json(#"{"message":"Job a not found","path":"/api/v1/jobs/a"}"#, status: 404), "missing"),
      (
        .json(#"{"status":404,"error":"Not Found","path":"/api/v1/jobs/a"}"#, status: 404),
        "rejected"
      ),
      (.json(#"{"message":"No static resource api/v1/jobs/a."}"#, status: 404), "rejected"),
      (.html("<html></html>", status: 404), "rejected"), (.html("<html></html>"), "malformed"),
      (.json(#"{"message":"broken"}"#, status: 500), "unavailable"),
      (.json(#"{"id":"another"}"#), "malformed"), (.json(a), "RUNNING"),
    ] as [(HTTPReply, String)])
  func `what one job's answer means`(reply: HTTPReply, meaning: String) async throws {
    let provider = try Self.provider(StubTransport(reply))
    let readings = try await provider.read([Job.ID(source: "rm", native: "a")], .statistics)
    let words = readings.map { reading in
      switch reading {
      case .job(let job): job.nativeStatus
      case .missing: "missing"
      case .failed(_, let error): error.kind.rawValue
      }
    }
    #expect(words == [meaning])
  }

  @Test func `a path that is denied where the list answers denies the job`() async throws {
    let provider = try Self.provider(
      StubTransport { call, _ in
        call.name == "GET jobs"
          ? .json("[\(Self.b)]")
          : .json(#"{"status":404,"error":"Not Found","path":"/api/v1/jobs/a"}"#, status: 404)
      }, jobs: ["a", "b"])
    #expect(try await provider.wholeListing().missing == ["a"])
  }

  @Test func `trouble of the whole source is thrown`() async throws {
    let provider = try Self.provider(StubTransport(.json("{}", status: 503)))
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read([Job.ID(source: "rm", native: "a")], .statistics)
    }
    #expect(error?.kind == .unavailable)
  }

  @Test func `a status that hides the phase shows the one seen last`() async throws {
    let provider = try Self.provider(
      StubTransport(.json(Self.a), .json(#"{"id":"a","status":"PAUSED"}"#)))
    let id = Job.ID(source: "rm", native: "a")
    _ = try await provider.read([id], .statistics)
    guard case .job(let paused)? = try await provider.read([id], .statistics).first else {
      Issue.record("no job")
      return
    }
    #expect(paused.state == .paused)
    #expect(paused.phase == .full)
  }

  @Test func `a proxy's header is sent and compared when renewed`() async throws {
    let transport = StubTransport(.json("[]"))
    let provider = try Self.provider(transport, header: Secret("Basic eA=="))
    _ = try await provider.wholeListing()
    #expect(await transport.calls.first?.header("Authorization") == "Basic eA==")
    #expect(try await provider.renewCredentials() == false)
  }

  @Test func `names and version that do not come make no job wait or look younger`() async throws {
    let clock = TestClock()
    let transport = StubTransport { call, _ throws(ProviderError) in
      switch call.name {
      case "GET jobs": return .json("[\(Self.a)]")
      case "GET jobs/{id}": return .json(Self.b)
      default: break
      }
      clock.advance(10)
      throw ProviderError(.timedOut, message: "no answer within 10 s")
    }
    let provider = try Self.provider(transport, jobs: ["a", "b"], clock: clock)
    let start = clock.now()
    let first = try await provider.list(after: nil)
    let second = try await provider.list(after: first.next)
    #expect((first.jobs + second.jobs).map(\.observedAt) == [start, start])
    #expect(clock.now() == start)
    let third = try await provider.list(after: second.next)
    #expect(third.problems.map(\.kind) == [.timedOut])
    let last = try await provider.list(after: third.next)
    #expect(last.next == nil && third.jobs.isEmpty && last.jobs.isEmpty)
    let names = ["jobs", "jobs/{id}", "project", "info"].map { "GET \($0)" }
    #expect(await transport.calls.map(\.name) == names)
  }

  @Test func `a name that comes late is told with the job as old as it is`() async throws {
    let clock = TestClock()
    let transport = StubTransport { call, _ throws(ProviderError) in
      if call.name == "GET jobs" { return .json("[\(Self.a),\(Self.b)]") }
      clock.advance(5)
      return call.name == "GET project" ? Self.projects : Self.info
    }
    let provider = try Self.provider(transport, clock: clock)
    let start = clock.now()
    let first = try await provider.list(after: nil)
    #expect(first.jobs.map(\.name) == ["a", "b"])
    let second = try await provider.list(after: first.next)
    #expect(second.jobs.map(\.name) == ["library"])
    #expect(second.jobs.map(\.observedAt) == [start])
    _ = try await provider.list(after: second.next)
    #expect(try await provider.list(after: nil).jobs.map(\.name) == ["library", "b"])
  }
}

extension RelationalMigratorProvider {
  /// All pages of a listing as one: each job as the last page that has it tells it.
  func wholeListing() async throws(ProviderError) -> Listing {
    var whole = try await list(after: nil)
    while let next = whole.next {
      let page = try await list(after: next)
      for job in page.jobs {
        if let index = whole.jobs.firstIndex(where: { $0.id == job.id }) {
          whole.jobs[index] = job
        } else {
          whole.jobs.append(job)
        }
      }
      (whole.next, whole.missing, whole.problems) = (page.next, page.missing, page.problems)
    }
    return whole
  }
}

import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `The list of a Relational Migrator` {
  typealias Source = `A Relational Migrator source`

  /// Jobs of those numbers, submitted a second after each other, the newest first.
  static func list(_ numbers: ClosedRange<Int>, status: String = "COMPLETED") -> HTTPReply {
    .json("[\(numbers.reversed().map { job($0, status) }.joined(separator: ","))]")
  }

  static func job(_ number: Int, _ status: String = "COMPLETED") -> String {
    let time = Date(timeIntervalSince1970: 1_777_887_720 + Double(number))
      .formatted(.iso8601)
    return #"{"id":"\#(number)","status":"\#(status)","submittedAt":"\#(time)"}"#
  }

  /// All pages of a listing.
  static func pages(_ provider: RelationalMigratorProvider) async throws -> [Listing] {
    var pages = [try await provider.list(after: nil)]
    while let next = pages.last?.next { pages.append(try await provider.list(after: next)) }
    return pages
  }

  @Test func `only the newest jobs are asked for, and a full list says so`() async throws {
    let transport = StubTransport(Self.list(1...1_000), .json("{}"))
    let provider = try Source.provider(transport)
    #expect(try await Self.pages(provider).flatMap(\.jobs).count == 1_000)
    #expect(
      await transport.calls.first?.url
        == "http://127.0.0.1:8278/api/v1/jobs?sort=submittedAt,DESC&limit=1000")
    #expect(
      await provider.connection.warnings == [
        "only the newest 1000 jobs are listed; older ones are read if `jobs` of the source names"
          + " them"
      ])
  }

  @Test func `a job that fell off the end of the list is kept with its age`() async throws {
    let clock = TestClock()
    let transport = StubTransport(
      Self.list(1...1_000), .json("{}"), Self.list(2...1_001), Self.list(2...1_001), .json("{}"),
      .json(Self.job(1)))
    let provider = try Source.provider(transport, clock: clock)
    _ = try await Self.pages(provider)
    clock.advance(60)
    let kept = try await Self.pages(provider)
    #expect(kept.flatMap(\.jobs).count == 1_001)
    #expect(kept.flatMap(\.jobs).last?.id.native == "1")
    #expect(kept.flatMap(\.jobs).last?.observedAt == clock.now().addingTimeInterval(-60))
    clock.advance(3_540)
    let read = try await Self.pages(provider)
    #expect(read.count == 2 && read.flatMap(\.jobs).last?.observedAt == clock.now())
    #expect(await transport.calls.last?.path == "/api/v1/jobs/1")
  }

  @Test func `a running job that fell off the end is read each time, until it is gone`()
    async throws
  {
    let gone = HTTPReply.json(#"{"message":"unknown"}"#, status: 404)
    let transport = StubTransport(
      Self.list(1...1_000, status: "RUNNING"), .json("{}"), Self.list(2...1_001),
      .json(Self.job(1, "PAUSED")), Self.list(2...1_001), gone, Self.list(2...1_001))
    let provider = try Source.provider(transport)
    _ = try await Self.pages(provider)
    #expect(try await Self.pages(provider).flatMap(\.jobs).last?.state == .paused)
    let after = try await Self.pages(provider)
    #expect(after.flatMap(\.jobs).count == 1_000)
    #expect(after.flatMap(\.missing).isEmpty && after.flatMap(\.problems).isEmpty)
    #expect(try await Self.pages(provider).flatMap(\.jobs).count == 1_000)
  }

  @Test func `a job that a shorter list lacks is gone`() async throws {
    let provider = try Source.provider(
      StubTransport(Self.list(1...3), .json("{}"), Self.list(2...3)))
    _ = try await Self.pages(provider)
    #expect(try await Self.pages(provider).flatMap(\.jobs).map(\.id.native) == ["3", "2"])
  }

  @Test func `a job in the place of which nonsense stands is remembered`() async throws {
    let full = #"{"id":"a","status":"RUNNING"}"#
    let paused = #"{"id":"a","status":"PAUSED"}"#
    let provider = try Source.provider(
      StubTransport(.json("[\(full)]"), .json("{}"), .json("[7]"), .json("[\(paused)]")))
    _ = try await Self.pages(provider)
    _ = try await Self.pages(provider)
    #expect(try await Self.pages(provider).flatMap(\.jobs).map(\.phase) == [.full])
  }

  @Test func `a list too large to be taken in is asked for in a smaller part`() async throws {
    let transport = StubTransport { call, _ throws(ProviderError) in
      if call.parameters["limit"] == "62" { return Self.list(1...62) }
      guard call.name == "GET jobs" else { return .json("{}") }
      throw ProviderError(.malformed, message: "the answer is larger than 16 MiB")
    }
    let provider = try Source.provider(transport)
    for _ in 1...2 {
      await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
    }
    #expect(try await Self.pages(provider).flatMap(\.jobs).count == 62)
    #expect(await provider.connection.warnings.first?.contains("newest 62 jobs") == true)
  }

  @Test func `a call that is cut is made once more, and both are counted`() async throws {
    let cut: ProviderError = {
      var error = ProviderError(.unreachable, message: "cut the connection")
      error.isCut = true
      return error
    }()
    let transport = StubTransport { call, number throws(ProviderError) in
      if call.name == "GET jobs", number < 3 { throw cut }
      return call.name == "GET jobs" ? Self.list(1...1) : .json("{}")
    }
    let provider = try Source.provider(transport)
    await #expect(throws: cut) { try await provider.list(after: nil) }
    #expect(await provider.connection.requests == 2)
    #expect(try await provider.list(after: nil).jobs.count == 1)
    #expect(await provider.connection.requests == 5)
  }

  @Test func `a proxy's header is sent with every call`() async throws {
    let transport = StubTransport(
      .json(#"[{"id":"a","status":"RUNNING","projectId":"p"}]"#), .json("[]"), .json("{}"),
      .json(#"{"id":"a","status":"RUNNING"}"#), .json("[]"))
    let provider = try Source.provider(transport, header: Secret("Bearer x"))
    let id = try #require(try await provider.list(after: nil).jobs.first?.id)
    for depth in [ReadingDepth.statistics, .details] { _ = try await provider.read([id], depth) }
    let names = ["jobs", "project", "info", "jobs/{id}", "jobs/{id}/logs"].map { "GET \($0)" }
    #expect(await transport.calls.map(\.name) == names)
    #expect(await transport.calls.allSatisfy { $0.header("Authorization") == "Bearer x" })
  }
}

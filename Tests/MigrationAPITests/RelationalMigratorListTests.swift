import Foundation
import MigrationAPI
import MigrationModel
import Synchronization
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
      Self.list(1...1_000), .json("{}"), Self.list(2...1_001), Self.list(2...1_001),
      .json(Self.job(1)), .json("{}"))
    let provider = try Source.provider(transport, clock: clock)
    _ = try await Self.pages(provider)
    clock.advance(60)
    let kept = try await Self.pages(provider)
    #expect(kept.flatMap(\.jobs).count == 1_001)
    #expect(kept.flatMap(\.jobs).last?.id.native == "1")
    #expect(kept.flatMap(\.jobs).last?.observedAt == clock.now().addingTimeInterval(-60))
    clock.advance(3_540)
    let read = try await Self.pages(provider)
    #expect(read.flatMap(\.jobs).last?.observedAt == clock.now())
    #expect(await transport.calls.dropLast().last?.path == "/api/v1/jobs/1")
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

  /// Refuses lists longer than a number that the test sets, as the transport does.
  private static func transport(upTo longest: Longest) -> StubTransport {
    StubTransport { call, _ throws(ProviderError) in
      guard call.name == "GET jobs" else { return .json("{}") }
      let limit = call.parameters["limit"].flatMap { Int($0) } ?? 0
      guard limit > longest.value else { return Self.list(1...limit) }
      var error = ProviderError(.malformed, message: "the answer is larger than 16 MiB")
      error.isTooLarge = true
      throw error
    }
  }

  @Test func `a list too large to be taken in is asked for in a smaller part, then in larger ones`()
    async throws
  {
    let clock = TestClock()
    let longest = Longest(100)
    let transport = Self.transport(upTo: longest)
    let provider = try Source.provider(transport, clock: clock)
    for _ in 1...2 {
      await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
    }
    #expect(try await Self.pages(provider).flatMap(\.jobs).count == 62)
    #expect(await provider.connection.warnings.first?.contains("newest 62 jobs") == true)
    clock.advance(3_599)
    _ = try await Self.pages(provider)
    longest.value = 1_000
    clock.advance(1)
    for _ in 1...6 { _ = try await provider.list(after: nil) }
    let limits = await transport.calls.filter { $0.name == "GET jobs" }
      .compactMap { $0.parameters["limit"] }
    #expect(limits == ["1000", "250", "62", "62", "62", "124", "248", "496", "992", "1000"])
  }

  @Test func `an answer that is broken makes the list no shorter`() async throws {
    let transport = StubTransport { _, number throws(ProviderError) in
      guard number > 0 else {
        throw ProviderError(.malformed, message: "the answer's compression is broken")
      }
      return Self.list(1...2)
    }
    let provider = try Source.provider(transport)
    await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
    _ = try await provider.list(after: nil)
    #expect(await transport.calls.compactMap { $0.parameters["limit"] } == ["1000", "1000"])
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
    await #expect(throws: cut) { try await provider.wholeListing() }
    #expect(await provider.connection.requests == 2)
    #expect(try await provider.wholeListing().jobs.count == 1)
    #expect(await provider.connection.requests == 5)
  }

  @Test func `a proxy's header is sent with every call`() async throws {
    let transport = StubTransport(
      .json(#"[{"id":"a","status":"RUNNING","projectId":"p"}]"#), .json("[]"), .json("{}"),
      .json(#"{"id":"a","status":"RUNNING"}"#), .json("[]"))
    let provider = try Source.provider(transport, header: Secret("Bearer x"))
    let id = try #require(try await provider.wholeListing().jobs.first?.id)
    for depth in [ReadingDepth.statistics, .details] { _ = try await provider.read([id], depth) }
    let names = ["jobs", "project", "info", "jobs/{id}", "jobs/{id}/logs"].map { "GET \($0)" }
    #expect(await transport.calls.map(\.name) == names)
    #expect(await transport.calls.allSatisfy { $0.header("Authorization") == "Bearer x" })
  }
}

/// How many jobs fit into one answer.
private final class Longest: Sendable {
  private let stored: Mutex<Int>

  init(_ value: Int) { stored = Mutex(value) }

  var value: Int {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}

import MigrationAPI
import MigrationModel
import Testing

@Suite struct `The version of a Relational Migrator` {
  typealias Source = `A Relational Migrator source`
  static let cdc = #"{"id":"c","status":"RUNNING","options":{"mode":"CDC"}}"#
  static let snapshot = #"{"id":"s","status":"RUNNING","options":{"mode":"SNAPSHOT"}}"#
  static let loss = "CDC before 1.14 can lose or damage changes without an error (MongoDB's alert"
  static let publicBuilds = "public builds from 1.15 on have no CDC in their web interface"

  /// Answers every call for the version with `info`, unless the call's number says otherwise.
  static func transport(
    _ jobs: String, _ info: @escaping @Sendable (Int) throws(ProviderError) -> HTTPReply
  ) -> StubTransport {
    StubTransport { call, number throws(ProviderError) in
      call.name == "GET info" ? try info(number) : .json("[\(jobs)]")
    }
  }

  static func version(_ text: String) -> HTTPReply { .json(#"{"build":{"version":"\#(text)"}}"#) }

  struct Row: Sendable {
    var jobs: String
    var version: String
    var warning: String?
    var noted: [String] = []
  }

  static let rows = [
    Row(jobs: cdc, version: "1.13.2", warning: loss, noted: ["c"]),
    Row(jobs: "\(snapshot),\(cdc)", version: "v1.9", warning: loss, noted: ["c"]),
    Row(jobs: snapshot, version: "1.13.2"), Row(jobs: cdc, version: "1.14.0"),
    Row(jobs: cdc, version: "1.15.0-rc1", warning: publicBuilds),
    Row(jobs: cdc, version: "1.17.2", warning: publicBuilds),
    Row(jobs: #"{"id":"c","status":"COMPLETED","options":{"mode":"CDC"}}"#, version: "1.17.2"),
    Row(jobs: snapshot, version: "1.17.2"), Row(jobs: cdc, version: "latest"),
    Row(
      jobs: #"{"id":"o","status":"RUNNING","options":{"mode":"CDC_ONLY"}}"#, version: "latest",
      noted: ["o"]),
  ]

  @Test(arguments: rows) func `warns of what concerns a job that is there`(row: Row) async throws {
    let provider = try Source.provider(
      Self.transport(row.jobs) { _ throws(ProviderError) in Self.version(row.version) })
    let jobs = try await provider.wholeListing().jobs
    let connection = await provider.connection
    #expect(connection.version == row.version)
    #expect(connection.warnings.count == (row.warning == nil ? 0 : 1))
    let warning = connection.warnings.first ?? ""
    #expect(warning.hasPrefix("version \(row.version): ") || row.warning == nil)
    #expect(warning.contains(row.warning ?? ""))
    let noted = jobs.filter { $0.notes.contains { $0.hasPrefix(Self.loss) } }
    #expect(noted.map(\.id.native) == row.noted)
  }

  @Test(arguments: [
    ("1.15.0", Job.Details.nothing), ("1.15.1", .log), ("1.18.1", .log), ("2.0", .log),
    ("latest", .log),
  ])
  func `logs are there from 1.15.1 on`(version: String, details: Job.Details) async throws {
    let provider = try Source.provider(
      Self.transport(Self.snapshot) { _ throws(ProviderError) in Self.version(version) })
    #expect(try await provider.wholeListing().jobs.map(\.details) == [details])
  }

  @Test(arguments: [
    HTTPReply.html("<html>"), .html("<html>", status: 404), .json("{}", status: 500),
    .json("{}", status: 401), .json("7"), .json(#"{"build":null}"#),
  ])
  func `a version that is not told degrades nothing`(reply: HTTPReply) async throws {
    let provider = try Source.provider(
      Self.transport(Self.cdc) { _ throws(ProviderError) in reply })
    let listing = try await provider.wholeListing()
    #expect(listing.jobs.count == 1)
    #expect(listing.problems.isEmpty)
    let connection = await provider.connection
    #expect(connection.version == nil)
    #expect(connection.warnings.isEmpty)
  }

  @Test func `is asked for once an hour`() async throws {
    let clock = TestClock()
    let transport = Self.transport(Self.cdc) { number throws(ProviderError) in
      Self.version(number < 3 ? "1.13.2" : "1.14.0")
    }
    let provider = try Source.provider(transport, clock: clock)
    _ = try await provider.wholeListing()
    clock.advance(3_599)
    _ = try await provider.wholeListing()
    #expect(await provider.connection.version == "1.13.2")
    clock.advance(1)
    _ = try await provider.wholeListing()
    #expect(await provider.connection.version == "1.14.0")
    #expect(await provider.connection.warnings.isEmpty)
    #expect(await transport.calls.count == 5)
  }

  @Test(arguments: [ProviderError.Kind.unreachable, .timedOut, .unavailable])
  func `is asked for again after the service was away`(trouble: ProviderError.Kind) async throws {
    let transport = StubTransport { call, number throws(ProviderError) in
      if call.name == "GET info" { return Self.version(number == 1 ? "1.15.0" : "1.16.0") }
      guard number == 2 else { return .json("[\(Self.snapshot)]") }
      if trouble == .unavailable { return .html("<html>", status: 503) }
      throw ProviderError(trouble, message: "away")
    }
    let provider = try Source.provider(transport)
    #expect(try await provider.wholeListing().jobs.map(\.details) == [.nothing])
    await #expect(throws: ProviderError.self) { try await provider.wholeListing() }
    #expect(try await provider.wholeListing().jobs.map(\.details) == [.log])
    #expect(await provider.connection.version == "1.16.0")
  }
}

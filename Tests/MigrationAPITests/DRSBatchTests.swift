import CustomDump
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `A batch that DRS refuses as a whole` {
  static let ten = (0..<10).map { "t\($0)" }

  /// Refuses every batch with one of these ids in it, without saying which.
  static func transport(refusing bad: Set<String>, with code: String) -> StubTransport {
    StubTransport { call, _ throws(ProviderError) in
      let ids = Self.asked(call)
      guard bad.isDisjoint(with: ids) else {
        return .json("{\"error_code\":\"\(code)\",\"error_msg\":\"m\"}", status: 400)
      }
      let items = ids.map {
        "{\"id\":\"\($0)\",\"job_id\":\"\($0)\",\"status\":\"CREATING\",\"progress\":\"1\","
          + "\"transfer_status\":\"CREATING\"}"
      }
      return .json("{\"results\":[\(items.joined(separator: ","))]}")
    }
  }

  static func asked(_ call: HTTPCall) -> [String] {
    let list = DRSStub.text(call)?.split(separator: "[").last?.split(separator: "]").first ?? ""
    return list.split(separator: ",").map { String($0.filter { $0 != "\"" }) }
  }

  @Test(arguments: [ReadingDepth.status, .statistics, .steps])
  func `one bad id does not hide the other nine`(depth: ReadingDepth) async throws {
    let transport = Self.transport(refusing: ["t3"], with: "DRS.M00202")
    let provider = try DRSStub.provider(transport)
    let ids = Self.ten.map { Job.ID(source: "drs", native: $0) }
    let readings = try await provider.read(ids, depth)
    var expected = Array(repeating: "CREATING", count: 10)
    expected[3] = "rejected DRS.M00202"
    #expect(`Reading DRS tasks`.words(readings) == expected)
    let calls = await transport.calls.count
    #expect(calls <= 9)
    #expect(await provider.connection.requests == calls)
    // It is known now, and left out for a minute.
    #expect(try await `Reading DRS tasks`.words(provider.read(ids, depth)) == expected)
    #expect(await transport.calls.count == calls + 1)
  }

  @Test func `a task that is gone is found among the others`() async throws {
    let transport = Self.transport(refusing: ["t9"], with: "DRS.M05004")
    let provider = try DRSStub.provider(transport)
    let readings = try await provider.read(
      Self.ten.map { Job.ID(source: "drs", native: $0) }, .status)
    #expect(`Reading DRS tasks`.words(readings).last == "missing DRS.M05004")
  }

  @Test func `many bad ids take no more than twelve calls, and every one has an answer`()
    async throws
  {
    let clock = TestClock()
    let transport = Self.transport(refusing: Set(Self.ten.dropLast()), with: "DRS.M00202")
    let provider = try DRSStub.provider(transport, clock: clock)
    let ids = Self.ten.map { Job.ID(source: "drs", native: $0) }
    #expect(try await provider.read(ids, .status).count == 10)
    #expect(await transport.calls.count <= 12)
    let again = try await provider.read(ids, .status)
    #expect(
      `Reading DRS tasks`.words(again)
        == Array(repeating: "rejected DRS.M00202", count: 9) + ["CREATING"])
    clock.advance(60)
    let before = await transport.calls.count
    _ = try await provider.read([ids[0]], .status)
    #expect(await transport.calls.count == before + 1)
  }

  static let whole: [(status: Int, code: String)] = [
    (400, "DRS.M00210"), (400, "DRS.M01503"), (400, "DRS.M00105"), (403, "DRS.M00102"),
    (401, "DRS.M00103"), (404, "APIGW.0101"), (413, "APIGW.0201"), (429, "APIGW.0308"),
    (422, "DRS.M00004"), (404, "DRS.M00101"), (403, "DRS.M00261"),
  ]

  @Test(arguments: whole)
  func `what is wrong with the call is asked once`(status: Int, code: String) async throws {
    let transport = StubTransport { _, _ throws(ProviderError) in
      .json("{\"error_code\":\"\(code)\"}", status: status)
    }
    let provider = try DRSStub.provider(transport)
    await #expect(throws: ProviderError.self) {
      try await provider.read(DRSStub.ids("a", "b"), .status)
    }
    #expect(await transport.calls.count == 1)
  }

  @Test func `an id that is asked for twice is sent once`() async throws {
    let transport = Self.transport(refusing: [], with: "")
    let readings = try await DRSStub.provider(transport).read(DRSStub.ids("a", "a"), .status)
    #expect(readings.count == 2)
    #expect(await transport.calls.map(Self.asked) == [["a"]])
  }
}

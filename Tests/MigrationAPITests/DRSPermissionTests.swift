import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Kinds of DRS tasks that may not be listed` {
  @Test func `a kind of task that may not be listed is asked for again after ten minutes`()
    async throws
  {
    let clock = TestClock()
    let transport = StubTransport { call, number throws(ProviderError) in
      let isForbidden = DRSStub.text(call)?.contains("migration") == true && number < 10
      return isForbidden
        ? .json(#"{"error_code":"DRS.M00102"}"#, status: 403) : DRSStub.page([], total: 0)
    }
    let provider = try DRSStub.provider(transport, clock: clock)
    func pass() async throws -> (calls: Int, problems: [String?]) {
      let before = await transport.calls.count
      var listing = try await provider.list(after: nil)
      while let next = listing.next { listing = try await provider.list(after: next) }
      return (await transport.calls.count - before, listing.problems.map(\.code))
    }
    #expect(try await pass() == (3, ["DRS.M00102"]))
    clock.advance(599)
    #expect(try await pass() == (2, ["DRS.M00102"]))
    clock.advance(1)
    #expect(try await pass() == (3, ["DRS.M00102"]))
    #expect(try await pass() == (2, ["DRS.M00102"]))
    _ = try await provider.renewCredentials()
    #expect(try await pass() == (3, []))
  }

  @Test func `whoever asks again after a refusal of everything is not answered from memory`()
    async throws
  {
    let refusal = HTTPReply.json(#"{"error_code":"DRS.M00102"}"#, status: 403)
    let transport = StubTransport { _, _ throws(ProviderError) in refusal }
    let provider = try DRSStub.provider(transport)
    for _ in 1...2 {
      let first = try await provider.list(after: nil)
      let second = try await provider.list(after: first.next)
      await #expect(throws: ProviderError.self) { try await provider.list(after: second.next) }
    }
    #expect(await transport.calls.count == 6)
  }
}

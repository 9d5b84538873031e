import MigrationAPI
import MigrationModel
import Testing

@Suite struct `A DTS call whose connection is cut` {
  static let cut: ProviderError = {
    var error = ProviderError(.unreachable, message: "cut")
    error.isCut = true
    return error
  }()

  /// A source whose first calls fail.
  static func provider(_ errors: ProviderError...) throws -> (DTSProvider, StubTransport) {
    let transport = StubTransport { _, number throws(ProviderError) in
      guard errors.indices.contains(number) else { return DTSFixture.list() }
      throw errors[number]
    }
    return (try DTSFixture.provider(transport), transport)
  }

  @Test func `is made once more with a new nonce, and both are counted`() async throws {
    let (provider, transport) = try Self.provider(Self.cut)
    _ = try await provider.list(after: nil)
    #expect(
      await transport.calls.map { $0.header("x-acs-signature-nonce") } == ["nonce-1", "nonce-2"])
    #expect(await provider.connection.requests == 2)
  }

  @Test func `is given up when it is cut again`() async throws {
    let (provider, transport) = try Self.provider(Self.cut, Self.cut)
    let error = await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
    #expect(error == Self.cut)
    #expect(await transport.calls.count == 2)
  }

  @Test func `is not made again for any other trouble`() async throws {
    let (provider, transport) = try Self.provider(ProviderError(.unreachable, message: "refused"))
    await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
    #expect(await transport.calls.count == 1)
  }

  @Test func `is dated anew`() async throws {
    let clock = DTSFixture.Clock()
    let transport = StubTransport { _, number throws(ProviderError) in
      guard number == 0 else { return DTSFixture.list() }
      clock.advance(by: 9)
      throw Self.cut
    }
    _ = try await DTSFixture.provider(transport, clock: clock).list(after: nil)
    #expect(
      await transport.calls.map { $0.header("x-acs-date") }
        == ["2025-01-02T03:04:05Z", "2025-01-02T03:04:14Z"])
  }
}

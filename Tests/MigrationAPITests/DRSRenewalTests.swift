import MigrationAPI
import MigrationModel
import Testing

/// Renews the credentials while the first token is on its way.
private actor RenewingTransport: HTTPTransport {
  private typealias Case = `Asking DRS with credentials`
  private var provider: DRSProvider?
  private(set) var calls: [HTTPCall] = []

  func serve(_ provider: DRSProvider) { self.provider = provider }

  func send(_ call: HTTPCall) async throws(ProviderError) -> HTTPReply {
    calls.append(call)
    let number = calls.count
    if number == 1 { _ = try await provider?.renewCredentials() }
    return call.base.host.hasPrefix("iam.") ? Case.token("t\(number)") : Case.answer
  }
}

@Suite struct `Renewing DRS credentials` {
  typealias Case = `Asking DRS with credentials`

  @Test func `a token that comes behind a renewal is not kept`() async throws {
    let transport = RenewingTransport()
    let provider = try DRSStub.provider(transport, credentials: Case.password)
    await transport.serve(provider)
    for _ in 1...3 { _ = try await provider.read(DRSStub.ids("a"), .status) }
    #expect(Case.tokens(await transport.calls) == ["IAM", "t1", "IAM", "t3", "t3"])
  }
}

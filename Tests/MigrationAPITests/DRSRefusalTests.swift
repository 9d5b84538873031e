import MigrationAPI
import MigrationModel
import Testing

import struct Foundation.Date

@Suite struct `Refused by DRS` {
  static let ids = DRSStub.ids("a")
  static let date = HTTPCall.Header("Date", "Fri, 15 Jan 2027 09:00:00 GMT")

  static func refusal(_ text: String, _ headers: HTTPCall.Header...) -> HTTPReply {
    .json(
      "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect IAM authentication information: "
        + "\(text)\"}", status: 401, headers: headers)
  }

  static func failure(_ provider: DRSProvider) async -> ProviderError? {
    await #expect(throws: ProviderError.self) { try await provider.read(Self.ids, .status) }
  }

  @Test func `a locked key rests for five minutes, whatever is asked`() async throws {
    let clock = TestClock()
    let locked = Self.refusal("AK access failed to reach the limit,forbidden.")
    let transport = StubTransport(locked, `Asking DRS with credentials`.answer)
    let provider = try DRSStub.provider(transport, clock: clock)
    let error = await Self.failure(provider)
    #expect(error?.kind == .unauthorised)
    #expect(error?.retryAfter == .seconds(300))
    #expect(error?.message.contains("locked for 5m") == true)
    #expect(try await provider.renewCredentials() == false)
    clock.advance(100)
    let second = await Self.failure(provider)
    #expect(second?.retryAfter == .seconds(200))
    #expect(await transport.calls.count == 1)
    clock.advance(200)
    _ = try await provider.read(Self.ids, .status)
    #expect(await transport.calls.count == 2)
  }

  @Test func `a signature dated by a wrong clock is made anew by the right one`() async throws {
    let transport = StubTransport(
      Self.refusal("calc ak sk signature fail:signature expired", Self.date),
      `Asking DRS with credentials`.answer)
    let provider = try DRSStub.provider(transport)
    _ = try await provider.read(Self.ids, .status)
    let dates = await transport.calls.map { $0.header("X-Sdk-Date") }
    #expect(dates == ["20270115T080000Z", "20270115T090000Z"])
    #expect(Set(await transport.calls.map { $0.header("Authorization") }).count == 2)
  }

  @Test func `two clocks that cannot be brought together are named with the offset`() async throws {
    let expired = Self.refusal("calc ak sk signature fail:signature expired", Self.date)
    let transport = StubTransport(expired, expired)
    let error = await Self.failure(try DRSStub.provider(transport))
    #expect(
      error?.message
        == "Incorrect IAM authentication information: calc ak sk signature fail:signature expired - "
        + "the clocks differ: the request was dated 2027-01-15T09:00:00Z, this machine's clock "
        + "+1h00m, the service's clock says 2027-01-15T09:00:00Z")
    #expect(await transport.calls.count == 2)
    let undated = StubTransport(
      Self.refusal("calc ak sk signature fail:signature expired"))
    let other = await Self.failure(try DRSStub.provider(undated))
    #expect(other?.message.hasSuffix("2027-01-15T08:00:00Z, this machine's clock +0.0s") == true)
  }

  @Test func `the signed request that the gateway repeats is not shown`() async throws {
    let transport = StubTransport(
      Self.refusal(
        "verify aksk signature fail, canonicalRequest:POST|/v3/||x-security-token:sts-secret|"))
    let error = await Self.failure(try DRSStub.provider(transport))
    #expect(
      error?.message
        == "Incorrect IAM authentication information: verify aksk signature fail")
  }

  /// The one more try of the poller, after it read the same credentials anew, is not sent.
  @Test func `no more than two calls are refused, and the user may ask once more`() async throws {
    typealias Case = `Asking DRS with credentials`
    let transport = StubTransport { call, number throws(ProviderError) in
      call.base.host.hasPrefix("iam.") ? Case.token("t\(number)") : Case.refusal
    }
    let provider = try DRSStub.provider(transport, credentials: Case.password)
    let first = await Self.failure(provider)
    #expect(Case.tokens(await transport.calls) == ["IAM", "t0", "IAM", "t2"])
    #expect(try await provider.renewCredentials() == false)
    let second = await Self.failure(provider)
    #expect(second == first)
    #expect(await transport.calls.count == 4)
    #expect(try await provider.renewCredentials() == false)
    _ = await Self.failure(provider)
    #expect(Case.tokens(await transport.calls).suffix(2) == ["IAM", "t4"])
  }

  static func cut() -> ProviderError {
    var error = ProviderError(.unreachable, message: "cut")
    error.isCut = true
    return error
  }

  @Test func `a call that was cut off is made once more, dated and signed anew`() async throws {
    let clock = TestClock()
    let transport = StubTransport { _, number throws(ProviderError) in
      clock.advance(7)
      guard number > 0 else { throw Self.cut() }
      return `Asking DRS with credentials`.answer
    }
    let provider = try DRSStub.provider(transport, clock: clock)
    _ = try await provider.read(Self.ids, .status)
    let dates = await transport.calls.map { $0.header("X-Sdk-Date") }
    #expect(dates == ["20270115T080000Z", "20270115T080007Z"])
    #expect(await provider.connection.requests == 2)
  }

  @Test func `a call that was cut off twice has failed`() async throws {
    let transport = StubTransport { _, _ throws(ProviderError) in throw Self.cut() }
    let provider = try DRSStub.provider(transport)
    #expect(await Self.failure(provider)?.kind == .unreachable)
    #expect(await transport.calls.count == 2)
    let token = StubTransport { _, _ throws(ProviderError) in throw Self.cut() }
    let other = try DRSStub.provider(token, credentials: `Asking DRS with credentials`.password)
    _ = await Self.failure(other)
    #expect(await token.calls.count == 2)
  }
}

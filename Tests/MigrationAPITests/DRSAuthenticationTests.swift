import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Asking DRS with credentials` {
  static let password = DRSCredentials.password(
    user: "u", domain: "d", password: Secret("p/w"))
  static let answer = HTTPReply.json(#"{"results":[]}"#)
  static let refusal = HTTPReply.json(#"{"error_code":"DRS.M00100"}"#, status: 403)

  /// Good until 300 s behind the test's clock, and `margin` more.
  static func token(_ text: String, margin: Double = 3_600) -> HTTPReply {
    let end = Date(timeIntervalSince1970: 1_800_000_300 + margin).formatted(.iso8601)
    return .json(
      "{\"token\":{\"expires_at\":\"\(end.dropLast()).701000Z\"}}", status: 201,
      headers: [HTTPCall.Header("X-Subject-Token", text)])
  }

  static func tokens(_ calls: [HTTPCall]) -> [String?] {
    calls.map { $0.base.host.hasPrefix("iam.") ? "IAM" : $0.header("X-Auth-Token") }
  }

  @Test func `keys sign every header, dated by the service's clock`() async throws {
    let dated = HTTPReply.json(
      #"{"results":[]}"#,
      headers: [HTTPCall.Header("Date", "Fri, 15 Jan 2027 09:00:00 GMT")])
    let transport = StubTransport(dated, Self.answer)
    let provider = try DRSStub.provider(transport)
    _ = try await provider.read(DRSStub.ids("a"), .status)
    _ = try await provider.read(DRSStub.ids("a"), .status)
    let calls = await transport.calls
    #expect(calls.map { $0.header("X-Sdk-Date") } == ["20270115T080000Z", "20270115T090000Z"])
    let signed = "content-type;host;x-language;x-project-id;x-sdk-date;x-security-token"
    #expect(
      calls[0].header("Authorization")?.hasPrefix(
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=\(signed), Signature=") == true)
    #expect(calls[0].header("X-Project-Id") == DRSStub.project)
    #expect(calls[0].header("X-Language") == "en-us")
    #expect(calls[0].header("Content-Type") == "application/json")
  }

  @Test func `refused keys are not tried again`() async throws {
    let transport = StubTransport(.json(#"{"error_code":"APIGW.0301"}"#, status: 401))
    let provider = try DRSStub.provider(transport)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read(DRSStub.ids("a"), .status)
    }
    #expect(error?.kind == .unauthorised)
    #expect(await transport.calls.count == 1)
  }

  @Test func `a password buys one token for many calls`() async throws {
    let transport = StubTransport { call, _ throws(ProviderError) in
      call.base.host.hasPrefix("iam.") ? Self.token("t1") : Self.answer
    }
    let provider = try DRSStub.provider(transport, credentials: Self.password)
    async let one = provider.read(DRSStub.ids("a"), .status)
    async let other = provider.read(DRSStub.ids("a"), .statistics)
    _ = try await (one, other)
    let calls = await transport.calls
    #expect(Self.tokens(calls) == ["IAM", "t1", "t1"])
    #expect(
      calls[0].url == "https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens?nocatalog=true")
    #expect(
      DRSStub.text(calls[0])
        == #"{"auth":{"identity":{"methods":["password"],"password":{"user":"#
        + #"{"domain":{"name":"d"},"name":"u","password":"p/w"}}},"scope":{"project":"#
        + "{\"id\":\"\(DRSStub.project)\"}}}}")
    #expect(calls[1].header("Authorization") == nil)
  }

  @Test func `a token is renewed five minutes before it expires`() async throws {
    let clock = TestClock()
    let transport = StubTransport(
      Self.token("t1", margin: 60), Self.answer, Self.answer, Self.token("t2"), Self.answer)
    let provider = try DRSStub.provider(transport, credentials: Self.password, clock: clock)
    _ = try await provider.read(DRSStub.ids("a"), .status)
    clock.advance(60)
    _ = try await provider.read(DRSStub.ids("a"), .status)
    clock.advance(1)
    _ = try await provider.read(DRSStub.ids("a"), .status)
    #expect(Self.tokens(await transport.calls) == ["IAM", "t1", "t1", "IAM", "t2"])
  }

  @Test func `a refused token is replaced once`() async throws {
    let transport = StubTransport(
      Self.token("t1"), Self.refusal, Self.token("t2"), Self.answer, Self.refusal,
      Self.token("t3"), Self.refusal)
    let provider = try DRSStub.provider(transport, credentials: Self.password)
    _ = try await provider.read(DRSStub.ids("a"), .status)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read(DRSStub.ids("a"), .status)
    }
    #expect(error?.kind == .unauthorised)
    #expect(
      Self.tokens(await transport.calls) == ["IAM", "t1", "IAM", "t2", "t2", "IAM", "t3"])
  }

  @Test func `a missing permission is no expired token`() async throws {
    let transport = StubTransport(
      Self.token("t1"), .json(#"{"error_code":"DRS.M00103"}"#, status: 401))
    let provider = try DRSStub.provider(transport, credentials: Self.password)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read(DRSStub.ids("a"), .status)
    }
    #expect(error?.kind == .rejected)
    #expect(Self.tokens(await transport.calls) == ["IAM", "t1"])
  }

  @Test func `a refused password is told and renewal asks for a new token`() async throws {
    let transport = StubTransport(
      .json(
        #"{"error":{"code":401,"message":"The username or password is wrong."}}"#, status: 401),
      Self.token("t1"), Self.answer)
    let provider = try DRSStub.provider(transport, credentials: Self.password)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.read(DRSStub.ids("a"), .status)
    }
    #expect(error?.kind == .unauthorised)
    #expect(error?.message == "The username or password is wrong.")
    #expect(try await provider.renewCredentials() == false)
    _ = try await provider.read(DRSStub.ids("a"), .status)
    #expect(Self.tokens(await transport.calls) == ["IAM", "IAM", "t1"])
  }

  @Test func `endpoints follow the region`() {
    #expect(
      DRSConfiguration.endpoint(region: "cn-north-4")?.host == "drs.cn-north-4.myhuaweicloud.com")
    #expect(
      DRSConfiguration.iamEndpoint(region: "eu-west-101")?.host
        == "iam.eu-west-101.myhuaweicloud.eu")
    #expect(DRSConfiguration.endpoint(region: "a b") == nil)
  }
}

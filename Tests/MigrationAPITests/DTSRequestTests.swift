import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS requests` {
  static func call(
    ids: [String]? = nil, credentials: DTSCredentials? = nil,
    change: (inout DTSConfiguration) -> Void = { _ in }
  ) async throws -> HTTPCall {
    let transport = StubTransport(DTSFixture.list())
    var configuration = try DTSFixture.configuration(kinds: [.sync], jobs: ids)
    change(&configuration)
    var keys = DTSFixture.Keys()
    if let credentials { keys.credentials = credentials }
    let provider = DTSProvider(
      configuration: configuration, credentials: keys, transport: transport,
      now: { DTSFixture.time }, nonce: { "0123456789abcdef0123456789abcdef" })
    _ = try await provider.list(after: nil)
    return try #require(await transport.calls.first)
  }

  static let listing = [
    "JobType": "SYNC", "OrderColumn": "CreateTime", "OrderDirection": "DESC", "PageNumber": "1",
    "PageSize": "30", "Region": "cn-hangzhou", "RegionId": "cn-hangzhou", "WithoutDbList": "true",
  ]

  @Test func `a listing posts its parameters in the query with an empty body`() async throws {
    let call = try await Self.call()
    #expect(call.name == "DescribeDtsJobs")
    #expect(call.method == .post)
    #expect(call.base.text == "https://dts.cn-hangzhou.aliyuncs.com")
    #expect(call.path == "/")
    #expect(call.parameters == Self.listing)
    #expect(call.body.isEmpty)
    #expect(call.timeout == .seconds(10))
  }

  @Test func `version 3 signs in the headers`() async throws {
    let call = try await Self.call()
    #expect(call.header("accept") == "application/json")
    #expect(call.header("x-acs-action") == "DescribeDtsJobs")
    #expect(call.header("x-acs-version") == "2020-01-01")
    #expect(call.header("x-acs-date") == "2025-01-02T03:04:05Z")
    #expect(call.header("x-acs-signature-nonce") == "0123456789abcdef0123456789abcdef")
    #expect(call.header("x-acs-security-token") == nil)
    let authorization = try #require(call.header("Authorization"))
    #expect(
      authorization.hasPrefix(
        "ACS3-HMAC-SHA256 Credential=testAccessKeyId,SignedHeaders=accept;host;x-acs-action;"
          + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature="))
  }

  @Test func `a temporary key sends and signs its token`() async throws {
    let call = try await Self.call(
      credentials: DTSCredentials(
        accessKeyID: "id", accessKeySecret: Secret("secret"), securityToken: Secret("token")))
    #expect(call.header("x-acs-security-token") == "token")
    #expect(call.header("x-acs-accesskey-id") == "id")
    #expect(call.header("Authorization")?.contains("x-acs-security-token;") == true)
  }

  @Test func `version 1 signs in the query`() async throws {
    let call = try await Self.call {
      $0.signature = .v1
      $0.format = .xml
    }
    var expected = Self.listing
    expected["AccessKeyId"] = "testAccessKeyId"
    expected["Action"] = "DescribeDtsJobs"
    expected["Format"] = "XML"
    expected["SignatureMethod"] = "HMAC-SHA1"
    expected["SignatureNonce"] = "0123456789abcdef0123456789abcdef"
    expected["SignatureVersion"] = "1.0"
    expected["Timestamp"] = "2025-01-02T03:04:05Z"
    expected["Version"] = "2020-01-01"
    var parameters = call.parameters
    #expect(parameters.removeValue(forKey: "Signature")?.count == 28)
    #expect(parameters == expected)
    #expect(call.header("accept") == "application/xml")
    #expect(call.header("Authorization") == nil)
  }

  @Test func `version 1 sends and signs a token in the query`() async throws {
    let call = try await Self.call(
      credentials: DTSCredentials(
        accessKeyID: "id", accessKeySecret: Secret("secret"), securityToken: Secret("to/ken+="))
    ) { $0.signature = .v1 }
    #expect(call.parameters["SecurityToken"] == "to/ken+=")
    #expect(call.parameters["Format"] == "JSON")
    #expect(call.header("x-acs-security-token") == nil)
  }

  @Test func `configured tasks are asked for by their ids`() async throws {
    let call = try await Self.call(ids: ["a", "b"])
    #expect(call.parameters["DtsJobId"] == "a,b")
  }

  @Test func `the source names its place and no secret`() async throws {
    let provider = try DTSFixture.provider(StubTransport())
    #expect(
      provider.source
        == Source(
          name: "dts-hz", service: .dts, endpoint: "https://dts.cn-hangzhou.aliyuncs.com",
          region: "cn-hangzhou", authentication: "AK v3"))
    #expect(DTSProvider.randomNonce().count == 32)
    #expect(DTSProvider.randomNonce() != DTSProvider.randomNonce())
  }
}

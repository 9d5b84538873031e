import MigrationAPI
import Testing

import struct Foundation.Date

/// The example of Huawei's documentation, and calls to DRS as Huawei's SDK signs them.
@Suite struct `SDK-HMAC-SHA256` {
  struct Vector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var accessKey = "TESTAK0123456789ABCD"
    var secretKey = "TestSk0123456789abcdefghijklmnopqrstuvwx"
    var securityToken: Secret?
    var method = HTTPCall.Method.post
    var base = "https://drs.cn-north-4.myhuaweicloud.com"
    var path = "/v3/054ba152d480d55b2f5dc0069e7ddef0/jobs/batch-status"
    var query = ""
    var headers: [HTTPCall.Header] = []
    var body = ""
    var date = 1_768_465_800.0
    var time = "20260115T083000Z"
    let signedHeaders: String
    let hash: String
    let signature: String
  }

  static let project = HTTPCall.Header("X-Project-Id", "054ba152d480d55b2f5dc0069e7ddef0")
  static let body =
    #"{"jobs":["9a470239-2308-4bb5-a6bc-1040402fjb21","dc67695a-ee3e-49b8-a022-a099bd81jb21"],"#
    + #""page_req":{"cur_page":1,"per_page":10}}"#
  static let documented = Vector(
    testDescription: "documentation", accessKey: "QTWAOYTTINDUT2QVKYUC",
    secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc", method: .get,
    base: "https://service.region.example.com",
    path: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs",
    query: "limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    date: 1_573_789_015, time: "20191115T033655Z",
    signedHeaders: "content-type;host;x-sdk-date",
    hash: "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a",
    signature: "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe")
  static let vectors = [
    documented,
    Vector(
      testDescription: "body", body: body, signedHeaders: "content-type;host;x-sdk-date",
      hash: "cf2185928327262c7a6138221619c6c396db7a57cd224d3d7017cef69b743c8b",
      signature: "70d50dc85dca75e9d8145251cd8b1525ca4e54365be12a364c3f9d1344c12268"),
    Vector(
      testDescription: "more headers",
      headers: [HTTPCall.Header("X-Language", "en-us"), project], body: body,
      signedHeaders: "content-type;host;x-language;x-project-id;x-sdk-date",
      hash: "83729c7b80c2e194ba95042d6f9ebe2fe8a0ed7d011b654d67019b53b7c51f88",
      signature: "fff389a77f39331d903c6e1824caf0438b4bc1fcf102b91cca688ab33a9177df"),
    Vector(
      testDescription: "temporary key and a port", securityToken: Secret("sts-token-1"),
      base: "https://127.0.0.1:18080", headers: [project], body: body,
      signedHeaders: "content-type;host;x-project-id;x-sdk-date;x-security-token",
      hash: "1fa313cbdc7ad9ec1a8590d92dbcdefb36929023ecdd8789d6f9068995eb4d0b",
      signature: "3b830c7977bb6ffbe407e2d5cb89ed68c75874b42b026cb1bc1e870d7cd2ce4b"),
    Vector(
      testDescription: "query", method: .get,
      path: "/v5/054ba152d480d55b2f5dc0069e7ddef0/jobs",
      query: PercentEncoding.query([
        "job_type": "migration", "limit": "10", "name": "a b+c/é~*", "offset": "0",
      ]),
      headers: [project], signedHeaders: "content-type;host;x-project-id;x-sdk-date",
      hash: "2e450e606077843016612b6ebba9e4b7bf58857dbc6c523386831c5de111abae",
      signature: "18db340d394a159a98a0c1d19ec72d6563bd176975f336ace4c6bdf6071e1608"),
  ]

  static func sign(_ vector: Vector) throws -> HTTPCall {
    let signer = SDKHMACSigner(
      accessKey: vector.accessKey, secretKey: Secret(vector.secretKey),
      securityToken: vector.securityToken)
    let call = HTTPCall(
      name: vector.testDescription, method: vector.method,
      base: try #require(BaseURL(vector.base)), path: vector.path, query: vector.query,
      headers: [HTTPCall.Header("Content-Type", "application/json")] + vector.headers,
      body: Array(vector.body.utf8), timeout: .seconds(1))
    return signer.sign(call, at: Date(timeIntervalSince1970: vector.date))
  }

  @Test(arguments: vectors) func `signs as the SDK does`(vector: Vector) throws {
    let signed = try Self.sign(vector)
    let request = SDKHMACSigner.canonicalRequest(of: signed)
    #expect(request.hash == vector.hash)
    #expect(
      SDKHMACSigner.stringToSign(request, time: vector.time)
        == "SDK-HMAC-SHA256\n\(vector.time)\n\(vector.hash)")
    #expect(signed.header("X-Sdk-Date") == vector.time)
    #expect(
      signed.header("Authorization")
        == "SDK-HMAC-SHA256 Access=\(vector.accessKey), SignedHeaders=\(vector.signedHeaders), "
        + "Signature=\(vector.signature)")
  }

  @Test func `the path is signed with a slash that is not sent`() throws {
    let signed = try Self.sign(Self.documented)
    #expect(signed.path == "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs")
    #expect(
      SDKHMACSigner.canonicalRequest(of: signed).text == """
        GET
        /v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/
        limit=2&marker=13551d6b-755d-4757-b956-536f674975c0
        content-type:application/json
        host:service.region.example.com
        x-sdk-date:20191115T033655Z

        content-type;host;x-sdk-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """)
  }
}

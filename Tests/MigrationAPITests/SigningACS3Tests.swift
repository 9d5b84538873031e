import MigrationAPI
import Testing

import struct Foundation.Date

/// Vectors made with Alibaba's own SDK, and the sample of its documentation.
@Suite struct `ACS3-HMAC-SHA256` {
  struct Vector: Sendable, CustomTestStringConvertible {
    var method = HTTPCall.Method.post
    var action = "ListJobStep"
    var parameters = ["DtsJobId": "k2gm967v16f0001", "RegionId": "cn-hangzhou"]
    var securityToken: Secret?
    let signedHeaders: String
    let hash: String
    let signature: String

    var testDescription: String { "\(method.rawValue) \(action) \(signature.prefix(8))" }
  }

  static let headers =
    "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version"
  static let headersWithToken =
    "host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;"
    + "x-acs-signature-nonce;x-acs-version"
  static let vectors = [
    Vector(
      signedHeaders: headers,
      hash: "b9a61ec253361782ad30b656f4ee9fc9b301decfa98041245ec8fcf841e697d5",
      signature: "25dadab5dde6fe7d54a27a90ee961d77e0b6e560237459515a369e5fa38d37e8"),
    Vector(
      method: .get, signedHeaders: headers,
      hash: "7b3a0b9d239fa6587129fe7c189661e848e6c94bb628a960fe6bd0303ed9fcf3",
      signature: "a593218893485ffd8cda0aff8b589724ca1928f47edf85479af0e4bd786204c3"),
    Vector(
      securityToken: Secret("testSecurityToken/+="), signedHeaders: headersWithToken,
      hash: "93a0c38ea7f4a7fff2bebb64ea5d87fdc940a68172684c330eb9a5c0f94317f5",
      signature: "e03224b0d0fb1a289d7ce77fef51dd35ab72fcb79359d092c974fcd1110167f1"),
    Vector(
      method: .get, action: "DescribeDtsJobs",
      parameters: [
        "Type": "name", "Params": "测试 a*b~c/d+e=1&2", "JobType": "SYNC", "Region": "cn-hangzhou",
        "PageNumber": "1", "PageSize": "30", "WithoutDbList": "true",
      ],
      signedHeaders: headers,
      hash: "c499b02fc23225dfb02a864d1c9d90a28d3dd160cd70c5136ce9c32cd57fd51d",
      signature: "753fd59bb7958e697dda6ccd07dbfe38df697527bfe6db47dcf01efd0438d5c9"),
  ]

  @Test(arguments: vectors) func `signs as the SDK does`(vector: Vector) throws {
    let signer = ACS3Signer(
      accessKeyID: "testAccessKeyId", accessKeySecret: Secret("testAccessKeySecret"),
      securityToken: vector.securityToken)
    let call = HTTPCall(
      name: vector.action, method: vector.method,
      base: try #require(BaseURL("https://dts.aliyuncs.com")), path: "/",
      query: PercentEncoding.query(vector.parameters), timeout: .seconds(1))
    let signed = signer.sign(
      call, action: vector.action, version: "2020-01-01",
      at: Date(timeIntervalSince1970: 1_735_787_045), nonce: "0123456789abcdef0123456789abcdef")
    let request = CanonicalRequest(of: signed)
    #expect(request.hash == vector.hash)
    #expect(ACS3Signer.stringToSign(request) == "ACS3-HMAC-SHA256\n\(vector.hash)")
    #expect(
      signed.header("Authorization")
        == "ACS3-HMAC-SHA256 Credential=testAccessKeyId,SignedHeaders=\(vector.signedHeaders),"
        + "Signature=\(vector.signature)")
  }

  @Test func `signs the sample of the documentation`() throws {
    let signer = ACS3Signer(
      accessKeyID: "YourAccessKeyId", accessKeySecret: Secret("YourAccessKeySecret"))
    let call = HTTPCall(
      name: "RunInstances", method: .post,
      base: try #require(BaseURL("https://ecs.cn-shanghai.aliyuncs.com")), path: "/",
      query: PercentEncoding.query([
        "ImageId": "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
        "RegionId": "cn-shanghai",
      ]), timeout: .seconds(1))
    let signed = signer.sign(
      call, action: "RunInstances", version: "2014-05-26",
      at: Date(timeIntervalSince1970: 1_698_315_752), nonce: "3156853299f313e23d1673dc12e1703d")
    let request = CanonicalRequest(of: signed)
    #expect(request.text == Self.documentedRequest)
    #expect(
      request.hash == "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259")
    #expect(
      signed.header("Authorization")
        == "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=\(Self.headers),"
        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0")
  }

  static let documentedRequest = """
    POST
    /
    ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai
    host:ecs.cn-shanghai.aliyuncs.com
    x-acs-action:RunInstances
    x-acs-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    x-acs-date:2023-10-26T10:22:32Z
    x-acs-signature-nonce:3156853299f313e23d1673dc12e1703d
    x-acs-version:2014-05-26

    host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version
    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    """
}

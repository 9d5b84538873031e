import MigrationAPI
import Testing

import struct Foundation.Date

/// Vectors made with Alibaba's own SDKs, and the sample of its documentation.
@Suite struct `HMAC-SHA1 of the RPC style` {
  struct Vector: Sendable, CustomTestStringConvertible {
    var method = HTTPCall.Method.get
    var parameters = ["DtsJobId": "k2gm967v16f0001", "RegionId": "cn-hangzhou"]
    var securityToken: Secret?
    /// Encoded twice, as it stands in the string to sign.
    let signedParameters: String
    var signedToken = ""
    let signature: String

    var testDescription: String { "\(method.rawValue) \(signature)" }

    /// The string to sign as it was recorded.
    var stringToSign: String {
      "\(method.rawValue)&%2F&AccessKeyId%3DtestAccessKeyId%26Action%3DListJobStep"
        + "%26DtsJobId%3Dk2gm967v16f0001%26Format%3DJSON%26\(signedParameters)\(signedToken)"
        + "%26SignatureMethod%3DHMAC-SHA1"
        + "%26SignatureNonce%3D0123456789abcdef0123456789abcdef%26SignatureVersion%3D1.0"
        + "%26Timestamp%3D2025-01-02T03%253A04%253A05Z%26Version%3D2020-01-01"
    }
  }

  static let vectors = [
    Vector(
      signedParameters: "RegionId%3Dcn-hangzhou", signature: "cZwpYC0m9WrixyqjmTcMNcjR8yA="),
    Vector(
      method: .post, signedParameters: "RegionId%3Dcn-hangzhou",
      signature: "b8akQvAHvB3Swt5a6ByMDTSmaY8="),
    Vector(
      securityToken: Secret("testSecurityToken/+="), signedParameters: "RegionId%3Dcn-hangzhou",
      signedToken: "%26SecurityToken%3DtestSecurityToken%252F%252B%253D",
      signature: "bbclV4N8r6bwTVUoeQVRB2av4k4="),
    Vector(
      parameters: ["DtsJobId": "k2gm967v16f0001", "ResourceGroupId": "测试 a*b~c/d+e=1&2"],
      signedParameters:
        "ResourceGroupId%3D%25E6%25B5%258B%25E8%25AF%2595%2520a%252Ab~c%252Fd%252Be%253D1%25262",
      signature: "U1rXkUNELnYQXJZ7cftjAGknBJ4="),
  ]

  @Test(arguments: vectors) func `signs as the SDKs do`(vector: Vector) {
    let signer = RPCSigner(
      accessKeyID: "testAccessKeyId", accessKeySecret: Secret("testAccessKeySecret"),
      securityToken: vector.securityToken)
    let parameters = vector.parameters.merging([
      "Action": "ListJobStep", "Format": "JSON", "Version": "2020-01-01",
    ]) { $1 }
    let date = Date(timeIntervalSince1970: 1_735_787_045)
    let nonce = "0123456789abcdef0123456789abcdef"
    let unsigned = signer.unsignedQuery(parameters, at: date, nonce: nonce)
    #expect(RPCSigner.stringToSign(unsigned, method: vector.method) == vector.stringToSign)
    #expect(
      signer.query(parameters, method: vector.method, at: date, nonce: nonce)
        == "\(unsigned)&Signature=\(PercentEncoding.encode(vector.signature))")
  }

  @Test func `signs the sample of the documentation`() {
    let signer = RPCSigner(accessKeyID: "testid", accessKeySecret: Secret("testsecret"))
    let query = signer.query(
      ["Action": "DescribeRegions", "Format": "XML", "Version": "2014-05-26"], method: .get,
      at: Date(timeIntervalSince1970: 1_456_231_584),
      nonce: "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf")
    #expect(query.hasSuffix("&Signature=OLeaidS1JvxuMvnyHOwuJ%2BuX5qY%3D"))
  }
}

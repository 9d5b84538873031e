import MigrationSimulator
import Testing

@Suite struct `The published signature vectors` {
  static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  static func alibaba(
    method: String, action: String = "ListJobStep",
    query: String = "DtsJobId=k2gm967v16f0001&RegionId=cn-hangzhou",
    more: [String: String] = [:], signature: String
  ) -> ReceivedCall {
    var headers = [
      "host": "dts.aliyuncs.com", "x-acs-action": action, "x-acs-content-sha256": emptyHash,
      "x-acs-date": "2025-01-02T03:04:05Z",
      "x-acs-signature-nonce": "0123456789abcdef0123456789abcdef",
      "x-acs-version": "2020-01-01",
    ]
    headers.merge(more) { $1 }
    let signed = headers.keys.sorted().joined(separator: ";")
    headers["authorization"] =
      "ACS3-HMAC-SHA256 Credential=testAccessKeyId,SignedHeaders=\(signed),Signature=\(signature)"
    return ReceivedCall(method: method, path: "/", query: query, headers: headers)
  }

  static let acs3: [ReceivedCall] = [
    alibaba(
      method: "POST",
      signature: "25dadab5dde6fe7d54a27a90ee961d77e0b6e560237459515a369e5fa38d37e8"),
    alibaba(
      method: "GET",
      signature: "a593218893485ffd8cda0aff8b589724ca1928f47edf85479af0e4bd786204c3"),
    alibaba(
      method: "POST",
      more: [
        "x-acs-accesskey-id": "testAccessKeyId", "x-acs-security-token": "testSecurityToken/+=",
      ],
      signature: "e03224b0d0fb1a289d7ce77fef51dd35ab72fcb79359d092c974fcd1110167f1"),
    // The vendor's SDK sends the space as a plus sign and signs it as %20.
    alibaba(
      method: "GET", action: "DescribeDtsJobs",
      query: "Type=name&Params=%E6%B5%8B%E8%AF%95+a*b~c%2Fd%2Be%3D1%262&JobType=SYNC"
        + "&Region=cn-hangzhou&PageNumber=1&PageSize=30&WithoutDbList=true",
      signature: "753fd59bb7958e697dda6ccd07dbfe38df697527bfe6db47dcf01efd0438d5c9"),
  ]

  @Test(arguments: acs3)
  func `ACS3 is verified, and refused when the query is another`(call: ReceivedCall) {
    let verifier = ACS3Verifier(secret: "testAccessKeySecret")
    #expect(verifier.verdict(on: call) == .verified)
    var tampered = call
    tampered.query += "&PageNumber=2"
    #expect(verifier.verdict(on: tampered) == .mismatch)
  }

  @Test func `ACS3 without its action among the signed headers is incomplete`() {
    var call = Self.acs3[0]
    call.headers["authorization"] = call.headers["authorization"]?
      .replacing("x-acs-action;", with: "")
    #expect(ACS3Verifier(secret: "testAccessKeySecret").verdict(on: call) == .incomplete)
  }

  static func rpcQuery(_ more: String, signature: String) -> String {
    "AccessKeyId=testAccessKeyId&Action=ListJobStep&DtsJobId=k2gm967v16f0001&Format=JSON\(more)"
      + "&SignatureMethod=HMAC-SHA1&SignatureNonce=0123456789abcdef0123456789abcdef"
      + "&SignatureVersion=1.0&Timestamp=2025-01-02T03%3A04%3A05Z&Version=2020-01-01"
      + "&Signature=\(signature)"
  }

  static let rpc: [(method: String, query: String)] = [
    ("GET", rpcQuery("&RegionId=cn-hangzhou", signature: "cZwpYC0m9WrixyqjmTcMNcjR8yA%3D")),
    ("POST", rpcQuery("&RegionId=cn-hangzhou", signature: "b8akQvAHvB3Swt5a6ByMDTSmaY8%3D")),
    (
      "GET",
      rpcQuery(
        "&RegionId=cn-hangzhou&SecurityToken=testSecurityToken%2F%2B%3D",
        signature: "bbclV4N8r6bwTVUoeQVRB2av4k4%3D")
    ),
    (
      "GET",
      rpcQuery(
        "&ResourceGroupId=%E6%B5%8B%E8%AF%95%20a%2Ab~c%2Fd%2Be%3D1%262",
        signature: "U1rXkUNELnYQXJZ7cftjAGknBJ4%3D")
    ),
  ]

  @Test(arguments: rpc)
  func `The older RPC signature is verified, and refused under another method`(
    method: String, query: String
  ) {
    let verifier = RPCVerifier(secret: "testAccessKeySecret")
    #expect(verifier.verifies(ReceivedCall(method: method, path: "/", query: query)))
    let other = method == "GET" ? "POST" : "GET"
    #expect(!verifier.verifies(ReceivedCall(method: other, path: "/", query: query)))
  }

  @Test func `A form's fields are signed too`() {
    let query = Self.rpc[1].query
    let call = ReceivedCall(
      method: "POST", path: "/",
      headers: ["content-type": "application/x-www-form-urlencoded"], body: Array(query.utf8))
    #expect(RPCVerifier(secret: "testAccessKeySecret").verifies(call))
  }

  static func huawei(
    _ method: String = "POST", path: String = "jobs/batch-status", version: String = "v3",
    query: String = "", more: [String: String], signature: String
  ) -> ReceivedCall {
    let body =
      #"{"jobs":["9a470239-2308-4bb5-a6bc-1040402fjb21","dc67695a-ee3e-49b8-a022-a099bd81jb21"],"#
      + #""page_req":{"cur_page":1,"per_page":10}}"#
    var headers = [
      "content-type": "application/json", "host": "drs.cn-north-4.myhuaweicloud.com",
      "x-sdk-date": "20260115T083000Z",
    ]
    headers.merge(more) { $1 }
    let signed = headers.keys.sorted().joined(separator: ";")
    headers["authorization"] =
      "SDK-HMAC-SHA256 Access=TESTAK0123456789ABCD, SignedHeaders=\(signed), Signature=\(signature)"
    return ReceivedCall(
      method: method, path: "/\(version)/054ba152d480d55b2f5dc0069e7ddef0/\(path)", query: query,
      headers: headers, body: method == "GET" ? [] : Array(body.utf8))
  }

  static let project = ["x-project-id": "054ba152d480d55b2f5dc0069e7ddef0"]

  static let sdk: [ReceivedCall] = [
    huawei(
      more: [:], signature: "70d50dc85dca75e9d8145251cd8b1525ca4e54365be12a364c3f9d1344c12268"),
    huawei(
      more: project.merging(["x-language": "en-us"]) { $1 },
      signature: "fff389a77f39331d903c6e1824caf0438b4bc1fcf102b91cca688ab33a9177df"),
    huawei(
      more: project.merging(["x-security-token": "sts-token-1", "host": "127.0.0.1:18080"]) { $1 },
      signature: "3b830c7977bb6ffbe407e2d5cb89ed68c75874b42b026cb1bc1e870d7cd2ce4b"),
    huawei(
      "GET", path: "jobs", version: "v5",
      query: "job_type=migration&limit=10&name=a%20b%2Bc%2F%C3%A9~%2A&offset=0", more: project,
      signature: "18db340d394a159a98a0c1d19ec72d6563bd176975f336ace4c6bdf6071e1608"),
  ]

  @Test(arguments: sdk)
  func `SDK-HMAC is verified, and refused when a byte of the body is another`(call: ReceivedCall) {
    let verifier = SDKHMACVerifier(secret: "TestSk0123456789abcdefghijklmnopqrstuvwx")
    #expect(verifier.verifies(call))
    var tampered = call
    tampered.body.append(UInt8(ascii: " "))
    #expect(!verifier.verifies(tampered))
  }
}

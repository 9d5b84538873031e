import Foundation
import HTTPTypes
import MigrationSimulator
import Testing

@Suite struct `The door of DTS` {
  let stage = Stage()

  @Test func `A nonce is accepted once`() async throws {
    let headers = stage.acs3Headers("DescribeDtsJobs", nonce: "again")
    let first = try await stage.dts(
      "DescribeDtsJobs", ["Region": "cn-hangzhou"], headers: headers)
    let second = try await stage.dts(
      "DescribeDtsJobs", ["Region": "cn-hangzhou"], headers: headers)
    #expect(first.status == 200)
    #expect(second.status == 400)
    #expect(try second.json()["Code"]?.text == "SignatureNonceUsed")
  }

  @Test(arguments: [(-899.0, 200), (899, 200), (-901, 400), (901, 400)])
  func `A call is good for 15 minutes`(offset: Double, status: Int) async throws {
    let headers = stage.acs3Headers("DescribeDtsJobs")
    stage.clock.advance(by: offset)
    let answer = try await stage.dts(
      "DescribeDtsJobs", ["Region": "cn-hangzhou"], headers: headers)
    #expect(answer.status == status)
  }

  @Test(arguments: [("demo-security-token", 200), ("another", 400)])
  func `A security token is optional, but right`(token: String, status: Int) async throws {
    var headers = stage.acs3Headers("DescribeDtsJobs")
    headers["x-acs-security-token"] = token
    let answer = try await stage.dts(
      "DescribeDtsJobs", ["Region": "cn-hangzhou"], headers: headers)
    #expect(answer.status == status)
  }

  @Test func `A wrong signature is answered in the form that was asked for`() async throws {
    var headers = stage.acs3Headers("ListJobStep", accept: "application/xml")
    headers["authorization"] = Signing.acs3(
      method: "POST", query: "", headers: headers, secret: "wrong")
    let answer = try await stage.send(stage.responders.dts, .post, "/", headers: headers)
    #expect(answer.status == 400)
    #expect(answer.headers[.contentType] == "text/xml;charset=utf-8")
    #expect(answer.text.contains("<Error>"))
    #expect(answer.text.contains("<Code>SignatureDoesNotMatch</Code>"))
  }

  @Test func `The older signature is let in, and answers XML unless it asks for JSON`()
    async throws
  {
    var parameters = [
      "Action": "DescribeDtsJobs", "Version": "2020-01-01", "Region": "cn-hangzhou",
      "AccessKeyId": "demo-access-key-id", "SignatureMethod": "HMAC-SHA1",
      "SignatureVersion": "1.0", "SignatureNonce": "one",
      "Timestamp": stage.clock.now.formatted(.iso8601),
    ]
    parameters["Signature"] = Signing.rpc(
      method: "GET", parameters: parameters, secret: "demo-access-key-secret")
    let uri = "/?" + Signing.query(parameters)
    let answer = try await stage.send(stage.responders.dts, .get, uri)
    #expect(answer.status == 200)
    #expect(answer.text.hasPrefix("<DescribeDtsJobsResponse><Success>true</Success>"))
  }

  @Test(arguments: [
    ("demo-disabled-key-id", nil, 400, "InvalidAccessKeyId.Inactive"),
    ("demo-powerless-key-id", nil, 403, "NoPermission"),
    ("STS.demo-access-key-id", nil, 400, "MissingSecurityToken"),
    ("STS.demo-access-key-id", "demo-expired-token", 403, "InvalidSecurityToken.Expired"),
    ("demo-access-key-id", "demo-foreign-token", 400, "InvalidSecurityToken.MismatchWithAccessKey"),
  ])
  func `Each key and token is turned away with its own code`(
    key: String, token: String?, status: Int, code: String
  ) async throws {
    var headers = stage.acs3Headers("ListJobStep")
    headers["x-acs-security-token"] = token
    headers["authorization"] = Signing.acs3(
      method: "POST", query: "", headers: headers, secret: "demo-access-key-secret"
    ).replacing("=demo-access-key-id,", with: "=\(key),")
    let answer = try await stage.send(stage.responders.dts, .post, "/", headers: headers)
    #expect(answer.status == status)
    #expect(try answer.json()["Code"]?.text == code)
    let action = try answer.json()["AccessDeniedDetail"]?["AuthAction"]?.text
    #expect(action == (code == "NoPermission" ? "dts:ListJobStep" : nil))
  }

  @Test func `More than 40 details in a second are too many, and the next second is waited for`()
    async throws
  {
    let ask = { try await stage.dts("DescribeDtsJobDetail", ["DtsJobId": "x"]) }
    for _ in 1...40 { #expect(try await ask().status == 200) }
    let throttled = try await ask()
    #expect(try throttled.json()["Code"]?.text == "Throttling.User")
    #expect(throttled.headers[try #require(HTTPField.Name("x-acs-retry-after"))] == "1000")
    stage.clock.advance(by: 1)
    #expect(try await ask().status == 200)
  }

  @Test func `A wrong signature is told what the gateway has signed itself`() async throws {
    var headers = stage.acs3Headers("ListJobStep")
    headers["authorization"] = Signing.acs3(
      method: "POST", query: "", headers: headers, secret: "wrong")
    let answer = try await stage.send(stage.responders.dts, .post, "/", headers: headers)
    let message = try #require(try answer.json()["Message"]?.text)
    #expect(message.contains("server CanonicalRequest is [POST\n/\n\nhost:localhost\n"))
  }

  @Test func `The log tells who was let in and why others were not`() async throws {
    _ = try await stage.dts("DescribeDtsJobs", ["Region": "cn-hangzhou"])
    _ = try await stage.send(stage.responders.dts, .get, "/?Action=ListJobStep")
    let log = try await stage.send(stage.responders.dts, .get, "/_simulator/requests").json()
    #expect(log.elements.map { $0["action"]?.text } == ["DescribeDtsJobs", "ListJobStep"])
    #expect(log.elements.map { $0["authenticated"] } == [.flag(true), .flag(false)])
    #expect(log.elements.map { $0["reason"] } == [.null, .text("MissingAccessKeyId")])
  }
}

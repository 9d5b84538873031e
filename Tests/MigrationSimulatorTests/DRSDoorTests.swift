import Foundation
import HTTPTypes
import MigrationSimulator
import Testing

@Suite struct `The door of DRS` {
  let stage = Stage()
  let list = #"{"db_use_type":"migration"}"#

  private func message(_ answer: Answer) throws -> String {
    try answer.json()["error_msg"]?.text ?? ""
  }

  @Test func `Five wrong signatures in a row lock the key for five minutes`() async throws {
    for _ in 1...5 {
      let refused = try await stage.drs("", list, secret: "wrong")
      #expect(refused.status == 401)
      #expect(try message(refused).contains("verify aksk signature fail"))
    }
    let locked = try await stage.drs("", list)
    #expect(locked.status == 401)
    #expect(try message(locked).contains("AK access failed to reach the limit,forbidden."))
    stage.clock.advance(by: 301)
    #expect(try await stage.drs("", list).status == 200)
  }

  @Test func `A lock is on the key that failed, not on the others`() async throws {
    let other = "DEMOACCESSKEY0000002"
    for _ in 1...5 { _ = try await stage.drs("", list, key: other, secret: "wrong") }
    #expect(try message(try await stage.drs("", list, key: other)).contains("reach the limit"))
    #expect(try await stage.drs("", list).status == 200)
  }

  @Test(arguments: [
    ("DEMOACCESSKEY0000002", "DRS.M00102"), ("DEMOACCESSKEY0000003", "APIGW.0302"),
  ])
  func `A key without rights is refused by DRS or by the gateway`(
    key: String, code: String
  ) async throws {
    let refused = try await stage.drs("", list, key: key)
    #expect(refused.status == 403)
    #expect(try refused.json()["error_code"]?.text == code)
    #expect(try refused.json().keys.contains("request_id") == code.hasPrefix("APIGW"))
  }

  @Test func `A right signature forgives the wrong ones before it`() async throws {
    for _ in 1...3 {
      for _ in 1...4 { _ = try await stage.drs("", list, secret: "wrong") }
      #expect(try await stage.drs("", list).status == 200)
    }
  }

  @Test(arguments: [(899.0, 200), (901, 401)])
  func `A call is good for 15 minutes`(offset: Double, status: Int) async throws {
    let headers = stage.drsHeaders()
    stage.clock.advance(by: offset)
    #expect(try await stage.drs("", list, headers: headers).status == status)
  }

  @Test func `An unknown key, a wrong project and a missing content type are told apart`()
    async throws
  {
    let stranger = try await stage.drs("", list, key: "NOBODY")
    #expect(try message(stranger).contains("ak:NOBODY,err:ak not exist"))
    let elsewhere = try await stage.drs("", list, project: "ffffffffffffffffffffffffffffffff")
    #expect(elsewhere.status == 403)
    #expect(try elsewhere.json()["error_code"]?.text == "DRS.M00261")
    var headers = stage.drsHeaders()
    headers["content-type"] = nil
    #expect(try await stage.drs("", list, headers: headers).status == 415)
  }

  private func token(
    password: String, scope: String = #"{"project":{"name":"cn-north-4"}}"#,
    query: String = "?nocatalog=true"
  ) async throws -> Answer {
    try await stage.send(
      stage.responders.drs, .post, "/v3/auth/tokens\(query)",
      headers: ["content-type": "application/json"],
      body: """
        {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"demo-user",
        "password":"\(password)","domain":{"name":"demo-domain"}}}},
        "scope":\(scope)}}
        """)
  }

  @Test func `A password is changed for a token that is good for a day`() async throws {
    let issued = try await token(password: "demo-password")
    #expect(issued.status == 201)
    let name = try #require(HTTPField.Name("X-Subject-Token"))
    let token = try #require(issued.headers[name])
    let headers = ["x-auth-token": token, "content-type": "application/json"]
    let path = "/v3/\(Stage.project)/jobs"
    let use = {
      try await stage.send(stage.responders.drs, .post, path, headers: headers, body: list)
    }
    #expect(try await use().status == 200)
    stage.clock.advance(by: 86_401)
    let expired = try await use()
    #expect(expired.status == 401)
    #expect(try message(expired).contains("token expires, expires_at: "))
  }

  @Test func `A wrong password is IAM's own 401`() async throws {
    let refused = try await token(password: "guess")
    #expect(refused.status == 401)
    #expect(try refused.json()["error"]?["title"]?.text == "Unauthorized")
  }

  @Test func `A token of the account opens no project`() async throws {
    let issued = try await token(
      password: "demo-password", scope: #"{"domain":{"name":"demo-domain"}}"#)
    #expect(issued.status == 201)
    #expect(try issued.json()["token"]?["project"] == nil)
    let name = try #require(HTTPField.Name("X-Subject-Token"))
    let headers = [
      "x-auth-token": try #require(issued.headers[name]), "content-type": "application/json",
    ]
    let refused = try await stage.send(
      stage.responders.drs, .post, "/v3/\(Stage.project)/jobs", headers: headers, body: list)
    #expect(refused.status == 403)
    #expect(try refused.json()["error_code"]?.text == "DRS.M00100")
  }

  @Test(arguments: [("?nocatalog=true", true), ("", false)])
  func `The catalog comes unless it is declined`(query: String, isEmpty: Bool) async throws {
    let issued = try await token(password: "demo-password", query: query)
    #expect(try issued.json()["token"]?["catalog"]?.elements.isEmpty == isEmpty)
  }
}

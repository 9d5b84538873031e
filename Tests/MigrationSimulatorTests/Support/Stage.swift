import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MigrationSimulator
import NIOCore

/// The three services without ports, under a clock of the test's own.
struct Stage {
  static let project = "0123456789abcdef0123456789abcdef"

  let clock = ManualClock()
  let responders: Simulator.Responders

  init(jobs: Int = 23, seed: UInt64 = 1, speed: Double = 1) {
    var configuration = SimulatorConfiguration()
    configuration.jobs = jobs
    configuration.seed = seed
    configuration.speed = speed
    let clock = clock
    responders = Simulator.Responders(configuration) { clock.now }
  }

  func send(
    _ responder: ServiceResponder, _ method: HTTPRequest.Method, _ uri: String,
    headers: [String: String] = [:], body: String? = nil
  ) async throws -> Answer {
    var fields = HTTPFields()
    for (name, value) in headers where name != "host" {
      guard let name = HTTPField.Name(name) else { continue }
      fields[name] = value
    }
    let sent = fields
    return try await Application(responder: responder).test(.router) { client in
      Answer(
        try await client.executeRequest(
          uri: uri, method: method, headers: sent, body: body.map { ByteBuffer(string: $0) }))
    }
  }

  func rm(_ uri: String) async throws -> Answer {
    try await send(responders.relationalMigrator, .get, "/api/v1" + uri)
  }
}

// MARK: DTS

extension Stage {
  /// The headers of a call in the newer signature, without the signature itself.
  func acs3Headers(
    _ action: String, nonce: String = UUID().uuidString, accept: String? = nil
  ) -> [String: String] {
    var headers = [
      "host": "localhost", "x-acs-action": action, "x-acs-version": "2020-01-01",
      "x-acs-date": clock.now.formatted(.iso8601), "x-acs-signature-nonce": nonce,
      "x-acs-content-sha256": Signing.sha256(""),
    ]
    headers["accept"] = accept
    return headers
  }

  func dts(
    _ action: String, _ parameters: [String: String] = [:], headers: [String: String]? = nil,
    accept: String? = nil
  ) async throws -> Answer {
    let query = Signing.query(parameters)
    var headers = headers ?? acs3Headers(action, accept: accept)
    headers["authorization"] = Signing.acs3(
      method: "POST", query: query, headers: headers, secret: "demo-access-key-secret")
    return try await send(responders.dts, .post, "/?\(query)", headers: headers)
  }

  /// All listed jobs, of the three kinds.
  func dtsJobs() async throws -> [JSONValue] {
    var jobs: [JSONValue] = []
    for kind in ["MIGRATION", "SYNC", "SUBSCRIBE"] {
      let answer = try await dts(
        "DescribeDtsJobs", ["JobType": kind, "Region": "cn-hangzhou", "PageSize": "100"])
      jobs += try answer.json()["DtsJobList"]?.elements ?? []
    }
    return jobs
  }

  func dtsID(named name: String) async throws -> String {
    try await dtsJobs().first { $0["DtsJobName"]?.text == name }?["DtsJobId"]?.text ?? ""
  }
}

// MARK: DRS

extension Stage {
  func drsHeaders(key: String = "DEMOACCESSKEY0000001") -> [String: String] {
    let date = clock.now.formatted(.iso8601).replacing("-", with: "").replacing(":", with: "")
    return ["host": "localhost", "content-type": "application/json", "x-sdk-date": date]
  }

  func drs(
    _ operation: String, _ body: String, project: String = Stage.project,
    key: String = "DEMOACCESSKEY0000001", secret: String = "demo-secret-access-key",
    headers: [String: String]? = nil
  ) async throws -> Answer {
    let path = "/v3/\(project)/jobs" + (operation.isEmpty ? "" : "/\(operation)")
    var headers = headers ?? drsHeaders()
    headers["authorization"] = Signing.sdk(
      path: path, headers: headers, body: body, key: key, secret: secret)
    return try await send(responders.drs, .post, path, headers: headers, body: body)
  }

  /// All listed tasks, of the three kinds.
  func drsJobs() async throws -> [JSONValue] {
    var jobs: [JSONValue] = []
    for kind in ["migration", "sync", "cloudDataGuard"] {
      let answer = try await drs("", #"{"db_use_type":"\#(kind)","cur_page":0,"per_page":0}"#)
      jobs += try answer.json()["jobs"]?.elements ?? []
    }
    return jobs
  }

  func drsIDs() async throws -> [String] { try await drsJobs().compactMap { $0["id"]?.text } }

  func drsID(named name: String) async throws -> String {
    try await drsJobs().first { $0["name"]?.text == name }?["id"]?.text ?? ""
  }
}

/// A batch call's body.
func batch(_ ids: [String], page: String? = nil) -> String {
  let list = ids.map { #""\#($0)""# }.joined(separator: ",")
  return #"{"jobs":[\#(list)]"# + (page.map { #","page_req":\#($0)"# } ?? "") + "}"
}

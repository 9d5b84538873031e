import Foundation
import HTTPTypes
import MigrationSimulator
import Testing

@Suite struct `Faults on request` {
  let stage = Stage()

  private func ask(_ responder: ServiceResponder, _ body: String) async throws -> Answer {
    try await stage.send(responder, .post, "/_simulator/faults", body: body)
  }

  @Test func `A throttled call tells when to come back, as often as was asked`() async throws {
    _ = try await ask(
      stage.responders.dts, #"{"kind":"throttle","count":2,"match":"Jobs","milliseconds":1500}"#)
    let call = { try await stage.dts("DescribeDtsJobs", ["Region": "cn-hangzhou"]) }
    let other = try await stage.dts("ListJobStep", ["DtsJobId": "nobody"])
    #expect(other.status == 200)
    for _ in 1...2 {
      let throttled = try await call()
      #expect(throttled.status == 400)
      #expect(try throttled.json()["Code"]?.text == "Throttling.User")
      #expect(throttled.headers[try #require(HTTPField.Name("x-acs-retry-after"))] == "1500")
    }
    #expect(try await call().status == 200)
  }

  @Test func `What a service cannot have is refused, and deleting ends the rest`() async throws {
    for kind in ["throttle", "expire", "unauthorized", "nonsense"] {
      let answer = try await ask(stage.responders.relationalMigrator, #"{"kind":"\#(kind)"}"#)
      #expect(answer.status == 400)
    }
    #expect(try await ask(stage.responders.drs, #"{"kind":"staleScrape"}"#).status == 400)
    #expect(try await ask(stage.responders.drs, #"{"kind":"throttle"}"#).status == 200)
    for _ in 1...3 { #expect(try await stage.drs("", "{}").status == 429) }
    _ = try await stage.send(stage.responders.drs, .delete, "/_simulator/faults")
    #expect(try await stage.drs("", #"{"db_use_type":"sync"}"#).status == 200)
  }

  @Test(arguments: [
    ("expire", 401, "token expires"), ("unauthorized", 401, "verify aksk"),
    ("serverError", 500, "Service is abnormal"), ("html", 200, "<!doctype html>"),
    ("empty", 200, ""),
  ])
  func `A fault speaks with the service's own words`(
    kind: String, status: Int, words: String
  ) async throws {
    _ = try await ask(stage.responders.drs, #"{"kind":"\#(kind)","count":1}"#)
    let answer = try await stage.drs("", #"{"db_use_type":"sync"}"#)
    #expect(answer.status == status)
    #expect(words.isEmpty ? answer.body.isEmpty : answer.text.contains(words))
  }

  @Test func `A stale scrape stops the statistics and grows old`() async throws {
    stage.clock.advance(by: 60)
    _ = try await ask(stage.responders.relationalMigrator, #"{"kind":"staleScrape"}"#)
    let before = try await stage.rm("/jobs").json().elements[0]
    stage.clock.advance(by: 60)
    let after = try await stage.rm("/jobs").json().elements[0]
    #expect(after["jmxConnectivity"]?["status"]?.text == "UNAVAILABLE")
    #expect(after == before)
  }

  @Test func `A wrong clock shows in the date and in what it accepts`() async throws {
    let date = { (answer: Answer) in answer.headers[.date] }
    let right = try await stage.rm("/jobs")
    #expect(date(right) == "Sat, 21 Nov 2026 22:26:40 GMT")
    _ = try await ask(
      stage.responders.relationalMigrator, #"{"kind":"clockSkew","milliseconds":-90000}"#)
    #expect(date(try await stage.rm("/jobs")) == "Sat, 21 Nov 2026 22:25:10 GMT")
    _ = try await ask(stage.responders.dts, #"{"kind":"clockSkew","milliseconds":1000000}"#)
    let refused = try await stage.dts("DescribeDtsJobs", ["Region": "cn-hangzhou"])
    #expect(try refused.json()["Code"]?.text == "InvalidTimeStamp.Expired")
  }
}

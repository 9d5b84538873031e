import Foundation
import HTTPTypes
import Testing

@Suite struct `Relational Migrator` {
  let stage = Stage()

  private func jobs() async throws -> [JSONValue] { try await stage.rm("/jobs").json().elements }

  @Test func `A document has every key of the published one`() async throws {
    stage.clock.advance(by: 60)
    let live = try await jobs().first
    let job = try #require(live)
    #expect(
      job.keys == [
        "id", "projectId", "status", "cdcStatus", "verificationJobId", "options",
        "jdbcConnectionString", "mongoDbConnectionString", "submittedAt", "statistics",
        "cdcStatistics", "jmxConnectivity", "failureError", "metadata", "relationalTableFilters",
        "collectionFilters",
      ])
    let statistics = try #require(job["statistics"])
    #expect(
      statistics.keys == [
        "startedAt", "elapsedSeconds", "remainingTableCount", "processingTables",
        "totalEventsSeen", "snapshotCompleted", "totalTableCount", "totalEvents",
        "totalEventSize",
      ])
    #expect(job["cdcStatistics"] == .null)
  }

  @Test func `The live job waits, copies in batches of 2048, and then follows changes`()
    async throws
  {
    var seen: [Double] = []
    #expect(try await jobs()[0]["status"]?.text == "NOT_STARTED")
    #expect(try await jobs()[0]["statistics"] == .null)
    for _ in 1...29 {
      stage.clock.advance(by: 10)
      let job = try await jobs()[0]
      #expect(job["status"]?.text == "RUNNING")
      seen.append(job["statistics"]?["totalEventsSeen"]?.number ?? -1)
    }
    #expect(seen == seen.sorted())
    #expect(seen.allSatisfy { $0.truncatingRemainder(dividingBy: 2_048) == 0 })
    stage.clock.advance(by: 15)
    let before = try await jobs()[0]["cdcStatistics"]
    #expect(before?["latestBatchMaxSourceDbLagMs"]?.number == -1)
    #expect(before?["lastEventTime"] == .null)
    stage.clock.advance(by: 20)
    let job = try await jobs()[0]
    #expect(job["cdcStatus"]?.text == "RUNNING")
    #expect(try #require(job["cdcStatistics"]?["latestBatchMaxSourceDbLagMs"]?.number) >= 0)
    let total = try #require(job["statistics"]?["totalEvents"]?.number)
    #expect(try #require(job["statistics"]?["totalEventsSeen"]?.number) > total)
  }

  @Test func `An even seed verifies after its snapshot`() async throws {
    let stage = Stage(seed: 2)
    var words: [String] = []
    for _ in 0...120 {
      let job = try #require(try await stage.rm("/jobs").json().elements.first)
      let verification = job["metadata"]?["verification"]?["status"]?.text
      let word = [job["status"]?.text, verification].compactMap { $0 }.joined(separator: " ")
      if words.last != word { words.append(word) }
      stage.clock.advance(by: 5)
    }
    #expect(
      words == [
        "NOT_STARTED", "RUNNING", "CLEANING_UP", "COMPLETED VERIFYING", "COMPLETED VERIFIED",
        "NOT_STARTED",
      ])
  }

  @Test func `While nothing changes the last lag stands still`() async throws {
    stage.clock.advance(by: 303)
    var frozen = 0
    var last: JSONValue?
    for _ in 0..<300 {
      stage.clock.advance(by: 2)
      let capture = try await stage.rm("/jobs?limit=1").json().elements[0]["cdcStatistics"]
      let lag = capture?["latestBatchMaxSourceDbLagMs"]
      if capture?["eventsInLastMinute"]?.number == 0, lag?.number != -1 {
        frozen += 1
        #expect(last == nil || last == lag)
      }
      last = lag
    }
    #expect(frozen > 30)
  }

  @Test func `At most one job lives, whatever the size`() async throws {
    let stage = Stage(jobs: 2_000)
    for _ in 0..<30 {
      let live = try await stage.rm("/jobs?type=IN_PROGRESS").json().elements
      #expect(live.count <= 1)
      stage.clock.advance(by: 83)
    }
    #expect(try await stage.rm("/jobs").json().elements.count > 100)
  }

  @Test(arguments: [
    ("/jobs/00000000-no-such-job", 404), ("/jobs/00000000-no-such-job/logs", 404),
    ("/jobs?sort=submittedAt", 400), ("/jobs?limit=-1", 400), ("/jobs?type=DONE", 400),
  ])
  func `A mistake is told in the new error body`(uri: String, status: Int) async throws {
    let answer = try await stage.rm(uri)
    #expect(answer.status == status)
    #expect(try answer.json().keys == ["errorType", "message", "timestamp", "issues"])
  }

  @Test(arguments: ["/jobs/x/y/z", "/nothing"])
  func `Whatever is no route is the web page, with 200`(uri: String) async throws {
    let answer = try await stage.rm(uri)
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType]?.hasPrefix("text/html") == true)
  }

  @Test func `A listing is sorted and cut`() async throws {
    let all = try await jobs().compactMap { $0["submittedAt"]?.text }
    #expect(all == all.sorted(by: >))
    let oldest = try await stage.rm("/jobs?sort=submittedAt,ASC&limit=1").json().elements
    #expect(oldest.map { $0["submittedAt"]?.text } == [all.last])
  }

  @Test func `A log is read from its newest event back`() async throws {
    let aborted = try await jobs().first {
      $0["metadata"]?["verification"]?["status"]?.text == "ABORTED"
    }
    let id = try #require(aborted?["id"]?.text)
    let messages = { (query: String) in
      try await stage.rm("/jobs/\(id)/logs\(query)").json().elements
        .compactMap { $0["message"]?.text }
    }
    let all = try await messages("")
    #expect(all.first == "Verification error")
    #expect(all.last == "Job started")
    #expect(try await messages("?limit=2&offset=1") == Array(all[1...2]))
    #expect(try await messages("?eventType=ERROR") == ["Verification error"])
  }
}

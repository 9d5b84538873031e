import Foundation
import Testing

@Suite struct `The fleet` {
  /// How far the clock stands from the start, in seconds.
  static let times: [Double] = [0, 100, 5_000, 90_000, 1_000_000]

  @Test(arguments: times)
  func `A default fleet has 23 jobs and shows every state and phase`(time: Double) async throws {
    let stage = Stage()
    stage.clock.advance(by: time)
    let migrator = try await stage.rm("/jobs").json().elements
    let dts = try await stage.dtsJobs()
    let drs = try await stage.drsJobs()
    #expect(migrator.count + dts.count + drs.count == 23)
    let ends = migrator.map {
      [$0["status"]?.text, $0["metadata"]?["verification"]?["status"]?.text]
        .compactMap { $0 }.joined(separator: "/")
    }
    let ofDTS = Set(dts.compactMap { $0["Status"]?.text })
    let ofDRS = Set(drs.compactMap { $0["status"]?.text })
    let missing = Self.ends.subtracting(ends)
      .union(Self.ofDTS.subtracting(ofDTS)).union(Self.ofDRS.subtracting(ofDRS))
    #expect(missing == [])
  }

  static let ends: Set = [
    "COMPLETED/VERIFIED", "COMPLETED/FAILED", "COMPLETED/ABORTED", "CANCELLED", "FAILED",
  ]
  static let ofDTS: Set = [
    "MigrationFailed", "Retrying", "Synchronizing", "Initializing", "Normal", "Prechecking",
  ]
  static let ofDRS: Set = [
    "FULL_TRANSFER_FAILED", "FULL_TRANSFER_STARTED", "INCRE_TRANSFER_STARTED", "PAUSING", "FROZEN",
    "RELEASE_RESOURCE_STARTED", "CONFIGURATION",
  ]

  @Test func `The same seed and clock give the same bytes`() async throws {
    let first = try await transcript(seed: 7)
    #expect(try await transcript(seed: 7) == first)
    #expect(try await transcript(seed: 8) != first)
  }

  private func transcript(seed: UInt64) async throws -> [String] {
    let stage = Stage(jobs: 60, seed: seed)
    var answers: [String] = []
    for _ in 0..<3 {
      stage.clock.advance(by: 17.25)
      answers.append(try await stage.rm("/jobs").text)
      answers.append(
        try await stage.dts("DescribeDtsJobs", ["JobType": "SYNC", "Region": "cn-hangzhou"]).text)
      let ids = try await stage.drsIDs()
      answers.append(try await stage.drs("batch-progress", batch(ids)).text)
    }
    return answers
  }

  @Test func `Numbers move within a second`() async throws {
    let stage = Stage()
    stage.clock.advance(by: 30)
    let before = try await numbers(stage)
    stage.clock.advance(by: 1)
    let after = try await numbers(stage)
    for (name, value) in before { #expect(after[name] != value, "\(name)") }
    #expect(before.count == 8)
  }

  private func numbers(_ stage: Stage) async throws -> [String: JSONValue?] {
    var numbers: [String: JSONValue?] = [:]
    numbers["live"] = try await stage.rm("/jobs").json().elements[0]["statistics"]?[
      "totalEventsSeen"]
    for job in try await stage.dtsJobs() {
      guard let name = job["DtsJobName"]?.text else { continue }
      switch name {
      case "report-dw-init", "audit-log-kafka":
        numbers[name] = job["DataInitializationStatus"]?["Progress"]
      case "支付流水-灾备", "user-center-sync":
        numbers[name] = job["Performance"]?["Rps"]
      case "订单中心-同步":
        numbers[name] = job["RetryState"]?["RetryTime"]
      default: continue
      }
    }
    for name in ["ddm-orders-8shard", "members-华北"] {
      let id = try await stage.drsID(named: name)
      let result = try await stage.drs("batch-progress", batch([id])).json()["results"]?.elements[0]
      numbers[name] = result?[name == "members-华北" ? "incre_trans_delay_millis" : "remaining_time"]
    }
    return numbers
  }

  @Test func `A stalled task stands at 47 percent for ever`() async throws {
    let stage = Stage()
    let id = try await stage.drsID(named: "oa-docs-full")
    let before = try await stage.drs("batch-progress", batch([id])).text
    stage.clock.advance(by: 86_400)
    #expect(try await stage.drs("batch-progress", batch([id])).text == before)
    #expect(before.contains(#""progress":"47""#))
  }

  @Test func `Ten thousand jobs are shared out, and each is found by its id`() async throws {
    let stage = Stage(jobs: 10_000)
    var total = try await stage.rm("/jobs").json().elements.count
    for kind in ["MIGRATION", "SYNC", "SUBSCRIBE"] {
      let answer = try await stage.dts(
        "DescribeDtsJobs", ["JobType": kind, "Region": "cn-hangzhou", "PageSize": "10"]
      ).json()
      total += Int(answer["TotalRecordCount"]?.number ?? 0)
      let id = answer["DtsJobList"]?.elements.last?["DtsJobId"]?.text ?? ""
      let detail = try await stage.dts("DescribeDtsJobDetail", ["DtsJobId": id]).json()
      #expect(detail["DtsJobId"]?.text == id)
    }
    for kind in ["migration", "sync", "cloudDataGuard"] {
      let answer = try await stage.drs("", #"{"db_use_type":"\#(kind)","per_page":1}"#).json()
      total += Int(answer["total_record"]?.number ?? 0)
    }
    #expect(total == 10_000)
  }

  @Test func `Speed stretches the simulation and not the past`() async throws {
    let slow = Stage()
    let fast = Stage(speed: 60)
    slow.clock.advance(by: 180)
    fast.clock.advance(by: 3)
    let seen = { (stage: Stage) in
      try await stage.rm("/jobs").json().elements.map {
        $0["statistics"]?["totalEventsSeen"]
      }
    }
    #expect(try await seen(slow) == seen(fast))
    let submitted = { (stage: Stage) in
      try await stage.rm("/jobs").json().elements.map { $0["submittedAt"]?.text }
    }
    #expect(try await submitted(slow) == submitted(fast))
  }
}

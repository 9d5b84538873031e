import Foundation
import Testing

@Suite struct `The stories of DTS` {
  let stage = Stage(jobs: 140)

  private func detail(_ id: String, _ more: [String: String] = [:]) async throws -> JSONValue {
    try await stage.dts("DescribeDtsJobDetail", more.merging(["DtsJobId": id]) { $1 }).json()
  }

  private func listed(_ name: String, _ kind: String = "SYNC") async throws -> JSONValue {
    let parameters = [
      "JobType": kind, "Region": "cn-hangzhou", "Type": "name", "Params": name,
    ]
    let answer = try await stage.dts("DescribeDtsJobs", parameters).json()
    return try #require(answer["DtsJobList"]?.elements.first)
  }

  @Test(arguments: [0.0, 90_000])
  func `Some job shows each status word of the document`(time: Double) async throws {
    stage.clock.advance(by: time)
    var missing: [String] = []
    for word in Self.words {
      var found = 0.0
      for kind in ["MIGRATION", "SYNC", "SUBSCRIBE"] {
        let parameters = ["JobType": kind, "Region": "cn-hangzhou", "Status": word]
        found +=
          try await stage.dts("DescribeDtsJobs", parameters).json()["TotalRecordCount"]?.number ?? 0
      }
      if found == 0 { missing.append(word) }
    }
    #expect(missing == [])
  }

  static let words = [
    "NotStarted", "NotConfigured", "Prechecking", "PrecheckFailed", "PreCheckPass", "Migrating",
    "MigrationFailed", "Initializing", "InitializeFailed", "Synchronizing", "Failed", "Modifying",
    "ModifyFailed", "Starting", "Normal", "Abnormal", "Suspending", "Finished", "Retrying",
    "Upgrade", "Downgrade", "Locked",
  ]

  @Test func `The way back of a two-way sync has failed while the way there runs`() async throws {
    let job = try await listed("同城双活")
    let back = try #require(job["ReverseJob"])
    #expect(job["Status"]?.text == "Synchronizing")
    #expect(back["Status"]?.text == "Failed")
    #expect(back["DtsInstanceID"] == job["DtsInstanceID"])
    let id = try #require(job["DtsJobId"]?.text)
    let reverse = try await detail(id, ["SynchronizationDirection": "Reverse"])
    #expect(reverse["DtsJobId"] == back["DtsJobId"])
    #expect(reverse["Status"]?.text == "Failed")
    #expect(try await detail(id)["Status"]?.text == "synchronizing")
    let steps = try await stage.dts("ListJobStep", ["DtsJobId": back["DtsJobId"]?.text ?? ""])
    let failed = try steps.json()["JobSteps"]?.elements.first { $0["State"]?.text == "Failed" }
    #expect(failed?["IncLatencySeconds"] == back["Delay"])
    #expect(back["Delay"]?.number == 3_845)
  }

  @Test func `The parts of a distributed sync are counted by its steps and named by its detail`()
    async throws
  {
    let id = try #require(try await listed("polardbx-shards")["DtsJobId"]?.text)
    let steps = try await stage.dts("ListJobStep", ["DtsJobId": id]).json()["JobSteps"]?.elements
    let write = try #require(steps?.first { $0["Code"]?.text == "07" })
    #expect(write["SubJobCount"]?.number == 4)
    #expect(write["SubJobSteps"] == .array([]))
    let parts = try await detail(id)["SubDistributedJob"]?.elements ?? []
    #expect(
      parts.map { $0["Status"]?.text } == [
        "Synchronizing", "Synchronizing", "Failed", "Synchronizing",
      ])
    let other = try #require(try await listed("支付流水")["DtsJobId"]?.text)
    #expect(try await detail(other)["SubDistributedJob"] == .null)
  }

  @Test(arguments: [("false", ["Initializing"]), ("True", ["Initializing", "Finished"])])
  func `The changes of a sync are jobs of their own, the former ones on request`(
    history: String, statuses: [String]
  ) async throws {
    let id = try #require(try await listed("booking-core")["DtsJobId"]?.text)
    let changes = try await detail(id, ["SyncSubJobHistory": history])["SubSyncJob"]?.elements
    #expect(changes?.map { $0["Status"]?.text } == statuses)
  }

  @Test func `The status objects of the initial phases vanish when a sync runs`() async throws {
    let running = try await listed("支付流水")
    let initializing = try await listed("audit-log-kafka")
    for name in ["PrecheckStatus", "StructureInitializationStatus", "DataInitializationStatus"] {
      #expect(running[name] == nil)
      #expect(initializing[name]?["Status"] != nil)
    }
    #expect(running["DataSynchronizationStatus"]?["Status"]?.text == "Catched")
  }

  @Test(arguments: [("polardbx-shards", "SYNC", 1_000.0), ("recon-ledger", "MIGRATION", 1)])
  func `A delay is in seconds in the list of syncs only`(
    name: String, kind: String, divisor: Double
  ) async throws {
    let job = try await listed(name, kind)
    let whole = try #require(try await detail(job["DtsJobId"]?.text ?? "")["Delay"]?.number)
    #expect(whole > 100)
    #expect(job["Delay"]?.number == (whole / divisor).rounded(.down))
  }

  @Test func `A comparison that found differences has ended well and says so in a text`()
    async throws
  {
    let job = try await listed("recon-ledger", "MIGRATION")
    #expect(job["FullDataCheckStatus"]?["Status"]?.text == "Finished")
    #expect(
      job["FullDataCheckStatus"]?["ErrorMessage"]?.text
        == "fullcheck find different records : 2372")
    #expect(job["IncDataCheckStatus"]?["Progress"]?.text == "1 rows/s (row: 5/5, table: 1/1)")
  }

  @Test func `An item that only warns does not keep a precheck from passing`() async throws {
    let job = try await listed("coupon-ready")
    let parameters = ["DtsJobId": job["DtsJobId"]?.text ?? "", "JobCode": "01"]
    let checks = try await stage.dts("DescribePreCheckStatus", parameters).json()
    #expect(job["Status"]?.text == "PreCheckPass")
    #expect(checks["State"]?.text == "Finished")
    let warning = try #require(
      checks["JobProgress"]?.elements.first { $0["State"]?.text == "Warning" })
    #expect(warning["ErrMsg"]?.text == "CHECK__WARN_FOREIGN_KEY")
    #expect(warning["BootTime"]?.text?.hasSuffix(".000+00:00") == true)
  }

  @Test func `The incremental step of a sync is 04 to the one call and 07 to the other`()
    async throws
  {
    let id = try #require(try await listed("订单中心")["DtsJobId"]?.text)
    let parameters = ["DtsJobId": id, "JobCode": "04", "PageSize": "5", "PageNo": "4"]
    let tables = try await stage.dts("DescribePreCheckStatus", parameters).json()
    #expect(tables["Success"] == .flag(true))
    #expect(tables["JobProgress"]?.elements.count == 5)
    #expect(tables["TotalRecordCount"]?.number == 22)
  }
}

import CustomDump
import MigrationAPI
import MigrationModel
import Testing

import struct Foundation.Date

@Suite struct `DTS jobs` {
  static func recorded(_ file: String, kind: DTSJobType) async throws -> Job {
    let text = try Recorded.text("dts", file)
    let reply: HTTPReply = file.hasSuffix(".xml") ? .xml(text) : .json(text)
    let provider = try DTSFixture.provider(StubTransport(reply), kinds: [kind])
    return try #require(try await provider.list(after: nil).jobs.first)
  }

  @Test func `a migration is told by its list item`() async throws {
    let job = try await Self.recorded("DescribeDtsJobs.migration.json", kind: .migration)
    #expect(job.id == DTSFixture.id("i03e3zty16i****"))
    #expect(job.service == .dts)
    #expect(job.name == "RDS_TO_RDS_MIGRATION")
    #expect(job.kind == .migration)
    #expect(job.state == .running)
    #expect(job.phase == .full)
    #expect(job.createdAt == Date(timeIntervalSince1970: 1_615_881_679))
    #expect(job.observedAt == DTSFixture.time)
    #expect(job.stepsObservedAt == nil)
    #expect(job.lag == .absent(.notApplicable))
    #expect(job.failure == nil)
    #expect(
      job.verification == Verification(state: .pending, nativeStatus: "NotStarted", fraction: 0))
    #expect(job.notes == [])
    expectNoDifference(
      job.from,
      DatabaseEndpoint(engine: "MySQL", address: "172.16.88.5:3306", database: "dtstestdata"))
    expectNoDifference(
      job.to,
      DatabaseEndpoint(engine: "MySQL", address: "rm-bp1imrtn6fq7h****", database: "dtstestdata"))
  }

  @Test func `the figures of a migration keep what they are worth`() async throws {
    let job = try await Self.recorded("DescribeDtsJobs.migration.xml", kind: .migration)
    expectNoDifference(
      job.progress,
      Progress(fraction: 0.42, quality: .estimated, rows: Progress.Count(done: 44_755)))
    expectNoDifference(
      job.throughput, Throughput(rowsPerSecond: 1_200, bytesPerSecond: 2_500_000))
  }

  @Test func `steps come from the list until they are read`() async throws {
    let job = try await Self.recorded("DescribeDtsJobs.migration.json", kind: .migration)
    #expect(job.steps.map(\.code) == ["01", "02", "03", "04", nil])
    #expect(
      job.steps.map(\.label) == [
        "Precheck", "Schema", "Full data", "Incremental write", "Verification",
      ])
    #expect(job.steps.map(\.state) == [.done, .done, .running, .pending, .pending])
    #expect(job.steps.map(\.fraction) == [1, 1, 0.42, nil, 0])
    #expect(job.steps.first?.children.map(\.label) == ["Connection source"])
  }

  @Test func `a two-way sync shows its other direction as a step`() async throws {
    let job = try await Self.recorded("DescribeDtsJobs.sync.json", kind: .sync)
    #expect(job.kind == .sync)
    #expect(job.state == .running)
    #expect(job.phase == .incremental)
    #expect(
      job.lag
        == .measured(
          Lag.Measurement(value: .seconds(7), kind: .eventAge, resolution: .seconds(1))))
    #expect(job.progress.fraction == nil)
    #expect(job.progress.rows.done == 44_755)
    #expect(job.throughput.rowsPerSecond == 0)
    #expect(job.from?.database == "testsid")
    #expect(job.to?.address == "pc-bp1****")
    #expect(job.notes == ["the service asks for an upgrade of the instance"])
    #expect(
      job.verification
        == Verification(state: .different, nativeStatus: "Finished", fraction: 1))
    let reverse = try #require(job.steps.last)
    #expect(reverse.label == "Reverse direction")
    #expect(reverse.state == .running)
    #expect(reverse.lag.value == .seconds(7))
    #expect(reverse.children.map(\.code) == ["07"])
  }

  @Test func `a broken subscription tells its failure`() async throws {
    let job = try await Self.recorded("DescribeDtsJobs.subscribe.json", kind: .subscription)
    #expect(job.kind == .subscription)
    #expect(job.name == "q4b967v16f****")
    #expect(job.state == .failed)
    #expect(job.lag.value == .seconds(4))
    #expect(job.to == nil)
    #expect(job.verification == nil)
    #expect(job.notes == ["unknown field NewField: new value"])
    expectNoDifference(
      job.failure,
      Failure(
        code: "DTS-31009", message: "DTS-070211: Connect Source DB failed.", duringSetup: false,
        help: "https://help.example.com/31009"))
  }

  @Test func `a failed precheck names the item and the cure`() async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"PrecheckFailed","PrecheckStatus":{"Status":"Failed","Percent":"60",
       "Detail":[{"CheckItem":"CHECK_OK","CheckResult":"Success"},
        {"CheckItem":"CHECK_CONN_DEST","CheckItemDescription":"Target reachable",
         "CheckResult":"Failed","FailedReason":"refused","RepairMethod":"open the port"}]}}
      """#)
    expectNoDifference(
      job.failure,
      Failure(
        code: "CHECK_CONN_DEST", message: "refused", location: "Target reachable",
        duringSetup: true, help: "open the port"))
    #expect(job.progress == Progress(fraction: 0.6, quality: .exact))
  }

  @Test func `a failed item of a precheck that was passed over is no warning`() async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Migrating","PrecheckStatus":{"Status":"Finished",
       "Detail":[{"CheckItem":"CHECK_SIZE","CheckResult":"Failed","FailedReason":"large"}]}}
      """#)
    #expect(job.state == .running)
    #expect(job.notes == [])
    let item = try #require(job.steps.first?.children.first)
    #expect(item.state == .done)
    #expect(item.error == nil)
    #expect(item.note == "passed over: Failed: large")
  }

  @Test func `an error text beside a healthy state is a note of the past`() async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Synchronizing","ErrorMessage":"was cut off"}"#, kind: .sync)
    #expect(job.state == .running)
    #expect(job.failure == nil)
    #expect(job.notes == ["failure reported while not failed: was cut off"])
  }

  @Test func `a retry is a warning with a note`() async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Migrating","RetryState":{"Retrying":true,"RetryCount":5,
       "RetryTime":120,"MaxRetryTime":7200,"RetryTarget":"srcDB","Module":"03","ErrMessage":"cut"}}
      """#)
    #expect(job.state == .warning)
    #expect(
      job.notes == ["retrying step 03 (srcDB) for the 5. time since 120 s of at most 7200 s: cut"])
  }

  @Test(
    arguments: [
      (#""Percent":"94""#, 0.94, Progress.Quality.estimated),
      (#""Percent":"111%""#, 1.11, .exceeded), (#""Percent":"many""#, nil, .unknown),
      (#""Percent":"-1""#, nil, .unknown),
    ] as [(String, Double?, Progress.Quality)]) func `percent of a copy is an estimate`(
      percent: String, fraction: Double?, quality: Progress.Quality
    ) async throws
  {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Migrating",
       "DataInitializationStatus":{"Status":"Migrating",\#(percent)}}
      """#)
    #expect(job.progress.fraction == fraction)
    #expect(job.progress.quality == quality)
  }

  @Test(arguments: [
    ("NotStarted", "", Verification.State.pending), ("Checking", "", .verifying),
    ("Finished", "", .verified), ("Catched", "", .verified), ("Inconsistency", "", .different),
    ("Finished", "fullcheck find different records : 0", .verified), ("Failed", "", .aborted),
    ("Failed", "fullcheck find different records : 12", .different), ("Odd", "", .unknown),
  ]) func `a data check has its verdict`(
    word: String, text: String, state: Verification.State
  ) async throws {
    let check = #"{"Status":"\#(word)","ErrorMessage":"\#(text)"}"#
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Synchronizing","IncDataCheckStatus":\#(check)}"#, kind: .sync)
    #expect(job.verification?.state == state)
    #expect(job.verification?.nativeStatus == word)
  }

  @Test(arguments: ["", #","FullDataCheckStatus":{"Status":"NotStarted","Percent":"0"}"#])
  func `a check that was not asked for is said to be so`(status: String) async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Migrating","MigrationMode":{"FullDataCheck":false}\#(status)}"#)
    #expect(job.verification == Verification(state: .notRequested))
    #expect(job.steps.isEmpty)
  }

  @Test func `verification is read from its step where the list is silent`() async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Migrating"}"#,
      steps: DTSFixture.steps(
        #"{"JobStepName":"一致性校验","State":"Running","Progress":40}"#))
    #expect(
      job.verification == Verification(state: .verifying, nativeStatus: "Running", fraction: 0.4))
    #expect(job.phase == .verifying)
    #expect(job.progress.fraction == 0.4)
  }
}

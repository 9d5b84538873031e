import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS steps that are fewer than the list tells` {
  static let item = #"""
    {"DtsJobId":"a","Status":"Migrating","MigrationMode":{"StructureInitialization":true,
      "DataInitialization":true,"DataSynchronization":true},
     "PrecheckStatus":{"Status":"Finished"},"StructureInitializationStatus":{"Status":"Finished"},
     "DataInitializationStatus":{"Status":"Migrating","Percent":"42","Progress":"44755"},
     "DataSynchronizationStatus":{"Status":"NotStarted"}}
    """#

  @Test(arguments: [
    #"{"Code":"01","State":"Finished","Progress":100}"#,
    #"{"Code":"01","State":"Finished"},{"Code":"04","State":"NotStarted"}"#,
    #"{"JobStepName":"增量数据服务","State":"Running"}"#, "",
  ])
  func `a kind without a step keeps what the list tells`(steps: String) async throws {
    let job = try await DTSFixture.job(Self.item, steps: DTSFixture.steps(steps))
    #expect(job.phase == .full)
    #expect(job.progress.fraction == 0.42)
    #expect(job.lag == .absent(.notApplicable))
    #expect((job.stepsObservedAt == nil) == steps.isEmpty)
  }

  @Test func `the sample's single step leaves the others to the list`() async throws {
    let job = try await DTSFixture.job(
      Self.item, steps: .json(try Recorded.text("dts", "ListJobStep.json")))
    #expect(job.phase == .full)
    #expect(job.progress.fraction == 0.42)
    #expect(
      job.steps.map(\.label) == ["Precheck", "Schema", "Full data", "Incremental write"])
    #expect(job.steps.map(\.fraction) == [1, nil, 0.42, nil])
  }

  @Test func `a step counts more than the list's word about its kind`() async throws {
    let job = try await DTSFixture.job(
      Self.item, steps: DTSFixture.steps(#"{"Code":"03","State":"Running","Progress":43}"#))
    #expect(job.progress.fraction == 0.43)
    #expect(job.steps.map(\.code) == ["01", "02", "03", "04"])
  }

  @Test func `a percentage of the list that is newer than the step's counts`() async throws {
    let clock = DTSFixture.Clock()
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(Self.item),
        DTSFixture.steps(#"{"Code":"03","State":"Running","Progress":43}"#),
        DTSFixture.list(Self.item.replacing("\"42\"", with: "\"50\""))), clock: clock)
    _ = try await provider.list(after: nil)
    let read = try await provider.read([DTSFixture.id("a")], .steps).first
    guard case .job(let before)? = read else { throw CocoaError(.featureUnsupported) }
    #expect(before.progress.fraction == 0.43)
    clock.advance(by: 10)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.progress.fraction == 0.5)
  }

  @Test func `what only an older answer told still counts`() async throws {
    let clock = DTSFixture.Clock()
    let copied = #"""
      {"DtsJobId":"a","Status":"Migrating","MigrationMode":{"StructureInitialization":true,
        "DataInitialization":true},"PrecheckStatus":{"Status":"Finished"}}
      """#
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(copied),
        DTSFixture.steps(
          #"{"Code":"01","State":"Running"},{"Code":"03","State":"Running","Progress":10}"#),
        DTSFixture.list(copied)), clock: clock)
    _ = try await provider.list(after: nil)
    _ = try await provider.read([DTSFixture.id("a")], .steps)
    clock.advance(by: 60)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.phase == .full)
    #expect(job.progress.fraction == 0.1)
  }

  @Test func `an intended phase comes before the changes`() async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Migrating","MigrationMode":{"DataInitialization":true}}"#,
      steps: DTSFixture.steps(#"{"Code":"01","State":"Finished"}"#))
    #expect(job.phase == .full)
  }

  @Test(arguments: [nil, #"{"Code":"01","State":"Finished"},{"Code":"04","State":"NotStarted"}"#])
  func `a phase that was not asked for is none`(steps: String?) async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Migrating","MigrationMode":{"StructureInitialization":false,
        "DataInitialization":true,"DataSynchronization":false},
       "StructureInitializationStatus":{"Status":"NotStarted"},
       "DataInitializationStatus":{"Status":"Finished","Percent":"100"},
       "DataSynchronizationStatus":{"Status":"NotStarted"}}
      """#,
      steps: steps.map { DTSFixture.steps($0) })
    #expect(job.phase == .full)
    #expect(job.replicates == false)
    #expect(!job.steps.contains { $0.phase == .schema })
    #expect(steps != nil || job.steps.map(\.code) == ["03"])
  }

  @Test func `synchronizing is incremental whatever was only intended`() async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Synchronizing","Delay":2,"MigrationMode":{
        "StructureInitialization":true,"DataInitialization":true,"DataSynchronization":true}}
      """#,
      kind: .sync, steps: DTSFixture.steps(#"{"Code":"01","State":"Finished"}"#))
    #expect(job.phase == .incremental)
    #expect(job.lag.value == .seconds(2))
  }

  @Test func `a percent of minus zero is none`() async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Migrating","Performance":{"Rps":"-0.00","Flow":"-0.00"},
       "DataInitializationStatus":{"Status":"Migrating","Percent":"-0.00"}}
      """#)
    #expect(job.progress.fraction == nil)
    #expect(job.throughput == Throughput())
  }
}

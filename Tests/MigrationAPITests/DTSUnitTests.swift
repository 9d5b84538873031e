import MigrationAPI
import MigrationModel
import Testing

/// What 1500 is worth: each call and each kind of task has its own unit.
@Suite struct `DTS units of latency` {
  static let reverse = #""ReverseJob":{"DtsJobId":"r","Status":"Synchronizing","Delay":1500}"#

  @Test(arguments: [
    (DTSJobType.migration, "Migrating", Duration.milliseconds(1_500)),
    (.sync, "Synchronizing", .seconds(1_500)), (.subscription, "Normal", .seconds(1_500)),
  ])
  func `the list counts milliseconds for a migration alone, its way back never`(
    kind: DTSJobType, word: String, lag: Duration
  ) async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"\#(word)","Delay":1500,
       "MigrationMode":{"DataSynchronization":true},
       "DataSynchronizationStatus":{"Status":"Migrating"},\#(Self.reverse)}
      """#, kind: kind)
    #expect(job.lag.value == lag)
    #expect(job.steps.last?.lag.value == .seconds(1_500))
  }

  @Test(arguments: [
    (DTSJobType.migration, "04"), (.sync, "07"), (.subscription, ""),
  ])
  func `a step counts in two units whatever the kind`(kind: DTSJobType, code: String) async throws {
    let name = code.isEmpty ? "增量数据服务" : "同步"
    for (figures, lag) in [
      (#""IncLatencySeconds":1500"#, Duration.seconds(1_500)),
      (#""IncLatencyMilliseconds":1500"#, .milliseconds(1_500)),
      (#""IncLatencyMilliseconds":"1500","IncLatencySeconds":"1""#, .milliseconds(1_500)),
      (#""IncLatencyMilliseconds":-1,"IncLatencySeconds":1500"#, .seconds(1_500)),
    ] {
      let job = try await DTSFixture.job(
        #"{"DtsJobId":"a","Status":"Retrying","MigrationMode":{"DataSynchronization":true}}"#,
        kind: kind,
        steps: DTSFixture.steps(
          #"{"Code":"\#(code)","JobStepName":"\#(name)","State":"Running",\#(figures)}"#))
      #expect(job.lag.value == lag, "\(figures)")
    }
  }

  @Test func `the detail counts milliseconds for every kind and every part`() async throws {
    let part = #"{"DtsJobId":"p","Status":"Synchronizing","Delay":1500,\#(Self.reverse)}"#
    let job = try await `DTS two-way and distributed tasks`.job(
      #"{"DtsJobId":"a","Status":"Modifying"}"#,
      detail: #"{"DtsJobId":"a","Status":"Modifying","Delay":1500,"SubSyncJob":[\#(part)]}"#)
    #expect(job.steps.last?.lag.value == .milliseconds(1_500))
    #expect(job.steps.last?.children.last?.lag.value == .milliseconds(1_500))
  }

  @Test func `the list and the detail that disagree are a contradiction`() async throws {
    let job = try await `DTS two-way and distributed tasks`.job(
      #"""
      {"DtsJobId":"a","Status":"Modifying","Delay":90,
       "DataSynchronizationStatus":{"Status":"Migrating"}}
      """#, detail: #"{"DtsJobId":"a","Status":"Modifying","Delay":1500}"#)
    #expect(job.lag.value == .milliseconds(1_500))
    #expect(
      job.notes == ["contradiction: the list says a delay of 90000 ms, the detail 1500 ms"])
  }

  @Test(arguments: [
    #""State":"NotStarted","IncLatencySeconds":-1,"IncLatencyMilliseconds":1"#,
    #""State":"Schedule","IncLatencySeconds":0"#,
  ])
  func `a step that has not begun has no lag whatever stands there`(fields: String) async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Synchronizing","Delay":0,
       "DataInitializationStatus":{"Status":"Finished"}}
      """#, kind: .sync, steps: DTSFixture.steps(#"{"Code":"07",\#(fields)}"#))
    #expect(job.phase == .incremental)
    #expect(job.lag == .absent(.notStarted))
    #expect(job.steps.last?.lag == .absent(.notStarted))
    #expect(job.notes == [])
  }

  @Test func `a step that says not begun leaves the list its word`() async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Synchronizing","Delay":0}"#, kind: .sync,
      steps: DTSFixture.steps(#"{"Code":"07","State":"Running","IncLatencySeconds":-1}"#))
    #expect(job.lag.value == .zero)
  }
}

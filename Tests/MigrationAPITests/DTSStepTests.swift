import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS steps` {
  static let migrating = #"{"DtsJobId":"a","Status":"Migrating"}"#

  static func step(_ fields: String, item: String = migrating) async throws -> Step {
    let job = try await DTSFixture.job(item, steps: DTSFixture.steps("{\(fields)}"))
    return try #require(job.steps.first)
  }

  static func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  @Test func `the sample becomes a finished step with a note and a running part with an error`()
    async throws
  {
    let job = try await DTSFixture.job(
      Self.migrating, steps: .json(try Recorded.text("dts", "ListJobStep.json")))
    let part = Step(
      id: "mj3z9w9s10am68o_0004_0000", name: "test", label: "test", code: "03", state: .running,
      nativeState: "running", phase: .full, fraction: 0,
      startedAt: try Self.date("2025-01-02T02:00:21Z"),
      note: "FinishTime 2024-03-15T02:15:14Z although it is not over",
      error: Step.Error(message: "UncaughtException:java.lang.NullPointerException"))
    let step = Step(
      id: "l02c1f7h179****", name: "预检查", label: "Precheck", code: "01", state: .done,
      nativeState: "○ Finished", phase: .precheck, fraction: 1,
      startedAt: try Self.date("2024-04-11T09:33:23Z"),
      finishedAt: try Self.date("2024-03-15T02:15:14Z"),
      note: "fullcheck find different records : 2372", children: [part])
    expectNoDifference(job.steps, [step])
    #expect(job.state == .warning)
    #expect(job.notes == ["contradiction: step 01 finished before it began"])
    #expect(job.stepsObservedAt == DTSFixture.time)
  }

  struct Kind: Sendable, CustomTestStringConvertible {
    let fields: String
    let label: String
    let phase: Phase

    var testDescription: String { fields }
  }

  static let kinds = [
    Kind(fields: #""Code":"01""#, label: "Precheck", phase: .precheck),
    Kind(fields: #""JobStepName":"Precheck""#, label: "Precheck", phase: .precheck),
    Kind(fields: #""Code":"02""#, label: "Schema", phase: .schema),
    Kind(fields: #""JobStepName":"dts.step.struct.load""#, label: "Schema", phase: .schema),
    Kind(
      fields: #""JobStepName":"Incremental data service""#, label: "Incremental capture",
      phase: .incremental),
    Kind(
      fields: #""JobStepName":"Synchronization""#, label: "Incremental write", phase: .incremental),
    Kind(
      fields: #""JobStepName":"Consistency validation""#, label: "Verification", phase: .verifying),
    Kind(fields: #""JobStepName":"PRECHECK","Code":"""#, label: "Precheck", phase: .precheck),
    Kind(fields: #""Code":"03""#, label: "Full data", phase: .full),
    Kind(fields: #""JobStepName":"dts.step.data.load""#, label: "Full data", phase: .full),
    Kind(
      fields: #""JobStepName":"增量数据服务""#, label: "Incremental capture", phase: .incremental),
    Kind(fields: #""Code":"04""#, label: "Incremental write", phase: .incremental),
    Kind(fields: #""Code":"07""#, label: "Incremental write", phase: .incremental),
    Kind(fields: #""JobStepName":"同步""#, label: "Incremental write", phase: .incremental),
    Kind(fields: #""JobStepName":"一致性校验""#, label: "Verification", phase: .verifying),
    Kind(fields: #""JobStepName":"etl-check""#, label: "ETL check", phase: .unknown),
    Kind(fields: #""JobStepName":"新步骤","Code":"09""#, label: "新步骤", phase: .unknown),
    Kind(
      fields: #""JobStepName":"同步","redisPhaseType":"full""#, label: "Full data", phase: .full),
    Kind(
      fields: #""JobStepName":"redis","redisPhaseType":"inc""#, label: "Incremental write",
      phase: .incremental),
  ]

  @Test(arguments: kinds) func `a step is known by its number or its name`(kind: Kind) async throws
  {
    let step = try await Self.step(kind.fields)
    #expect(step.label == kind.label)
    #expect(step.phase == kind.phase)
  }

  @Test(arguments: [
    (#""JobStepName":"增量数据服务""#, Step.Half.reading), (#""Code":"07""#, .writing),
    (#""Code":"03""#, nil),
  ]) func `the steps of the replication measure its two halves`(
    fields: String, half: Step.Half?
  ) async throws {
    #expect(try await Self.step(fields).half == half)
  }

  @Test(arguments: [
    ("NotStarted", Step.State.pending), ("Schedule", .pending), ("Init", .running),
    ("Running", .running), ("running", .running), ("Migrating", .running), ("Checking", .running),
    ("Catched", .caughtUp), ("Pause", .paused), ("Suspending", .paused), ("Warning", .warning),
    ("Failed", .failed), ("○ Finished", .done), ("Finished", .done), ("Melting", .unknown),
    ("Success", .done), ("FINISHED", .done), ("init", .running), ("", .unknown),
  ]) func `a state word has its state`(word: String, state: Step.State) async throws {
    let step = try await Self.step(#""Code":"03","State":"\#(word)""#)
    #expect(step.state == state)
    #expect(step.nativeState == (word.isEmpty ? nil : word))
  }

  @Test func `steps stand in the order of their serials`() async throws {
    let job = try await DTSFixture.job(
      Self.migrating,
      steps: DTSFixture.steps(
        #"{"Code":"03","Serial":3,"JobStepId":"x"}"#, #"{"Code":"04"}"#,
        #"{"Code":"01","Serial":"1","JobStepId":"x"}"#))
    #expect(job.steps.map(\.code) == ["01", "03", "04"])
    #expect(Set(job.steps.map(\.id)).count == 3)
  }

  @Test func `latency counts in replicating steps only`() async throws {
    let latency = #""State":"Running","IncLatencySeconds":"2","IncLatencyMilliseconds":2100"#
    let write = try await Self.step(#""Code":"04",\#(latency)"#)
    let copy = try await Self.step(#""Code":"03",\#(latency)"#)
    let early = try await Self.step(#""Code":"04","State":"Init","IncLatencySeconds":-1"#)
    let silent = try await Self.step(#""Code":"04","State":"Running""#)
    #expect(write.lag.value == .milliseconds(2_100))
    #expect(write.fraction == nil)
    #expect(copy.lag == .absent(.notApplicable))
    #expect(early.lag == .absent(.notStarted))
    #expect(silent.lag == .absent(.notReported))
  }

  @Test func `an error text on a running step makes the job a warning`() async throws {
    let job = try await DTSFixture.job(
      Self.migrating,
      steps: DTSFixture.steps(
        #"""
        {"Code":"03","State":"Running","Progress":30,"ErrMsg":"DTS-1020042 Execute sql error",
         "ErrorDetails":[{"ErrorCode":"Success"},{"ErrorCode":"DTS-31009","HelpUrl":"https://h"}]}
        """#))
    #expect(job.state == .warning)
    #expect(
      job.steps.first?.error
        == Step.Error(
          code: "DTS-31009", message: "DTS-1020042 Execute sql error", help: "https://h"))
    #expect(job.failure == nil)
  }

  @Test func `a running job with a failed part is a warning and a contradiction`() async throws {
    let job = try await DTSFixture.job(
      Self.migrating,
      steps: DTSFixture.steps(
        #"""
        {"Code":"03","State":"Running","SubJobSteps":[
          {"JobStepId":"p1","State":"Failed","ErrMsg":"gone"},{"JobStepId":"p2","State":"Running"}]}
        """#))
    #expect(job.state == .warning)
    #expect(
      job.notes == ["contradiction: state says Migrating, part p1 of step 03 says Failed"])
    #expect(job.steps.first?.children.map(\.phase) == [.full, .full])
  }

  @Test func `a finished job with an unfinished copy is a contradiction`() async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Finished"}"#,
      steps: DTSFixture.steps(
        #"{"Code":"03","State":"Running","Progress":94}"#,
        #"{"Code":"04","State":"Running","Progress":10}"#))
    #expect(job.notes == ["contradiction: state says Finished, step 03 says 94 %"])
    #expect(job.progress.fraction == 0.94)
  }

  @Test func `steps read under another status word do not speak for the present`() async throws {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(#"{"DtsJobId":"a","Status":"Migrating"}"#),
        DTSFixture.steps(#"{"Code":"03","State":"Failed","Progress":94}"#),
        DTSFixture.list(#"{"DtsJobId":"a","Status":"Finished"}"#)))
    _ = try await provider.list(after: nil)
    _ = try await provider.read([DTSFixture.id("a")], .steps)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.state == .done)
    #expect(job.notes.isEmpty)
    #expect(job.steps.map(\.state) == [.failed])
  }
}

import MigrationAPI
import MigrationModel
import Testing

import struct Foundation.Date

/// The checks that a task was asked for, what the list says of them, and what `ListJobStep` says.
@Suite struct `DTS verification` {
  static func job(_ fields: String, steps: String...) async throws -> Job {
    try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Synchronizing"\#(fields.isEmpty ? "" : ",")\#(fields)}"#,
      kind: .sync, steps: steps.isEmpty ? nil : answer(steps))
  }

  static func answer(_ steps: [String]) -> HTTPReply {
    .json(
      #"{"Success":true,"RequestId":"R","Code":"200","JobSteps":[\#(steps.joined(separator: ","))]}"#
    )
  }

  static func step(_ state: String, _ fields: String = "") -> String {
    #"{"JobStepName":"一致性校验","State":"\#(state)"\#(fields.isEmpty ? "" : ",")\#(fields)}"#
  }

  static let full = #""FullDataCheckStatus":{"Status":"Finished","Percent":"100"}"#
  static let differences = #""ErrMsg":"fullcheck find different records : 2372""#

  @Test(arguments: [
    (differences, Verification.State.different),
    (#""ErrMsg":"fullcheck find different records : 0""#, .verified),
    (#""ErrMsg":"UncaughtException:java.lang.NullPointerException""#, .unknown),
    (#""ErrorDetails":[{"ErrorCode":"DTS-31009"}]"#, .unknown),
    (#""ErrorDetails":[{"ErrorCode":"Success"}]"#, .verified),
    (#""SubJobSteps":[{"State":"Finished",\#(differences)}]"#, .different),
    (#""SubJobSteps":[{"State":"Running"}]"#, .verifying),
  ])
  func `what a finished step found counts beside a list that says no more than finished`(
    fields: String, state: Verification.State
  ) async throws {
    let job = try await Self.job(Self.full, steps: Self.step("○ Finished", fields))
    #expect(job.verification?.state == state)
  }

  @Test func `what a step found is not forgotten as its answer gets older`() async throws {
    let clock = DTSFixture.Clock()
    let item = #"{"DtsJobId":"a","Status":"Synchronizing",\#(Self.full)}"#
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(item), Self.answer([Self.step("Finished", Self.differences)]),
        DTSFixture.list(item)), kinds: [.sync], clock: clock)
    _ = try await provider.list(after: nil)
    _ = try await provider.read([DTSFixture.id("a")], .steps)
    clock.advance(by: 40)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.verification?.state == .different)
  }

  static let asked = #""MigrationMode":{"FullDataCheck":true,"IncDataCheck":true}"#

  @Test(arguments: [
    (#"\#(full),\#(asked)"#, [], Verification.State.pending),
    // One step, which is that of the check that the list tells.
    (#"\#(full),\#(asked)"#, [step("Finished")], .pending),
    (#"\#(full),\#(asked)"#, [step("Finished"), step("Finished")], .verified),
    (#"\#(full),\#(asked),"IncDataCheckStatus":{"Status":"Catched"}"#, [], .verified),
    (#"\#(asked)"#, [step("Finished")], .pending),
    (#""MigrationMode":{"FullDataCheck":true}"#, [step("Finished")], .verified),
  ])
  func `a check that was asked for and of which nobody tells is still to come`(
    fields: String, steps: [String], state: Verification.State
  ) async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Synchronizing",\#(fields)}"#, kind: .sync,
      steps: steps.isEmpty ? nil : Self.answer(steps))
    #expect(job.verification?.state == state)
  }

  static let end = #""BootTime":"2025-01-02T01:00:00Z","FinishTime":"2025-01-02T02:00:00Z""#

  @Test func `a comparison ends with its step, and with the first of several`() async throws {
    let ended = Date(timeIntervalSince1970: 1_735_783_200)
    let later = #""FinishTime":"2025-01-02T02:10:00Z""#
    for steps in [
      [Self.step("Finished", Self.end)], [later, Self.end].map { Self.step("Finished", $0) },
    ] {
      let job = try await DTSFixture.job(
        #"{"DtsJobId":"a","Status":"Synchronizing"}"#, kind: .sync, steps: Self.answer(steps))
      #expect(job.verification?.finishedAt == ended)
      #expect(job.verification?.isContinuous == false)
    }
  }

  @Test(arguments: [
    // The list tells no end, and two checks have one step.
    (full, ""), (#"\#(full),"StructureDataCheckStatus":{"Status":"Finished"}"#, end),
    // The end of an attempt before.
    ("", #""BootTime":"2025-01-02T03:00:00Z","FinishTime":"2025-01-02T02:00:00Z""#),
  ])
  func `an end that is not told is none`(fields: String, step: String) async throws {
    let job = try await Self.job(fields, steps: Self.step("Finished", step))
    #expect(job.verification?.state == .verified)
    #expect(job.verification?.finishedAt == nil)
  }

  @Test(arguments: [("Catched", true), ("Finished", false), ("Checking", false)])
  func `a comparison goes on with the changes once it has caught up`(
    word: String, isContinuous: Bool
  ) async throws {
    let job = try await Self.job(
      #"\#(Self.full),"IncDataCheckStatus":{"Status":"\#(word)"}"#)
    #expect(job.verification?.isContinuous == isContinuous)
  }

  @Test(arguments: [
    (#""DataInitializationStatus":{"Status":"Migrating"},\#(full)"#, true),
    (#""DataInitializationStatus":{"Status":"NotStarted"},\#(full)"#, true),
    (#""DataInitializationStatus":{"Status":"Finished"},\#(full)"#, false),
    (
      #""DataInitializationStatus":{"Status":"Migrating"},"FullDataCheckStatus":{"Status":"NotStarted"}"#,
      false
    ),
    // That of the structures comes before the copy.
    (
      #""DataInitializationStatus":{"Status":"Migrating"},"StructureDataCheckStatus":{"Status":"Finished"}"#,
      false
    ),
  ])
  func `a full check before the copy is a contradiction`(fields: String, isOne: Bool) async throws {
    let job = try await Self.job(fields)
    let note = "contradiction: the verification says Finished, the full data is not copied"
    #expect(job.notes == (isOne ? [note] : []))
  }

  @Test(arguments: [
    (#""FullDataCheck":true"#, true), (#""FullDataCheck":true,"StructureDataCheck":true"#, false),
  ])
  func `so it is among the steps, if the check can be no other`(
    mode: String, isOne: Bool
  ) async throws {
    let job = try await Self.job(
      #""MigrationMode":{\#(mode)}"#,
      steps: #"{"Code":"03","State":"Running","Progress":40}"#, Self.step("Running"))
    let note = "contradiction: the verification says Running, the full data is not copied"
    #expect(job.notes.contains(note) == isOne)
  }

  @Test func `a copy that ended between two answers is none`() async throws {
    let clock = DTSFixture.Clock()
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(#"{"DtsJobId":"a","Status":"Synchronizing"}"#),
        Self.answer([#"{"Code":"03","State":"Running","Progress":99}"#]),
        DTSFixture.list(#"{"DtsJobId":"a","Status":"Synchronizing",\#(Self.full)}"#)),
      kinds: [.sync], clock: clock)
    _ = try await provider.list(after: nil)
    _ = try await provider.read([DTSFixture.id("a")], .steps)
    clock.advance(by: 10)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.notes == [])
  }
}

import MigrationAPI
import MigrationModel
import Testing

/// Words of the documents that other tests do not go through: those of the states, the kinds of
/// steps and the statuses of tasks have tables of their own.
@Suite struct `DTS words` {
  @Test(arguments: [
    ("MIGRATION", JobKind.migration), ("online", .migration), ("Online", .migration),
    ("sync", .sync), ("SYNC", .sync), ("subscribe", .subscription),
    ("SUBSCRIBE", .subscription),
    // A part that a change of objects makes is of the kind that was asked for.
    ("subSync", .sync), ("", .sync),
  ])
  func `a kind of task has two names`(word: String, kind: JobKind) async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"NotStarted","JobType":"\#(word)"}"#, kind: .sync)
    #expect(job.kind == kind)
  }

  @Test(arguments: [
    ("NotStarted", Step.State.pending), ("Suspending", .paused), ("Checking", .running),
    ("Migrating", .running), ("Failed", .failed), ("Finished", .done), ("Catched", .caughtUp),
    ("Inconsistency", .done), ("Odd", .unknown),
  ])
  func `a phase of the list has its state`(word: String, state: Step.State) async throws {
    for field in [
      "PrecheckStatus", "StructureInitializationStatus", "DataInitializationStatus",
      "DataSynchronizationStatus", "DataEtlStatus", "FullDataCheckStatus", "IncDataCheckStatus",
      "StructureDataCheckStatus", "TimeWindowDataCheckStatus",
    ] {
      let job = try await DTSFixture.job(
        #"{"DtsJobId":"a","Status":"Locked","\#(field)":{"Status":"\#(word)"}}"#)
      #expect(job.steps.map(\.state) == [state], "\(field)")
      #expect(job.steps.map(\.nativeState) == [word], "\(field)")
    }
  }

  @Test(arguments: ["srcDB", "destDB", "inner_module", "elsewhere"])
  func `the target of a retry is shown in the service's word`(word: String) async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Retrying","RetryState":{"Retrying":true,"RetryTarget":"\#(word)"}}"#
    )
    #expect(job.state == .warning)
    #expect(job.notes == ["retrying (\(word))"])
  }

  @Test(arguments: [
    ("full", Phase.full), ("FULL", .full), ("inc", .incremental), ("Inc", .incremental),
    ("odd", .incremental), ("", .incremental),
  ])
  func `a Redis step has two phases`(word: String, phase: Phase) async throws {
    let step = try await `DTS steps`.step(#""Code":"07","redisPhaseType":"\#(word)""#)
    #expect(step.phase == phase)
  }

  @Test(arguments: ["05", "06", "08", "1", "O1"])
  func `a number that is not published is no kind of step`(code: String) async throws {
    let step = try await `DTS steps`.step(#""Code":"\#(code)""#)
    #expect(step.phase == .unknown)
    #expect(step.label == code)
  }

  @Test(arguments: ["○ ", "● ", "✓", "\u{25CB}\u{3000}", ""])
  func `a sign before a state is no part of it`(sign: String) async throws {
    let step = try await `DTS steps`.step(#""Code":"03","State":"\#(sign)Finished""#)
    #expect(step.state == .done)
  }

  @Test(arguments: [
    ("StructureDataCheckStatus", "Inconsistency"), ("FullDataCheckStatus", "inconsistency"),
  ])
  func `structures that differ are told by the word alone`(field: String, word: String) async throws
  {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Migrating","\#(field)":{"Status":"\#(word)"}}"#)
    #expect(job.verification?.state == .different)
    #expect(job.steps.first?.note == "source and target differ")
  }
}

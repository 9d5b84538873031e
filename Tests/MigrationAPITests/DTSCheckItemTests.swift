import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS items of a check` {
  static func item(
    _ fields: String, code: String = "01", kind: DTSJobType = .migration
  ) async throws -> Step {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(#"{"DtsJobId":"a","Status":"Failed"}"#),
        DTSFixture.steps(#"{"Code":"\#(code)","State":"Failed"}"#),
        .json(#"{"Success":true,"Code":"\#(code)","JobProgress":[{\#(fields)}]}"#)),
      kinds: [kind])
    _ = try await provider.list(after: nil)
    _ = try await provider.read([DTSFixture.id("a")], .steps)
    let job = try await `DTS closer looks`.job(provider, .details)
    return try #require(job.steps.first?.children.first)
  }

  @Test(arguments: [
    ("NotStarted", Step.State.pending), ("Checking", .running), ("Migrating", .running),
    ("Failed", .failed), ("Warning", .warning), ("Success", .done), ("Finished", .done),
    ("Suspending", .paused), ("Catched", .caughtUp), ("Odd", .unknown),
  ])
  func `a word has its state`(word: String, state: Step.State) async throws {
    let step = try await Self.item(#""Item":"CHECK_X","State":"\#(word)""#)
    #expect(step.state == state)
    #expect(step.nativeState == word)
  }

  @Test(arguments: [#""Skip":true"#, #""IgnoreFlag":"Y""#, #""Skip":"True""#])
  func `an item that is passed over is no failure`(flag: String) async throws {
    let step = try await Self.item(#""Item":"CHECK_X","State":"Failed","ErrMsg":"no",\#(flag)"#)
    #expect(step.state == .done)
    #expect(step.error == nil)
    #expect(step.note == "passed over: Failed: no")
  }

  @Test func `an item that failed tells why and what helps`() async throws {
    let step = try await Self.item(
      #"""
      "Item":"CHECK_DB_AUTH_SRC","Names":"CHECK_DB_AUTH_SRC_DETAIL","State":"Failed",
      "ErrMsg":"no grant","ErrDetail":"no grant","RepairMethod":"grant it","CanSkip":true,
      "IgnoreFlag":"N","Skip":false,"Logs":[{"ErrMsg":"DTS-1 seen","LogLevel":"ERROR",
       "ErrData":"row"},{"ErrMsg":"all well","LogLevel":"INFO"}]
      """#)
    #expect(step.label == "Database permission source")
    #expect(
      step.error
        == Step.Error(code: "CHECK_DB_AUTH_SRC", message: "no grant\nDTS-1 seen", help: "grant it"))
    #expect(step.note == "it can be passed over")
  }

  @Test(
    arguments: [
      ("2021-03-16T08:01:34.000+00:00", 1_615_881_694.0), ("2021-03-16T08:01:34Z", 1_615_881_694),
      ("2021-03-16T16:01:34.250+08:00", 1_615_881_694.25),
      ("2021-03-16T08:01:34+0000", 1_615_881_694),
      ("", nil), ("soon", nil), ("2021-03-16", nil),
    ] as [(String, Double?)])
  func `a time is read in every form that is documented`(text: String, seconds: Double?)
    async throws
  {
    let step = try await Self.item(
      #""Item":"CHECK_X","State":"Success","BootTime":"\#(text)","FinishTime":"\#(text)""#)
    #expect(step.startedAt == seconds.map { Date(timeIntervalSince1970: $0) })
    #expect(step.finishedAt == step.startedAt)
  }

  @Test func `a time of an end that is not reached is none`() async throws {
    let step = try await Self.item(
      #""Item":"CHECK_X","State":"Checking","FinishTime":"2021-03-16T08:01:34Z""#)
    #expect(step.finishedAt == nil)
  }

  @Test(arguments: [
    ("04", DTSJobType.migration, Duration.milliseconds(1)), ("07", .sync, .seconds(1)),
  ])
  func `DelaySeconds counts what Delay counts`(
    code: String, kind: DTSJobType, unit: Duration
  ) async throws {
    let fields = #""Item":"orders","DelaySeconds":1500"#
    let step = try await Self.item(fields + #","State":"Migrating""#, code: code, kind: kind)
    #expect(
      step.lag
        == .measured(
          Lag.Measurement(value: unit * 1_500, kind: .eventAge, resolution: unit)))
    let failed = try await Self.item(fields + #","State":"Failed""#, code: code, kind: kind)
    #expect(failed.lag == .absent(.notApplicable))
    let copied = try await Self.item(fields + #","State":"Migrating""#, code: "03", kind: kind)
    #expect(copied.lag == .absent(.notApplicable))
  }
}

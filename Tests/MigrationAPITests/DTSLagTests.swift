import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS lag` {
  static func item(_ fields: String, status: String = "Migrating") -> String {
    #"""
    {"DtsJobId":"a","Status":"\#(status)","MigrationMode":{"DataSynchronization":true},
     "DataSynchronizationStatus":{"Status":"Migrating"}\#(fields.isEmpty ? "" : ",")\#(fields)}
    """#
  }

  @Test func `delay counts milliseconds for a migration and seconds for the others`() async throws {
    let item = Self.item(#""Delay":1500"#)
    let migration = try await DTSFixture.job(item, kind: .migration)
    let sync = try await DTSFixture.job(item, kind: .sync)
    #expect(migration.lag.value == .milliseconds(1_500))
    #expect(sync.lag.value == .seconds(1_500))
  }

  @Test(arguments: [
    (#""Delay":-1"#, Lag.Absence.notStarted), ("", .notReported), (#""Delay":null"#, .notReported),
  ]) func `no value is an absence with its reason`(fields: String, absence: Lag.Absence)
    async throws
  {
    let job = try await DTSFixture.job(Self.item(fields))
    #expect(job.lag == .absent(absence))
  }

  @Test func `a job that does not replicate has no lag whatever stands there`() async throws {
    let copying = try await DTSFixture.job(
      Self.item(#""Delay":5,"DataInitializationStatus":{"Status":"Migrating"}"#))
    let copyOnly = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Migrating","Delay":5,"MigrationMode":{"DataSynchronization":false},
       "DataInitializationStatus":{"Status":"Finished"}}
      """#)
    let done = try await DTSFixture.job(Self.item(#""Delay":5"#, status: "Finished"))
    #expect(copying.lag == .absent(.notApplicable))
    #expect(copyOnly.lag == .absent(.notApplicable))
    #expect(done.lag == .absent(.notApplicable))
  }

  @Test func `the step's figure is preferred as the finer one`() async throws {
    let job = try await DTSFixture.job(
      Self.item(#""Delay":1"#), kind: .sync,
      steps: DTSFixture.steps(
        #"{"Code":"07","State":"Running","IncLatencySeconds":1,"IncLatencyMilliseconds":"1234"}"#))
    #expect(job.lag.value == .milliseconds(1_234))
    #expect(job.notes.isEmpty)
  }

  @Test func `two figures of a step that disagree are a contradiction`() async throws {
    let job = try await DTSFixture.job(
      Self.item(""),
      steps: DTSFixture.steps(
        #"{"Code":"04","State":"Running","IncLatencySeconds":90,"IncLatencyMilliseconds":120}"#))
    #expect(job.lag.value == .milliseconds(120))
    #expect(job.notes == ["contradiction: step 04 says a latency of 90 s and of 120 ms"])
  }

  @Test func `list and step that disagree are a contradiction`() async throws {
    let job = try await DTSFixture.job(
      Self.item(#""Delay":90000"#),
      steps: DTSFixture.steps(#"{"Code":"04","State":"Running","IncLatencyMilliseconds":120}"#))
    #expect(job.lag.value == .milliseconds(120))
    #expect(
      job.notes == ["contradiction: the list says a delay of 90000 ms, the step 120 ms"])
  }

  @Test func `a newer list item is not held back by an older step`() async throws {
    let clock = DTSFixture.Clock()
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(Self.item(#""Delay":9000"#)),
        DTSFixture.steps(#"{"Code":"04","State":"Running","IncLatencyMilliseconds":9000}"#),
        DTSFixture.list(Self.item(#""Delay":7000"#))), clock: clock)
    _ = try await provider.list(after: nil)
    _ = try await provider.read([DTSFixture.id("a")], .steps)
    clock.advance(by: 5)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.lag.value == .seconds(7))
    #expect(job.notes.isEmpty)
    #expect(job.observedAt == clock.now)
    #expect(job.stepsObservedAt == DTSFixture.time)
  }

  /// The capture step's figure, and the lag that follows, beside a list that says 3 s and a write
  /// step that says 2.9 s.
  @Test(arguments: [
    (#""State":"Running","IncLatencyMilliseconds":1000"#, 2_900),
    (#""State":"Running","IncLatencyMilliseconds":90000"#, 90_000),
    (#""State":"Catched","IncLatencySeconds":90"#, 90_000),
    (#""State":"Schedule","IncLatencySeconds":90"#, 2_900),
    (#""State":"Running","IncLatencySeconds":-1"#, 2_900),
  ])
  func `changes that are not captured yet are behind, too`(
    capture: String, lag: Int
  ) async throws {
    let job = try await DTSFixture.job(
      Self.item(#""Delay":3000"#),
      steps: DTSFixture.steps(
        #"{"JobStepName":"增量数据服务",\#(capture)}"#,
        #"{"Code":"04","State":"Running","IncLatencyMilliseconds":2900}"#))
    #expect(job.lag.value == .milliseconds(lag))
    #expect(job.notes == [])
  }

  @Test func `a part of the write step that is further behind is not hidden by the whole`()
    async throws
  {
    let job = try await DTSFixture.job(
      Self.item(#""Delay":120"#),
      steps: DTSFixture.steps(
        #"""
        {"Code":"04","State":"Running","IncLatencyMilliseconds":120,"SubJobSteps":[
          {"JobStepId":"p","Code":"04","State":"Running","IncLatencyMilliseconds":"40000"}]}
        """#))
    #expect(job.lag.value == .seconds(40))
  }

  /// Whatever times stand beside it: they are of the log's place, the step, the task.
  @Test func `a lag has no time of its measurement, and the step of its unit`() async throws {
    let job = try await DTSFixture.job(
      Self.item(#""Delay":3,"Checkpoint":"1735787000""#), kind: .sync,
      steps: DTSFixture.steps(
        #"""
        {"Code":"07","State":"Running","IncLatencySeconds":3,
         "ModifyTime":"2025-01-02T02:00:21Z"}
        """#))
    let lag = try #require(job.lag.measurement)
    #expect(lag.measuredAt == nil)
    #expect(lag.resolution == .seconds(1))
  }

  @Test func `absurd figures do no harm`() async throws {
    let job = try await DTSFixture.job(
      Self.item(#""Delay":9223372036854775807"#), kind: .sync,
      steps: DTSFixture.steps(
        #"""
        {"Code":"07","State":"Running","Progress":1e300,
         "IncLatencySeconds":-9223372036854775808,"IncLatencyMilliseconds":0}
        """#))
    #expect(job.lag.value == .zero)
    #expect(job.notes.count == 1)
  }

  /// A figure of the list (`nil`: none), of a step in seconds and in milliseconds, and the lag.
  struct Figures: CustomTestStringConvertible, Sendable {
    let list, seconds, milliseconds: Int?
    let lag: Int?
    var contradictions = 0

    var testDescription: String { "\(list ?? -9) \(seconds ?? -9) \(milliseconds ?? -9)" }
  }

  @Test(arguments: [
    Figures(list: -1, seconds: nil, milliseconds: 3_000, lag: 3_000),
    Figures(list: -1, seconds: -1, milliseconds: 1, lag: 1),
    Figures(list: -1, seconds: 5, milliseconds: -1, lag: 5_000),
    Figures(list: -1, seconds: -1, milliseconds: -1, lag: nil),
    Figures(list: 5_000, seconds: nil, milliseconds: -1, lag: 5_000),
    Figures(list: 5_000, seconds: -1, milliseconds: -1, lag: 5_000),
    Figures(list: nil, seconds: -1, milliseconds: 1_500, lag: 1_500),
    Figures(list: nil, seconds: -1, milliseconds: 1, lag: 1),
    Figures(list: nil, seconds: 1, milliseconds: -1, lag: 1_000),
    Figures(list: nil, seconds: 90, milliseconds: -9_000, lag: 90_000),
    Figures(list: nil, seconds: 90, milliseconds: 120, lag: 120, contradictions: 1),
    Figures(list: 90_000, seconds: nil, milliseconds: 120, lag: 120, contradictions: 1),
    Figures(list: 90_000, seconds: 90, milliseconds: 120, lag: 120, contradictions: 2),
  ])
  func `a negative figure is none and contradicts nothing`(figures: Figures) async throws {
    let fields = [
      figures.seconds.map { #","IncLatencySeconds":\#($0)"# },
      figures.milliseconds.map { #","IncLatencyMilliseconds":\#($0)"# },
    ].compactMap(\.self).joined()
    let job = try await DTSFixture.job(
      Self.item(figures.list.map { #""Delay":\#($0)"# } ?? ""),
      steps: DTSFixture.steps(#"{"Code":"04","State":"Running"\#(fields)}"#))
    #expect(job.lag.value == figures.lag.map { .milliseconds($0) })
    #expect(job.notes.count == figures.contradictions)
  }
}

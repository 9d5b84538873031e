import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS status words` {
  struct Row: Sendable, CustomTestStringConvertible {
    let kind: DTSJobType
    let word: String
    let state: State
    let phase: Phase

    var testDescription: String { "\(kind.rawValue) \(word)" }
  }

  /// Schema is done and the copy is under way.
  static let copying = #"""
    "MigrationMode":{"StructureInitialization":true,"DataInitialization":true,
      "DataSynchronization":true},
    "PrecheckStatus":{"Status":"Finished"},"StructureInitializationStatus":{"Status":"Finished"},
    "DataInitializationStatus":{"Status":"Migrating","Percent":"42"}
    """#

  static func rows(_ kind: DTSJobType, _ words: [(String, State, Phase)]) -> [Row] {
    words.map { Row(kind: kind, word: $0.0, state: $0.1, phase: $0.2) }
  }

  static let common: [(String, State, Phase)] = [
    ("NotStarted", .pending, .pending), ("NotConfigured", .pending, .pending),
    ("PreCheckPass", .pending, .pending), ("Prechecking", .running, .precheck),
    ("PrecheckFailed", .failed, .precheck),
  ]
  static let copied: [(String, State, Phase)] = [
    ("Suspending", .paused, .full), ("Retrying", .warning, .full), ("Upgrade", .warning, .full),
    ("Downgrade", .warning, .full), ("Locked", .warning, .full), ("Finished", .done, .none),
  ]
  static let migration =
    rows(.migration, common + copied)
    + rows(.migration, [("Migrating", .running, .full), ("MigrationFailed", .failed, .full)])
  static let sync =
    rows(.sync, common + copied)
    + rows(
      .sync,
      [
        ("Initializing", .running, .full), ("InitializeFailed", .failed, .full),
        ("Synchronizing", .running, .full), ("synchronizing", .running, .full),
        ("Failed", .failed, .full), ("Modifying", .running, .full),
        ("ModifyFailed", .failed, .full), ("initializating", .running, .full),
        ("○ Suspending", .paused, .full),
      ])
  static let subscription =
    rows(.subscription, common)
    + rows(
      .subscription,
      [
        ("Starting", .running, .incremental), ("Normal", .running, .incremental),
        ("Retrying", .warning, .incremental), ("Abnormal", .failed, .incremental),
        ("Upgrade", .warning, .incremental), ("Locked", .warning, .incremental),
        ("Downgrade", .warning, .incremental),
      ])
  static let unknown = rows(
    .migration, [("Teleporting", .unknown, .unknown), ("Suspended", .unknown, .unknown)])

  @Test(arguments: migration + sync + subscription + unknown)
  func `a status word has its state and phase`(row: Row) async throws {
    let item = #"{"DtsJobId":"a","Status":"\#(row.word)",\#(Self.copying)}"#
    let job = try await DTSFixture.job(item, kind: row.kind)
    #expect(job.state == row.state)
    #expect(job.phase == row.phase)
    #expect(job.nativeStatus == row.word)
  }

  @Test func `a task without a status is unknown`() async throws {
    let job = try await DTSFixture.job(#"{"DtsJobId":"a"}"#)
    #expect(job.state == .unknown)
    #expect(job.phase == .unknown)
    #expect(job.nativeStatus == "")
    #expect(job.name == "a")
  }

  @Test(arguments: ["Initializing", "InitializeFailed"])
  func `initialization is schema until that step is finished`(word: String) async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"\#(word)",
       "StructureInitializationStatus":{"Status":"Migrating"}}
      """#,
      kind: .sync)
    #expect(job.phase == .schema)
  }

  static let asked = #""MigrationMode":{"StructureInitialization":true,"DataInitialization":true}"#

  @Test(
    arguments: [
      ("", .schema), (asked, .schema),
      (#"\#(asked),"PrecheckStatus":{"Status":"Finished"}"#, .schema),
      (#"\#(asked),"DataInitializationStatus":{"Status":"NotStarted"}"#, .schema),
      (#"\#(asked),"DataInitializationStatus":{"Status":"Migrating"}"#, .full),
      (#""StructureInitializationStatus":{"Status":"Finished"}"#, .full),
      (
        #""StructureInitializationStatus":{"Status":"Migrating"},"DataInitializationStatus":{"Status":"Migrating"}"#,
        .schema
      ),
      (#""MigrationMode":{"StructureInitialization":false,"DataInitialization":true}"#, .full),
    ] as [(String, Phase)])
  func `initialization copies data only once something tells so`(fields: String, phase: Phase)
    async throws
  {
    for word in ["Initializing", "InitializeFailed"] {
      let fields = fields.isEmpty ? "" : ",\(fields)"
      let job = try await DTSFixture.job(
        #"{"DtsJobId":"a","Status":"\#(word)"\#(fields)}"#, kind: .sync)
      #expect(job.phase == phase)
    }
  }

  @Test(
    arguments: [
      ("", nil), (#","StructureInitializationStatus":{"Status":"Failed"}"#, true),
      (#","DataInitializationStatus":{"Status":"Failed"}"#, false),
    ] as [(String, Bool?)])
  func `a failure belongs to the setup only if a step says so`(fields: String, isSetup: Bool?)
    async throws
  {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"InitializeFailed","ErrorMessage":"x"\#(fields)}"#, kind: .sync)
    #expect(job.failure?.duringSetup == isSetup)
  }

  @Test func `a capture that starts early does not end the copy`() async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"Migrating"}"#,
      steps: DTSFixture.steps(
        #"{"JobStepName":"增量数据服务","Serial":1,"State":"Running"}"#,
        #"{"JobStepName":"dts.step.data.load","Code":"03","Serial":2,"State":"Running"}"#,
        #"{"JobStepName":"同步","Code":"04","Serial":3,"State":"NotStarted"}"#))
    #expect(job.phase == .full)
  }

  @Test func `a copy that is over leads on to what was asked for`() async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Migrating","MigrationMode":{"DataSynchronization":true},
       "DataInitializationStatus":{"Status":"Finished"}}
      """#)
    #expect(job.phase == .incremental)
  }

  @Test func `synchronizing without status objects is incremental`() async throws {
    let job = try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"synchronizing","Delay":2}"#, kind: .sync)
    #expect(job.phase == .incremental)
    #expect(job.lag.value == .seconds(2))
  }

  @Test func `a paused task without status objects keeps the phase that was seen last`()
    async throws
  {
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(
          #"""
          {"DtsJobId":"a","Status":"Migrating",
           "DataInitializationStatus":{"Status":"Migrating"}}
          """#
        ),
        DTSFixture.list(#"{"DtsJobId":"a","Status":"Suspending"}"#)))
    _ = try await provider.list(after: nil)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.state == .paused)
    #expect(job.phase == .full)
  }
}

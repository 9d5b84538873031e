import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS two-way and distributed tasks` {
  static let twoWay = #"""
    {"DtsJobId":"a","Status":"Synchronizing","Delay":3,
     "ReverseJob":{"DtsJobId":"r","Status":"Synchronizing","Delay":7}}
    """#

  static func job(_ item: String, detail: String) async throws -> Job {
    let provider = try DTSFixture.provider(
      StubTransport(DTSFixture.list(item), .json(detail)), kinds: [.sync])
    let listed = try #require(try await provider.list(after: nil).jobs.first)
    #expect(listed.details == .steps)
    return try await `DTS closer looks`.job(provider, .details)
  }

  @Test(arguments: [
    (#""SynchronizationDirection":"Reverse","DtsJobId":"a""#, Duration.milliseconds(6_500)),
    (#""DtsJobDirection":"Reverse""#, .milliseconds(6_500)),
    (#""DtsJobId":"r""#, .milliseconds(6_500)),
    // The service answered about the way there.
    (#""DtsJobDirection":"Forward","DtsJobId":"a""#, .seconds(7)),
  ])
  func `the way back is told finer by itself alone`(fields: String, lag: Duration) async throws {
    let job = try await Self.job(
      Self.twoWay,
      detail: #"{"Success":true,"Code":200,"Status":"synchronizing","Delay":6500,\#(fields)}"#)
    #expect(job.lag.value == lag)
    #expect(job.state == .running)
    #expect(job.steps.last?.lag.value == lag)
    #expect(job.notes == [])
  }

  @Test func `a way back with two latencies is a contradiction`() async throws {
    let job = try await Self.job(
      Self.twoWay,
      detail: #"{"DtsJobId":"r","Status":"synchronizing","Delay":90000,"Checkpoint":1735787000}"#)
    #expect(job.steps.last?.lag.value == .seconds(90))
    #expect(
      job.notes == [
        "contradiction: the list says a delay of 7000 ms of the reverse direction, "
          + "the detail 90000 ms"
      ])
  }

  @Test func `a failed way back makes a running task a warning that names it`() async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Synchronizing","Delay":3,
       "ReverseJob":{"Status":"Failed","Delay":7,"ErrorMessage":"gone"}}
      """#, kind: .sync)
    #expect(job.state == .warning)
    #expect(job.lag.value == .seconds(3))
    #expect(job.notes == ["reverse direction: Failed: gone"])
    #expect(job.steps.last?.error?.message == "gone")
  }

  @Test func `a way back that rests beside a running task is told`() async throws {
    func job(_ word: String) async throws -> Job {
      try await DTSFixture.job(
        #"""
        {"DtsJobId":"a","Status":"\#(word)","Delay":3,"ReverseJob":{"Status":"Suspending"}}
        """#, kind: .sync)
    }
    #expect(try await job("Synchronizing").notes == ["reverse direction: Suspending"])
    #expect(try await job("Suspending").notes == [])
  }

  /// The lag of the way there, of the way back, and of the task.
  @Test(arguments: [("3", "0", 3), ("3", "7", 7), ("3", "-1", 3), ("0", "7", 7)])
  func `a two-way sync is as far behind as its slower way`(
    there: String, back: String, lag: Int
  ) async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Synchronizing","Delay":\#(there),
       "ReverseJob":{"Status":"Synchronizing","Delay":\#(back)}}
      """#, kind: .sync)
    #expect(job.lag.value == .seconds(lag))
  }

  @Test(arguments: ["NotStarted", "Initializing", "Prechecking"])
  func `a way back that does not replicate yet has no lag`(word: String) async throws {
    let job = try await DTSFixture.job(
      #"""
      {"DtsJobId":"a","Status":"Synchronizing","Delay":3,
       "ReverseJob":{"Status":"\#(word)","Delay":0}}
      """#, kind: .sync)
    #expect(job.steps.last?.lag == .absent(.notApplicable))
  }

  @Test func `parts of a task whose status changed are not shown`() async throws {
    let modifying = #"{"DtsJobId":"a","Status":"Modifying","Delay":2}"#
    let provider = try DTSFixture.provider(
      StubTransport(
        DTSFixture.list(modifying),
        .json(
          #"""
          {"Success":true,"DtsJobId":"a","Status":"Modifying","Delay":2000,
           "SubSyncJob":{"DtsJobId":"s","Status":"Failed"}}
          """#),
        DTSFixture.list(#"{"DtsJobId":"a","Status":"Synchronizing","Delay":2}"#)),
      kinds: [.sync])
    _ = try await provider.list(after: nil)
    let job = try await `DTS closer looks`.job(provider, .details)
    #expect(job.state == .warning)
    #expect(job.steps.map(\.label) == ["Sub-job s"])
    let later = try #require(try await provider.list(after: nil).jobs.first)
    #expect(later.state == .running)
    #expect(later.steps == [])
  }
}

import MigrationModel
import MigrationWatch
import Testing

/// What a service's own log adds to what this program saw.
@Suite struct ServiceLogTests {
  private static func entry(
    _ second: Double?, _ severity: LogEntry.Severity, _ message: String, at table: String? = nil
  ) -> LogEntry {
    LogEntry(
      at: second.map { Moment.at($0).date }, severity: severity, message: message, location: table)
  }

  /// A job that failed at second 60, with a log.
  private static func board(_ log: [LogEntry], offset: Duration = .zero) -> Board {
    var job = Job.sample("a", .running)
    var board = Board([job])
    board.wait(60)
    job.state = .failed
    job.failure = Failure(message: "disk full")
    job.log = log
    board.poll(
      .listed(Listing(jobs: [job]), isFirst: true), connection: Connection(clockOffset: offset))
    return board
  }

  @Test func `the lines of the log stand between the changes, the newest first`() {
    let log = [
      Self.entry(90, .info, "cleaned up"), Self.entry(nil, .info, "no time"),
      Self.entry(30, .warning, "slow", at: "crm.users"),
      Self.entry(20, .warning, "slow", at: "crm.users"),
    ]
    let timeline = Self.board(log).model.timeline(of: .lab("a"))
    #expect(
      timeline.map(\.text) == [
        "cleaned up", "no time", "RUN>FAIL Native: disk full", "slow at crm.users",
      ])
    #expect(timeline.map(\.severity) == [.info, .info, nil, .warning])
    #expect(timeline.map(\.times) == [1, 1, 1, 2])
  }

  @Test func `a service whose clock is ahead does not turn the order round`() {
    // Written 30 s before the failure was seen, by a clock that is a minute ahead.
    let log = [Self.entry(90, .info, "retried")]
    let timeline = Self.board(log, offset: .seconds(60)).model.timeline(of: .lab("a"))
    #expect(timeline.map(\.text).last == "retried")
  }

  @Test func `errors of the log are told once, with how often, behind what stops the job`() throws {
    let log = [
      Self.entry(50, .error, "duplicate key", at: "crm.users"), Self.entry(45, .error, "disk full"),
      Self.entry(40, .info, "copying"), Self.entry(20, .error, "duplicate key", at: "crm.users"),
      Self.entry(10, .error, "duplicate key", at: "crm.orders"),
    ]
    let report = try #require(Self.board(log).job("a"))
    #expect(report.errors.map(\.message) == ["disk full", "duplicate key"])
    #expect(report.errors.map(\.times) == [nil, 3])
    #expect(report.errors[1].at == Moment.at(50).date)
    #expect(report.errors[1].firstAt == Moment.at(10).date)
    #expect(report.errors[1].locations == ["crm.users", "crm.orders"])
    #expect(report.errors.map(\.isActive) == [true, false])
    // The column counts what is known of every job, opened or not.
    #expect(report.errorCount == 1)
  }
}

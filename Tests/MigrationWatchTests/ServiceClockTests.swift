import MigrationAnalysis
import MigrationModel
import MigrationWatch
import Testing

/// A service whose clock is not ours: what it tells is as old as its own clock says.
@Suite struct ServiceClockTests {
  /// A board whose source is ahead by so many seconds, 100 seconds after its start by our clock.
  private static func board(_ job: Job, ahead offset: Double) -> Board {
    var board = Board([.sample("a")])
    board.skip(100)
    read(job, ahead: offset, &board)
    return board
  }

  private static func read(_ job: Job, ahead offset: Double, _ board: inout Board) {
    var job = job
    job.observedAt = Moment.at(board.seconds).date
    job.figuresReadAt = job.observedAt
    board.poll(
      .read([.job(job)], .statistics), connection: Connection(clockOffset: .seconds(offset)))
  }

  @Test(arguments: [-3_600.0, 0, 37, 3_600])
  func `what the service tells is as old as its own clock says`(offset: Double) throws {
    let job = Job.sample("a", .done) { $0.finishedAt = Moment.at(40 + offset).date }
    let report = try #require(Self.board(job, ahead: offset).job("a"))
    #expect(report.age(ofTold: Moment.at(40 + offset).date) == .ago(.seconds(60)))
    #expect(report.age(ofReading: Moment.at(40).date) == .seconds(60))
    #expect(report.age == .zero)
  }

  @Test func `a time that is ahead by a little is now, and by more is no age but a note`() throws {
    let ended = { (seconds: Double) in
      Self.board(
        .sample("a", .done) { $0.finishedAt = Moment.at(100 + 37 + seconds).date }, ahead: 37)
    }
    let near = try #require(ended(4).job("a"))
    #expect(near.age(ofTold: Moment.at(141).date) == .ago(.zero))
    #expect(near.notes.isEmpty)
    let far = try #require(ended(240).job("a"))
    #expect(far.age(ofTold: Moment.at(377).date) == .ahead(by: .seconds(240)))
    #expect(
      far.notes == [
        "the end, 2026-09-21 14:19:37Z, is still to come by the service's own clock"
      ])
    #expect(Wording.ago(far.age(ofTold: Moment.at(377).date)) == "4m ahead of the service's clock")
  }

  @Test func `an end that is still to come is no time since when a job has failed`() throws {
    let job = Job.sample("a", .failed) {
      $0.failure = Failure(message: "full", at: Moment.at(900).date)
    }
    let report = try #require(Self.board(job, ahead: 0).job("a"))
    #expect(report.record.beginning(at: .at(100)) == .at(100))
    #expect(report.notes.first?.hasPrefix("the failure, ") == true)
  }

  @Test func `a lag is as old as its measurement, by the service's clock`() throws {
    let job = Job.sample("a", .running, .incremental) {
      $0.lag = .measured(
        .init(value: .seconds(1), kind: .pipeline, measuredAt: Moment.at(77).date))
    }
    var board = Self.board(job, ahead: 37)
    #expect(board.job("a")?.lagAge == .ago(.seconds(60)))
    #expect(board.job("a")?.sampleWords == "sample 1m old, read <10s ago")
    Self.read(.sample("a", .running, .incremental) { $0.lag = .seconds(1) }, ahead: 37, &board)
    board.wait(20)
    #expect(board.job("a")?.lagAge == .ago(.seconds(20)))
    #expect(board.job("a")?.sampleWords == "sample 20s old")
  }

  @Test(arguments: [(1.9, nil), (-1.9, nil), (37.2, "clock +37s"), (-63, "clock -1m03s")])
  func `an offset above two seconds is said`(offset: Double, words: String?) {
    let board = Self.board(.sample("a"), ahead: offset)
    #expect(board.model.sources[0].clockWarning == words)
  }

  @Test func `a change is told in the service's clock, by its own time where it tells one`() {
    var job = Job.sample("a", .running) {
      $0.steps = [Step(id: "1", name: "full", label: "full", state: .running)]
      $0.stepsObservedAt = Moment.at(100).date
    }
    var board = Self.board(job, ahead: 37)
    board.wait(20)
    job.steps[0].state = .done
    job.steps[0].finishedAt = Moment.at(105 + 37).date
    job.phase = .incremental
    Self.read(job, ahead: 37, &board)
    let events = board.model.events(of: .lab("a"))
    #expect(events.map(\.kind) == [.phase, .step])
    #expect(events.map(\.time) == [Moment.at(157).date, Moment.at(142).date])
    #expect(events.map(\.at) == [.at(120), .at(120)])
    #expect(board.model.timeline(of: .lab("a")).map(\.at) == events.map(\.time))
  }

  @Test(arguments: [-3_600.0, 600])
  func `a time that the readings contradict is not that of the change`(told: Double) {
    let job = Job.sample("a", .failed) {
      $0.failure = Failure(message: "full", at: Moment.at(told).date)
    }
    let board = Self.board(job, ahead: 0)
    #expect(board.model.events(of: .lab("a")).map(\.time) == [Moment.at(100).date])
  }

  @Test func `changes of two services stand in the order in which they happened`() {
    var board = Board([.sample("a")])
    let other = Job.sample("b", source: "other")
    board.poll(.listed(Listing(jobs: [other]), isFirst: true), source: "other")
    board.wait(30)
    var paused = other
    paused.state = .paused
    board.poll(.read([.job(paused)], .statistics), source: "other")
    board.wait(10)
    Self.read(
      .sample("a", .failed) { $0.failure = Failure(message: "full", at: Moment.at(1_020).date) },
      ahead: 1_000, &board)
    board.press("E")
    #expect(board.model.eventRows.map(\.name) == ["b", "a"])
  }
}

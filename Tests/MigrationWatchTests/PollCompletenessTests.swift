import MigrationModel
import MigrationWatch
import Testing

/// When a single reading of everything is over.
@Suite struct PollCompletenessTests {
  /// Three jobs that run, one that failed and one that is done.
  private func source(_ limits: CallLimits, _ steps: Interest.Steps) -> PlayedSource {
    var source = PlayedSource(limits, Job.samples(5))
    source.jobs[3].state = .failed
    source.jobs[4].state = .done
    source.planner.interest.steps = steps
    return source
  }

  private func jobsWithSteps(_ source: PlayedSource) -> Set<String> {
    Set(source.reads.filter { $0.depth == .steps }.flatMap(\.ids).map(\.native))
  }

  @Test func `nothing is complete before the listing`() {
    var planner = PollPlanner(limits: .batches, interval: .seconds(5))
    #expect(!planner.isComplete(since: .zero, at: .zero))
    planner.listed(Listing(jobs: [], next: ListingCursor(part: 0, page: 1)), at: .seconds(1))
    #expect(!planner.isComplete(since: .zero, at: .seconds(1)))
    planner.listed(Listing(jobs: []), at: .seconds(2))
    #expect(planner.isComplete(since: .zero, at: .seconds(2)))
    #expect(!planner.isComplete(since: .seconds(3), at: .seconds(3)))
  }

  @Test(arguments: [CallLimits.batches, .figuresListed])
  func `all means the steps of every job`(limits: CallLimits) {
    var source = source(limits, .all)
    let time = source.timeToComplete()
    #expect(time < .seconds(60))
    #expect(jobsWithSteps(source) == ["0001", "0002", "0003", "0004", "0005"])
  }

  @Test(arguments: [CallLimits.batches, .figuresListed])
  func `none means no steps but those of the job asked for`(limits: CallLimits) {
    var source = source(limits, .none)
    let time = source.timeToComplete()
    #expect(time < .seconds(60))
    #expect(jobsWithSteps(source).isEmpty)
    source.planner.interest.selected = source.jobs[1].id
    _ = source.timeToComplete()
    #expect(jobsWithSteps(source) == ["0002"])
  }

  @Test func `auto reads failed jobs in any case and others while the budget allows`() {
    var roomy = source(.figuresListed, .auto)
    _ = roomy.timeToComplete()
    #expect(jobsWithSteps(roomy).count == 5)

    var tight = CallLimits.figuresListed
    tight.callsPerMinute = 8
    var poor = source(tight, .auto)
    let time = poor.timeToComplete()
    #expect(time < .seconds(60))
    #expect(jobsWithSteps(poor).contains("0004"))
    #expect(jobsWithSteps(poor).count < 5)
  }

  @Test func `a forbidden call does not keep a reading from being complete`() {
    var source = source(.batches, .all)
    source.trouble = { action, _ in
      if case .read(_, .steps) = action { .sample(.rejected) } else { nil }
    }
    let time = source.timeToComplete()
    #expect(time < .seconds(300))
  }

  @Test func `after a refresh everything has to be read again`() {
    var source = source(.batches, .all)
    _ = source.timeToComplete()
    let start = source.now
    source.planner.refresh(nil, at: start)
    let before = source.calls.count
    let time = source.timeToComplete(since: start)
    #expect(time > .zero)
    #expect(source.calls.count >= before + 3)
  }
}

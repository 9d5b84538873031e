import MigrationModel
import MigrationWatch
import Testing

/// An hour of a planner against a played service, without a clock.
@Suite struct PollPlannerTests {
  private static let services: [CallLimits] = [.batches, .figuresListed, .allListed]

  /// A large fleet, of which the first twenty jobs are on screen, after an hour.
  private static let busyHours = services.map { limits in
    var source = PlayedSource(limits, Job.samples(300))
    let visible = source.jobs.prefix(20).map(\.id)
    source.planner.interest = Interest(selected: visible[0], visible: Set(visible))
    source.run(for: .seconds(3600))
    return source
  }

  @Test func `no minute has more calls than the budget, and little of it is left unused`() {
    for source in Self.busyHours {
      #expect(source.busiestMinute <= 60)
      #expect(source.calls.count > 60 * 40)
    }
  }

  @Test func `with little budget the selected job comes first, then the visible ones`() {
    for source in Self.busyHours {
      func longest(_ jobs: Range<Int>) -> Duration {
        jobs.map { source.longestSilence(source.jobs[$0].id, .statistics, since: .seconds(600)) }
          .max() ?? .zero
      }
      #expect(longest(0..<1) <= .seconds(20), "\(longest(0..<1))")
      #expect(longest(0..<1) <= longest(1..<20))
      #expect(longest(1..<20) <= longest(20..<300))
    }
  }

  @Test(arguments: [ReadingDepth.status, .statistics, .steps])
  func `no job starves`(depth: ReadingDepth) {
    for source in Self.busyHours {
      let silence = source.jobs.map { source.longestSilence($0.id, depth) }.max() ?? .zero
      #expect(silence < .seconds(1200), "\(silence)")
    }
  }

  @Test func `a log is read of the job that is open, and of no other`() {
    var source = PlayedSource(.detailed, Job.samples(8))
    for index in source.jobs.indices { source.jobs[index].details = .log }
    let open = source.jobs[3].id
    source.planner.interest = Interest(selected: open, visible: Set(source.jobs.map(\.id)))
    source.run(for: .seconds(300))
    let read = source.reads.filter { $0.depth == .details }
    #expect(read.count > 10)
    #expect(Set(read.flatMap(\.ids)) == [open])
  }

  @Test func `details that are steps are read of failed jobs before a reading is complete`() {
    var source = PlayedSource(.detailed, Job.samples(900))
    for index in source.jobs.indices { source.jobs[index].details = .steps }
    source.jobs[850].state = .failed
    _ = source.timeToComplete()
    let read = Set(source.reads.filter { $0.depth == .details }.flatMap(\.ids))
    #expect(read.contains(source.jobs[850].id))
  }

  @Test(arguments: services)
  func `a selected job is read every interval if the budget allows`(limits: CallLimits) {
    var source = PlayedSource(limits, Job.samples(8))
    let selected = source.jobs[3].id
    source.planner.interest = Interest(selected: selected, visible: Set(source.jobs.map(\.id)))
    source.run(for: .seconds(600))
    let silence = source.longestSilence(selected, .statistics, since: .seconds(60))
    #expect(silence > .seconds(4) && silence < .seconds(7), "\(silence)")
  }

  @Test func `a call for several jobs asks for few enough, of one kind, each once`() {
    let kinds = [JobKind.migration, .sync, .disasterRecovery]
    var source = PlayedSource(.batches, Job.samples(100))
    for index in source.jobs.indices { source.jobs[index].kind = kinds[index % 3] }
    source.run(for: .seconds(600))
    let kindOf = Dictionary(uniqueKeysWithValues: source.jobs.map { ($0.id, $0.kind) })
    #expect(!source.reads.isEmpty)
    for read in source.reads {
      #expect(read.ids.count <= 10)
      #expect(Set(read.ids).count == read.ids.count)
      #expect(Set(read.ids.map { kindOf[$0] }).count == 1)
    }
    #expect(source.reads.map(\.ids.count).max() == 10)
  }

  @Test func `a listing that tells everything is not doubled by reads`() {
    var source = PlayedSource(.allListed, Job.samples(8))
    let ids = source.jobs.map(\.id)
    source.planner.interest = Interest(selected: ids[0], visible: Set(ids))
    source.run(for: .seconds(600))
    #expect(source.reads.isEmpty)
    #expect(source.listings.count > 100)
  }

  @Test(arguments: services)
  func `finished jobs cost almost nothing`(limits: CallLimits) {
    var source = PlayedSource(limits, Job.samples(50, .done))
    source.run(for: .seconds(600))
    let before = source.reads.count
    source.run(for: .seconds(1800))
    #expect(source.reads.count - before < 10)
  }

  @Test(arguments: services)
  func `a planner without work does not spin`(limits: CallLimits) {
    var source = PlayedSource(limits, Job.samples(8))
    source.run(for: .seconds(600))
    #expect(source.waits < source.calls.count * 3)
    #expect(source.calls.count < 400)
  }

  @Test func `a long listing goes on, however much is looked at`() throws {
    var source = PlayedSource(.figuresListed, Job.samples(300))
    source.jobsPerPage = 10
    let visible = source.jobs.prefix(40).map(\.id)
    source.planner.interest = Interest(selected: visible[0], visible: Set(visible))
    source.run(for: .seconds(900))
    let pages = source.pages
    let firstEnd = try #require(pages.first { $0.page == 29 })
    #expect(firstEnd.at < .seconds(60))
    let pauses = zip(pages, pages.dropFirst()).map { $1.at - $0.at }
    #expect(try #require(pauses.max()) < .seconds(240), "\(pauses)")
  }

  @Test func `a job that changes its state is looked at closely at once`() {
    var source = PlayedSource(.batches, Job.samples(20))
    source.jobs[7].kind = .sync
    source.run(for: .seconds(301))
    source.jobs[7].state = .failed
    let before = source.reads.count
    source.run(for: .seconds(35))
    let steps = source.reads[before...].filter { $0.depth == .steps }
    #expect(steps.contains { $0.ids == [source.jobs[7].id] })
  }

  @Test func `a refresh makes jobs due at once, and no others`() {
    var source = PlayedSource(.batches, Job.samples(20))
    source.run(for: .seconds(302))
    let id = source.jobs[11].id
    source.planner.refresh([id], at: source.now)
    let before = source.calls.count
    source.run(for: .seconds(3))
    let calls = source.calls[before...]
    #expect(
      calls.contains { call in
        if case .read(let ids, .statistics) = call.action { ids.first == id } else { false }
      })
    source.planner.refresh(nil, at: source.now)
    guard case .list(nil) = source.planner.next(at: source.now) else {
      Issue.record("\(source.planner.next(at: source.now))")
      return
    }
  }

  @Test func `a forgotten job is asked for no more`() {
    var source = PlayedSource(.batches, Job.samples(10))
    source.run(for: .seconds(60))
    let gone = source.jobs.removeLast().id
    source.planner.forget(gone)
    let before = source.reads.count
    source.run(for: .seconds(600))
    #expect(!source.reads[before...].contains { $0.ids.contains(gone) })
  }
}

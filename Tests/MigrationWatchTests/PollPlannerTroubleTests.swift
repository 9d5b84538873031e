import MigrationModel
import MigrationWatch
import Testing

/// What a planner does when calls fail.
@Suite struct PollPlannerTroubleTests {
  /// A healthy source of five jobs after two minutes.
  private var healthy: PlayedSource {
    var source = PlayedSource(.batches, Job.samples(5))
    source.run(for: .seconds(120))
    return source
  }

  @Test(arguments: [ProviderError.Kind.unreachable, .timedOut, .tls, .unavailable, .malformed])
  func `an outage is tried again within two intervals, however long it lasts`(
    kind: ProviderError.Kind
  ) throws {
    var source = healthy
    let before = source.calls.count
    source.trouble = { _, _ in .sample(kind) }
    source.run(for: .seconds(3600))
    let times = source.calls[before...].map(\.at)
    let pauses = zip(times, times.dropFirst()).map { $1 - $0 }
    #expect(try #require(pauses.max()) <= .seconds(10) + source.latency)
    #expect(try #require(pauses.min()) >= .seconds(4))
  }

  @Test func `after an outage everything goes on as before`() {
    var source = healthy
    source.trouble = { _, now in now < .seconds(300) ? .sample(.unreachable) : nil }
    source.run(for: .seconds(600))
    for job in source.jobs {
      let silence = source.longestSilence(job.id, .statistics, since: .seconds(360))
      #expect(silence < .seconds(40), "\(silence)")
    }
  }

  @Test func `a throttled source is left alone for longer and longer, up to a minute`() {
    var source = healthy
    let before = source.calls.count
    source.trouble = { _, _ in .sample(.throttled) }
    source.run(for: .seconds(600))
    let times = source.calls[before...].map(\.at)
    let pauses = zip(times, times.dropFirst()).map { ($1 - $0) / .seconds(1) }
    #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 + 0.01 }, "\(pauses)")
    #expect((pauses.first ?? 0) >= 10)
    #expect(pauses.allSatisfy { $0 < 62 } && (pauses.last ?? 0) > 59, "\(pauses)")
  }

  @Test func `the service's own delay is honoured, be it short or long`() {
    for delay in [Duration.seconds(1), .seconds(90)] {
      var planner = healthy.planner
      let now = Duration.seconds(200)
      planner.failed(
        .list(nil), .sample(.throttled, retryAfter: delay), at: now, jitter: 0)
      #expect(planner.next(at: now) == .wait(delay))
      #expect(planner.next(at: now + delay).isCall)
    }
  }

  @Test func `refused credentials are used twice, then there is silence`() {
    var source = healthy
    let before = source.calls.count
    source.trouble = { _, _ in .sample(.unauthorised) }
    source.run(for: .seconds(3600))
    #expect(source.calls.count - before == 2)
    #expect(source.planner.backOff.isSilent)
    #expect(source.renewals > 100)
  }

  @Test func `credentials that changed are tried, old ones are not`() {
    var source = healthy
    source.trouble = { _, now in now < .seconds(300) ? .sample(.unauthorised) : nil }
    source.run(for: .seconds(280))
    let refused = source.calls.count
    source.run(for: .seconds(60))
    #expect(source.calls.count == refused)
    source.areCredentialsNew = true
    source.run(for: .seconds(6))
    #expect(source.calls.count > refused)
    #expect(!source.planner.backOff.isSilent)
  }

  @Test(arguments: [ProviderError.Kind.unauthorised, .throttled, .unreachable])
  func `jobs whose call met trouble of the source are still to be read`(
    kind: ProviderError.Kind
  ) {
    var source = PlayedSource(.batches, Job.samples(5))
    source.trouble = { action, now in
      if case .read(_, .statistics) = action, now < .milliseconds(300) {
        .sample(kind)
      } else {
        nil
      }
    }
    let time = source.timeToComplete()
    #expect(time < .seconds(30), "\(time)")
    let read = source.reads.filter { $0.depth == .statistics }.flatMap(\.ids)
    #expect(Set(read).count == 5)
  }

  @Test func `jobs that a call stumbles over do not keep the others waiting`() {
    var source = PlayedSource(.batches, Job.samples(30))
    let poison = source.jobs[0].id
    source.trouble = { action, _ in
      if case .read(let ids, .statistics) = action, ids.contains(poison) {
        ProviderError(.rejected, message: "no such job", status: 400)
      } else {
        nil
      }
    }
    source.run(for: .seconds(600))
    #expect(source.planner.backOff.hold == .none)
    #expect(source.waits < source.calls.count * 3)
    for job in source.jobs where job.id != poison {
      let silence = source.longestSilence(job.id, .statistics)
      #expect(silence < .seconds(90), "\(silence)")
    }
  }

  @Test func `whoever asks for a refused source gets one more try each time`() {
    var source = healthy
    source.trouble = { _, _ in .sample(.unauthorised) }
    source.run(for: .seconds(60))
    for _ in 1...3 {
      let before = source.calls.count
      source.planner.refresh(nil, at: source.now)
      source.run(for: .seconds(60))
      #expect(source.calls.count == before + 1)
    }
  }

  @Test func `a call that a permission forbids is left alone for ten minutes, others go on`() {
    var source = healthy
    source.trouble = { action, _ in
      if case .read(_, .steps) = action { .sample(.rejected) } else { nil }
    }
    source.run(for: .seconds(1800))
    let refused = source.calls.filter { call in
      if case .read(_, .steps) = call.action { call.at > .seconds(120) } else { false }
    }.map(\.at)
    #expect(refused.count == 3)
    #expect(zip(refused, refused.dropFirst()).allSatisfy { $1 - $0 >= .seconds(600) })
    for job in source.jobs {
      #expect(source.longestSilence(job.id, .statistics, since: .seconds(120)) < .seconds(40))
    }
    #expect(source.waits < source.calls.count * 3)
  }

  /// The progress of every batch fails: the details of the same jobs must not wait for it.
  @Test func `a reading that breaks does not keep the others from being made`() {
    var source = PlayedSource(.batches, Job.samples(25))
    source.trouble = { action, _ in
      if case .read(_, .statistics) = action { .sample(.unavailable) } else { nil }
    }
    #expect(source.timeToComplete() < .seconds(30))
    let detailed = Set(source.reads.filter { $0.depth == .steps }.flatMap(\.ids))
    #expect(detailed.count == 25)
    let first = source.calls.first { if case .read(_, .steps) = $0.action { true } else { false } }
    #expect(first.map { $0.at < .seconds(4) } == true)
    source.run(for: .seconds(600))
    let broken = source.calls.count { !$0.isAnswered }
    #expect(broken > 5 && broken < 60, "\(broken)")
  }

  @Test func `a batch that breaks is made again, a job at a time, before the picture is complete`()
  {
    var source = PlayedSource(.batches, Job.samples(3))
    source.trouble = { action, _ in
      if case .read(let ids, .statistics) = action, ids.count == 3 {
        .sample(.unavailable)
      } else {
        nil
      }
    }
    _ = source.timeToComplete()
    let read = source.reads.filter { $0.depth == .statistics }.flatMap(\.ids)
    #expect(Set(read).count == 3)
  }

  @Test func `a listing that is forbidden does not keep known jobs from being read`() {
    var source = healthy
    source.trouble = { action, _ in
      if case .list = action { .sample(.rejected) } else { nil }
    }
    source.run(for: .seconds(900))
    #expect(
      source.longestSilence(source.jobs[0].id, .statistics, since: .seconds(120)) < .seconds(40))
    #expect(source.waits < source.calls.count * 3)
  }

  @Test func `a source that forbids everything rests for ten minutes, or until the user asks`() {
    var source = PlayedSource(.batches, Job.samples(5))
    source.trouble = { _, now in now < .seconds(2_900) ? .sample(.rejected) : nil }
    source.run(for: .seconds(2_900))
    #expect(source.calls.count == 5)
    source.planner.refresh(nil, at: source.now)
    #expect(source.timeToComplete(since: source.now) < .seconds(10))
  }

  @Test func `a listing that breaks off begins anew`() {
    var source = PlayedSource(.batches, Job.samples(30))
    source.jobsPerPage = 10
    source.trouble = { action, now in
      if case .list(let cursor?) = action, cursor.page == 2, now < .seconds(60) {
        .sample(.timedOut)
      } else {
        nil
      }
    }
    source.run(for: .seconds(120))
    #expect(source.listings.count > 2)
    let time = source.timeToComplete()
    #expect(time < .seconds(300))
  }
}

extension PollPlanner.Action {
  fileprivate var isCall: Bool {
    switch self {
    case .list, .read: true
    case .renewCredentials, .wait: false
    }
  }
}

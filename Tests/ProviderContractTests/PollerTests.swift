import MigrationModel
import MigrationWatch
import Testing

@Suite(.timeLimit(.minutes(2))) struct `A poller over a real service` {
  private static func polls(of provider: any MigrationProvider) -> (Poller, AsyncStream<Poll>) {
    let (polls, channel) = AsyncStream.makeStream(of: Poll.self)
    let poller = Poller(provider: provider, interval: .milliseconds(100)) { channel.yield($0) }
    poller.start()
    return (poller, polls)
  }

  @Test(arguments: Client.authenticated)
  func `tries refused keys twice, and goes on when they are put right`(
    _ client: Client
  ) async throws {
    try await Stage.with(client) { stage in
      stage.keyring.makeWrong()
      let (poller, polls) = Self.polls(of: stage.provider)
      defer { poller.stop() }
      var looks = 0
      for await poll in polls where poll.isSilent {
        looks += 1
        if looks == 4 { break }
      }
      let refused = try await stage.desk.requests()
      #expect(refused.count == 2)
      stage.keyring.makeRight()
      for await poll in polls {
        if case .listed(let page, _) = poll.outcome, !page.jobs.isEmpty { break }
      }
      let requests = try await stage.desk.requests()
      #expect(requests.count { !$0.authenticated } == 2)
    }
  }

  @Test(arguments: Client.oneOfEachService)
  func `reads every job and all its steps within the budget`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      let (poller, polls) = Self.polls(of: stage.provider)
      defer { poller.stop() }
      var jobs: [Job.ID: Job] = [:]
      for await poll in polls {
        for job in poll.jobs { jobs[job.id] = job }
        if poll.isComplete { break }
      }
      #expect(jobs.count == (client == .relationalMigrator ? 7 : 8))
      #expect(jobs.values.allSatisfy { $0.stepsObservedAt != nil })
      let requests = try await stage.desk.requests()
      #expect(requests.count <= stage.provider.limits.callsPerMinute)
    }
  }
}

extension Poll {
  fileprivate var jobs: [Job] {
    switch outcome {
    case .listed(let page, _): page.jobs
    case .read(let readings, _):
      readings.compactMap { if case .job(let job) = $0 { job } else { nil } }
    case .renewed, .failed: []
    }
  }
}

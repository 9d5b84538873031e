import MigrationModel
import MigrationWatch
import Testing

/// The poller on its real timer. Every test waits for reports, none for time.
@Suite(.timeLimit(.minutes(2))) struct PollerTests {
  /// A poller and what it reports; the reports end when the poller is gone.
  private struct Station {
    var poller: Poller?
    private let reports: AsyncStream<Poll>

    init(
      _ provider: PlayedProvider, interval: Duration = .seconds(3600), steps: Interest.Steps = .auto
    ) {
      let (stream, channel) = AsyncStream.makeStream(of: Poll.self)
      let end = End(of: channel)
      poller = Poller(provider: provider, interval: interval, interest: Interest(steps: steps)) {
        end.channel.yield($0)
      }
      reports = stream
      poller?.start()
    }

    /// The next report; `nil` when no more can come.
    func nextIfAny() async -> Poll? {
      var iterator = reports.makeAsyncIterator()
      return await iterator.next()
    }

    func next() async throws -> Poll { try #require(await nextIfAny()) }

    /// Skips reports until one says that everything has been read.
    func settle() async throws {
      while try await !next().isComplete {}
    }
  }

  private final class End: Sendable {
    let channel: AsyncStream<Poll>.Continuation
    init(of channel: AsyncStream<Poll>.Continuation) { self.channel = channel }
    deinit { channel.finish() }
  }

  @Test func `a poller reports what the source tells, until it knows all of it`() async throws {
    let provider = PlayedProvider()
    let station = Station(provider)
    let first = try await station.next()
    guard case .listed(let page, isFirst: true) = first.outcome else {
      Issue.record("\(first.outcome)")
      return
    }
    #expect(page.jobs.map(\.id.native) == ["1", "2", "3"])
    #expect(first.source == "lab")
    #expect(first.callsLastMinute == 1)
    #expect(first.nextCall == .zero)
    #expect(!first.isComplete)
    try await station.settle()
    let depths = await provider.requests.compactMap { request in
      if case .read(_, let depth) = request { depth } else { nil }
    }
    #expect(Set(depths) == [.statistics, .steps])
  }

  @Test func `a poller makes one call at a time, however often it is woken`() async throws {
    let provider = PlayedProvider { _ in
      for _ in 0..<20 { await Task.yield() }
      return nil
    }
    let station = Station(provider, interval: .milliseconds(1))
    for _ in 0..<50 {
      station.poller?.refresh(nil)
      station.poller?.setInterval(.milliseconds(1))
      _ = try await station.next()
    }
    #expect(await provider.mostAtOnce == 1)
  }

  @Test func `a source that hangs does not delay another`() async throws {
    let (stream, gate) = AsyncStream.makeStream(of: Void.self)
    let hanging = Station(
      PlayedProvider("slow") { _ in
        for await _ in stream {}
        return .sample(.timedOut)
      })
    let other = Station(PlayedProvider("fast"))
    try await other.settle()
    gate.finish()
    let late = try await hanging.next()
    #expect(late.source == "slow")
    guard case .failed(let error, _) = late.outcome, error.kind == .timedOut else {
      Issue.record("\(late.outcome)")
      return
    }
  }

  @Test func `a stopped poller cancels its call, reports no more and goes`() async throws {
    let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
    let (never, keepOpen) = AsyncStream.makeStream(of: Void.self)
    var station = Station(
      PlayedProvider { _ in
        hasBegun.yield()
        for await _ in never {}
        return nil
      })
    for await _ in begun { break }
    station.poller?.stop()
    station.poller = nil
    #expect(await station.nextIfAny() == nil)
    keepOpen.finish()
  }

  @Test func `a refresh wakes a poller that has nothing to do`() async throws {
    let station = Station(PlayedProvider())
    try await station.settle()
    station.poller?.refresh([.lab("2")])
    let poll = try await station.next()
    guard case .read(let readings, _) = poll.outcome, case .job(let job)? = readings.first else {
      Issue.record("\(poll.outcome)")
      return
    }
    #expect(job.id == .lab("2"))
  }

  @Test func `attention wakes a poller that has nothing to do`() async throws {
    let provider = PlayedProvider()
    let station = Station(provider, steps: .none)
    try await station.settle()
    station.poller?.attend(to: Interest(selected: .lab("3"), steps: .none))
    _ = try await station.next()
    #expect(await provider.requests.last == .read([.lab("3")], .steps))
  }

  @Test func `a failure is reported with its next try, and then everything is read`() async throws {
    let (stream, failures) = AsyncStream.makeStream(of: ProviderError.self)
    failures.yield(.sample(.unreachable))
    failures.finish()
    let station = Station(
      PlayedProvider { _ in
        for await failure in stream { return failure }
        return nil
      }, interval: .milliseconds(20))
    let poll = try await station.next()
    guard case .failed(let error, _) = poll.outcome else {
      Issue.record("\(poll.outcome)")
      return
    }
    #expect(error.kind == .unreachable)
    #expect(try #require(poll.nextCall) > .zero)
    try await station.settle()
  }

  @Test func `refused credentials are read anew once, then the source is silent`() async throws {
    let provider = PlayedProvider { _ in .sample(.unauthorised) }
    let station = Station(provider)
    _ = try await station.next()
    _ = try await station.next()
    let last = try await station.next()
    #expect(last.isSilent)
    #expect(last.nextCall == nil)
    #expect(await provider.requests == [.list, .renewCredentials, .list])
  }

  @Test func `no more calls are made than the budget has`() async throws {
    let provider = PlayedProvider(callsPerMinute: 12)
    let station = Station(provider, interval: .milliseconds(1))
    let start = ContinuousClock.now
    var poll = try await station.next()
    while poll.nextCall == .zero { poll = try await station.next() }
    // A machine that is busy elsewhere lets the budget grow by a call every five seconds.
    let earned = Int((ContinuousClock.now - start) / .seconds(5))
    #expect((3...3 + earned).contains(poll.callsLastMinute))
    #expect(await provider.requests.count == poll.callsLastMinute)
  }
}

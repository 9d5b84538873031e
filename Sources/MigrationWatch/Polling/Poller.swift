import Dispatch
package import MigrationModel

/// Reads one source on a Dispatch timer, one call at a time.
///
/// Everything it learns it reports as a ``Poll``; it keeps nothing but the planner's bookkeeping.
package actor Poller {
  private let executor: QueueExecutor
  private let provider: any MigrationProvider
  private let report: @Sendable (Poll) -> Void
  private var planner: PollPlanner
  private var timer: (any DispatchSourceTimer)?
  private var work: Task<Void, Never>?
  private var requestsBefore = 0
  /// When the user last asked for everything, or the start.
  private var roundStartedAt: Duration

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  package init(
    provider: any MigrationProvider,
    interval: Duration,
    interest: Interest = Interest(),
    report: @escaping @Sendable (Poll) -> Void
  ) {
    executor = QueueExecutor(label: "poller.\(provider.source.name)")
    self.provider = provider
    self.report = report
    planner = PollPlanner(limits: provider.limits, interval: interval)
    planner.interest = interest
    roundStartedAt = Moment.now().uptime
  }

  /// Begins to read. This and all requests below take effect on the poller's queue, in their order.
  package nonisolated func start() { onQueue { $0.setTimer() } }

  package nonisolated func stop() { onQueue { $0.end() } }

  /// Spends the calls on what is looked at now.
  package nonisolated func attend(to interest: Interest) {
    onQueue { poller in
      guard poller.planner.interest != interest else { return }
      poller.planner.interest = interest
      poller.wake()
    }
  }

  /// Reads these jobs, or all, as soon as the budget allows.
  package nonisolated func refresh(_ ids: [Job.ID]?) {
    onQueue { poller in
      let now = Moment.now().uptime
      if ids == nil { poller.roundStartedAt = now }
      poller.planner.refresh(ids, at: now)
      poller.wake()
    }
  }

  package nonisolated func setInterval(_ interval: Duration) {
    onQueue { poller in
      poller.planner.interval = interval
      poller.wake()
    }
  }

  /// Reads these jobs no more: they are gone.
  package nonisolated func forget(_ ids: [Job.ID]) {
    onQueue { poller in
      for id in ids { poller.planner.forget(id) }
    }
  }

  private nonisolated func onQueue(_ body: @escaping @Sendable (isolated Poller) -> Void) {
    executor.queue.async { [weak self] in self?.assumeIsolated { body($0) } }
  }

  private func setTimer() {
    guard timer == nil else { return }
    let timer = DispatchSource.makeTimerSource(queue: executor.queue)
    timer.setEventHandler { [weak self] in self?.assumeIsolated { $0.fire() } }
    timer.schedule(deadline: .now())
    timer.activate()
    self.timer = timer
  }

  private func end() {
    timer?.cancel()
    timer = nil
    work?.cancel()
    work = nil
  }

  private func wake() { timer?.schedule(deadline: .now()) }

  private func fire() {
    guard work == nil else { return }
    work = Task { await self.run() }
  }

  /// Makes calls until none is due, then sets the timer to the next one.
  private func run() async {
    defer { work = nil }
    while timer != nil {
      let action = planner.next(at: Moment.now().uptime)
      if case .wait(let pause) = action {
        let nanoseconds = Int(min(pause, .seconds(3_600)) / .nanoseconds(1))
        timer?.schedule(deadline: .now() + .nanoseconds(nanoseconds), leeway: .milliseconds(20))
        return
      }
      let outcome = await perform(action)
      guard timer != nil else { return }
      await learn(outcome, of: action)
    }
  }

  private func perform(_ action: PollPlanner.Action) async -> Poll.Outcome {
    do throws(ProviderError) {
      switch action {
      case .list(let cursor):
        return .listed(try await provider.list(after: cursor), isFirst: cursor == nil)
      case .read(let ids, let depth): return .read(try await provider.read(ids, depth), depth)
      case .renewCredentials: return .renewed(changed: try await provider.renewCredentials())
      case .wait: return .renewed(changed: false)
      }
    } catch {
      return .failed(error, during: Self.call(of: action))
    }
  }

  private func learn(_ outcome: Poll.Outcome, of action: PollPlanner.Action) async {
    let connection = await provider.connection
    let now = Moment.now()
    planner.spent(connection.requests - requestsBefore, at: now.uptime)
    requestsBefore = connection.requests
    switch outcome {
    case .listed(let page, _): planner.listed(page, at: now.uptime)
    case .read(let readings, let depth): planner.read(readings, depth, at: now.uptime)
    case .renewed(let changed): planner.renewed(changed: changed, at: now.uptime)
    case .failed(let error, _):
      planner.failed(action, error, at: now.uptime, jitter: .random(in: 0...1))
    }
    var preview = planner
    let next = preview.next(at: now.uptime)
    report(
      Poll(
        source: provider.source.name, at: now, outcome: outcome,
        connection: connection, callsLastMinute: preview.budget.callsSpent,
        nextCall: Self.wait(next, preview),
        isSilent: preview.backOff.isSilent, round: planner.round,
        isComplete: planner.isComplete(since: roundStartedAt, at: now.uptime)))
  }

  private static func call(of action: PollPlanner.Action) -> Poll.Call {
    switch action {
    case .list: .list
    case .read(_, let depth): .read(depth)
    case .renewCredentials, .wait: .credentials
    }
  }

  private static func wait(_ action: PollPlanner.Action, _ planner: PollPlanner) -> Duration? {
    if planner.backOff.isSilent { return nil }
    if case .wait(let pause) = action { return pause }
    return .zero
  }
}

import MigrationModel
import MigrationWatch

/// Readings of everything, through the same pollers and the same dashboard as on screen.
struct FleetReading {
  private var dashboard: Dashboard
  private let pollers: Pollers
  private let polls: AsyncStream<DashboardEvent>
  private let channel: AsyncStream<DashboardEvent>.Continuation
  private let timeout: Duration
  private let steps: Interest.Steps
  private var startedAt = Moment.now()
  /// A source that asks to wait no longer than this is waited for.
  private static let longestWait = Duration.seconds(10)

  init(
    settings: DashboardSettings, clients: Clients, steps: Interest.Steps, timeout: Duration,
    log: CallLog?
  ) {
    dashboard = Dashboard(settings: settings, sources: clients.states, now: .now())
    self.timeout = timeout
    self.steps = steps
    let (polls, channel) = AsyncStream.makeStream(of: DashboardEvent.self)
    self.polls = polls
    self.channel = channel
    pollers = Pollers(
      clients, interval: settings.interval, interest: Interest(steps: steps), log: log
    ) { channel.yield(.polled($0)) }
  }

  mutating func setFilter(_ filter: FilterExpression?) { dashboard.setFilter(filter) }

  /// As of the last reading.
  var model: DashboardViewModel { DashboardViewModel(dashboard) }

  /// Reads everything anew, an interval after the reading before began.
  mutating func take(isFirst: Bool) async {
    if isFirst {
      pollers.start()
    } else {
      let next = startedAt.uptime + dashboard.settings.interval
      try? await Task.sleep(for: max(.zero, next - Moment.now().uptime))
      pollers.refreshAll()
    }
    startedAt = .now()
    await readUntilComplete(Set(dashboard.shown.sources.map(\.source.name)), since: startedAt)
  }

  /// Looks closely at some jobs.
  mutating func takeSteps(of ids: [Job.ID]) async {
    guard !ids.isEmpty else { return }
    let sources = Set(ids.map(\.source))
    pollers.perform(.attend(Interest(visible: Set(ids), steps: steps)))
    pollers.perform(.refresh(sources: Array(sources), ids: ids))
    await readUntilComplete(sources, since: .now())
  }

  /// Waits for these sources alone: the others may have nothing to read for an interval.
  private mutating func readUntilComplete(_ sources: Set<String>, since: Moment) async {
    var open = sources
    var failedOnce: Set<String> = []
    let channel = channel
    let timer = Task { [timeout] in
      try await Task.sleep(for: timeout)
      channel.yield(.tick(.now()))
    }
    for await event in polls {
      guard case .polled(let poll) = event else {
        await giveUp(on: open)
        break
      }
      _ = dashboard.apply(event)
      guard poll.at.uptime >= since.uptime else { continue }
      if poll.isBrokenListing, failedOnce.insert(poll.source).inserted {
        // A part of the jobs is missing: the list is worth one more try.
        pollers.perform(.refresh(sources: [poll.source], ids: []))
        continue
      }
      if isSettled(poll, isRetry: failedOnce.contains(poll.source)) { open.remove(poll.source) }
      if case .failed = poll.outcome { failedOnce.insert(poll.source) }
      if open.isEmpty { break }
    }
    timer.cancel()
    dashboard.judgeAll(at: .now())
    dashboard.arrange()
  }

  /// Whether more waiting would bring more. A failed call is tried once more if that comes soon.
  private func isSettled(_ poll: Poll, isRetry: Bool) -> Bool {
    guard case .failed(let error, _) = poll.outcome else { return poll.isComplete }
    let wait = poll.nextCall ?? .zero
    switch error.kind {
    case .throttled: return wait > Self.longestWait
    case .unauthorised: return poll.isSilent
    case .rejected: return poll.isComplete || isRetry || wait > Self.longestWait
    case .timedOut: return true
    case .unreachable, .tls, .unavailable, .malformed: return isRetry || wait > Self.longestWait
    }
  }

  private mutating func giveUp(on open: Set<String>) async {
    for name in open {
      guard let source = dashboard.shown.source(name), source.health != .failing else { continue }
      let error = ProviderError(
        .timedOut, message: "not everything was read within \(Wording.limit(timeout))")
      // The call that hangs was sent as well.
      let connection = await pollers.connection(of: name) ?? source.connection
      let sent = connection.requests - source.connection.requests
      _ = dashboard.apply(
        .polled(
          Poll(
            source: name, at: .now(), outcome: .failed(error), connection: connection,
            callsLastMinute: source.callsLastMinute + sent)))
    }
  }
}

extension Poll {
  /// The last page of a listing of which the service failed to give a part, which may pass.
  fileprivate var isBrokenListing: Bool {
    guard case .listed(let page, _) = outcome, page.next == nil else { return false }
    return page.problems.contains { $0.kind == .unavailable }
  }
}

import Foundation
import MigrationModel
import MigrationWatch

/// Watches one job through the same pollers and the same dashboard as on screen, until a ``JobWait`` ends.
struct WaitRun {
  let settings: DashboardSettings
  let clients: Clients
  let log: CallLog?
  let condition: FilterExpression
  let limits: JobWait.Limits

  func run(_ name: String) async throws -> JobWait.End {
    let (events, channel) = AsyncStream.makeStream(of: DashboardEvent.self)
    let pollers = Pollers(clients, interval: settings.interval, log: log) {
      channel.yield(.polled($0))
    }
    pollers.start()
    let clock = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(1))
        channel.yield(.tick(.now()))
      }
    }
    defer {
      clock.cancel()
      pollers.stop()
    }
    return try await follow(name, events, pollers)
  }

  private func follow(
    _ name: String, _ events: AsyncStream<DashboardEvent>, _ pollers: Pollers
  ) async throws -> JobWait.End {
    let startedAt = Moment.now()
    var dashboard = Dashboard(settings: settings, sources: clients.states, now: startedAt)
    var wait: JobWait?
    for await event in events {
      for effect in dashboard.apply(event) { pollers.perform(effect) }
      if wait == nil, let id = try find(name, in: dashboard, since: startedAt) {
        wait = JobWait(for: condition, of: id, limits: limits, startedAt: startedAt)
        pollers.perform(.attend(Interest(selected: id)))
      }
      guard let id = wait?.job else { continue }
      let now = Moment.now()
      dashboard.judge(id, at: now)
      if let end = wait?.end(in: dashboard, now: now) { return end }
    }
    throw CommandFailure("wait: no more readings come", code: CommandFailure.internalError)
  }

  /// `nil` while a source may still tell of it.
  private func find(
    _ name: String, in dashboard: Dashboard, since start: Moment
  ) throws -> Job.ID? {
    let found = try JobNames([name]).find(in: DashboardViewModel(dashboard))
    if let id = found.ids?.first { return id }
    let sources = dashboard.shown.sources
    if sources.allSatisfy(\.isComplete) { throw JobNames.unknown(name) }
    let waited = Moment.now().uptime - start.uptime
    let isTimedOut = limits.timeout.map { waited >= $0 } ?? false
    if isTimedOut || waited >= limits.giveUp {
      throw CommandFailure(
        "\(name): not found in \(Wording.elapsed(waited)), and not every source could be read",
        code: isTimedOut ? 4 : 3)
    }
    return nil
  }
}

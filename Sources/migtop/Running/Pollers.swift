import MigrationModel
import MigrationWatch

/// One poller a source. A slow or failing one delays no other.
struct Pollers: Sendable {
  private let pollers: [String: Poller]
  private let providers: [any MigrationProvider]

  /// - Parameter report: Is given every poll, after the log.
  init(
    _ clients: Clients, interval: Duration, interest: Interest = Interest(), log: CallLog?,
    report: @escaping @Sendable (Poll) -> Void
  ) {
    let report = { @Sendable (poll: Poll) in
      log?.record(poll)
      report(poll)
    }
    providers = clients.providers
    pollers = Dictionary(
      clients.providers.map { provider in
        let poller = Poller(
          provider: provider, interval: interval, interest: interest, report: report)
        return (provider.source.name, poller)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What the calls to a source have shown up to now.
  func connection(of source: String) async -> Connection? {
    await providers.first { $0.source.name == source }?.connection
  }

  func start() { for poller in pollers.values { poller.start() } }

  func stop() { for poller in pollers.values { poller.stop() } }

  func refreshAll() { for poller in pollers.values { poller.refresh(nil) } }

  /// Does what the dashboard asks of the polling.
  func perform(_ effect: DashboardEffect) {
    switch effect {
    case .refresh(let sources, let ids):
      for name in sources { pollers[name]?.refresh(ids) }
    case .attend(let interest):
      for poller in pollers.values { poller.attend(to: interest) }
    case .setInterval(let interval):
      for poller in pollers.values { poller.setInterval(interval) }
    case .forget(let ids):
      for (name, poller) in pollers { poller.forget(ids.filter { $0.source == name }) }
    case .redraw, .suspend, .copy, .page, .ring, .setMouse, .quit, .export, .save: break
    }
  }
}

import DashboardUI
import Dispatch
import Glibc
import MigrationModel
import MigrationWatch

/// Turns terminal input, signals and the passing of time into events, on the main queue.
@MainActor final class TerminalEvents {
  private var sources: [any DispatchSourceProtocol] = []

  init(
    screen: any Screen, descriptor: Int32, send: @escaping @Sendable (DashboardEvent) -> Void
  ) {
    let input = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    input.setEventHandler {
      MainActor.assumeIsolated {
        for key in screen.readKeys() { send(.key(key)) }
        // A terminal that went away stays readable for ever and says nothing.
        if Self.isHungUp(descriptor) { send(.stopRequested(signal: SIGHUP)) }
      }
    }
    sources.append(input)
    addSignals(send)
    let ticker = DispatchSource.makeTimerSource(queue: .main)
    ticker.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(50))
    ticker.setEventHandler { send(.tick(.now())) }
    sources.append(ticker)
    for source in sources { source.activate() }
  }

  /// libdispatch takes over the handlers that ncurses installed, so it comes after the screen.
  private func addSignals(_ send: @escaping @Sendable (DashboardEvent) -> Void) {
    let resize = DispatchSource.makeSignalSource(signal: SIGWINCH, queue: .main)
    resize.setEventHandler { send(.resized) }
    sources.append(resize)
    // ncurses' handler would run beside the drawing: Dispatch parks the main thread, where signals arrive,
    // and serves the main queue on another.
    let suspend = DispatchSource.makeSignalSource(signal: SIGTSTP, queue: .main)
    suspend.setEventHandler { send(.suspendRequested) }
    sources.append(suspend)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      let stop = DispatchSource.makeSignalSource(signal: signal, queue: .main)
      stop.setEventHandler { send(.stopRequested(signal: signal)) }
      sources.append(stop)
    }
  }

  private static func isHungUp(_ descriptor: Int32) -> Bool {
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    guard unsafe poll(&state, 1, 0) > 0 else { return false }
    return Int32(state.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
  }
}

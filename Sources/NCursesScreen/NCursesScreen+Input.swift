internal import DashboardUI
internal import Glibc
package import MigrationWatch

extension NCursesScreen {
  package func readEvents() -> [DashboardEvent] {
    guard holder == .us else { return [] }
    let now = ContinuousClock.now
    let inputs = decoder.take(device.read(), at: now) + decoder.passTime(to: now)
    var events = inputs.compactMap(event)
    if device.isHungUp { events.append(.stopRequested(signal: SIGHUP)) }
    return events
  }

  package var isHungUp: Bool { device.isHungUp }
  /// Whether a shell or another program has the terminal.
  package var isAway: Bool { holder != .us }

  package var inputDeadline: ContinuousClock.Instant? { decoder.deadline }

  /// `nil` for a click on nothing, and for what a terminal still tells of a mouse that is off.
  private func event(_ input: TerminalInput) -> DashboardEvent? {
    switch input {
    case .key(let key): .key(key)
    case .paste(let text): .paste(text)
    case .escapeTakenBack: .escapeTakenBack
    case .signal(let signal):
      signal == SIGTSTP ? .suspendRequested : .stopRequested(signal: signal)
    case .click(let position): isMouseOn ? shown?.target(at: position).map { .click($0) } : nil
    case .wheel(let isDown):
      isMouseOn ? .scroll(rows: isDown ? Self.rowsPerNotch : -Self.rowsPerNotch) : nil
    }
  }

  private static let rowsPerNotch = 3
}

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

  /// `nil` for a click on nothing.
  private func event(_ input: TerminalInput) -> DashboardEvent? {
    switch input {
    case .key(let key): .key(key)
    case .paste(let text): .paste(text)
    case .click(let position): shown?.target(at: position).map { .click($0) }
    case .wheel(let isDown): .scroll(rows: isDown ? Self.rowsPerNotch : -Self.rowsPerNotch)
    }
  }

  private static let rowsPerNotch = 3
}

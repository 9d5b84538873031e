import DashboardUI
import Foundation
import MigrationModel
import MigrationWatch
import NCursesScreen

/// The live dashboard, from taking the terminal to giving it back.
struct DashboardRun {
  let settings: DashboardSettings
  let clients: Clients
  let filter: FilterExpression?
  let terminal: TerminalOptions
  let theme: Settings.Theme
  let log: CallLog?
  /// Where views are saved; `nil` without a configuration file.
  var configuration: SettingsLocation?

  /// - Returns: The exit code.
  @MainActor func run() async throws -> Int32 {
    let screen = try open()
    let (events, channel) = AsyncStream.makeStream(of: DashboardEvent.self)
    let inputs = TerminalEvents(screen: screen, descriptor: screen.descriptor) { channel.yield($0) }
    let log = log
    let pollers = Pollers(clients, interval: settings.interval) { poll in
      log?.record(poll)
      channel.yield(.polled(poll))
    }
    pollers.start()
    var dashboard = Dashboard(settings: settings, sources: clients.states, now: .now())
    dashboard.setFilter(filter)
    let files = DashboardFiles(
      configuration: configuration, environment: ProcessInfo.processInfo.environment
    ) { channel.yield(.notice($0)) }
    let loop = EventLoop(dashboard, on: screen) { effect in
      switch effect {
      case .export(let file): files.write(file)
      case .save(let view): files.save(view)
      case .refresh, .attend, .setInterval, .forget, .redraw, .suspend, .quit:
        pollers.perform(effect)
      }
    }
    let code = await loop.run(events)
    screen.close()
    withExtendedLifetime(inputs) {}
    pollers.stop()
    return code
  }

  @MainActor private func open() throws -> NCursesScreen {
    try Self.requireTerminal()
    do throws(NCursesScreen.OpenError) {
      return try NCursesScreen(
        hasColor: terminal.hasColor && theme != .mono, isColourBlind: theme == .colourBlind,
        isASCII: terminal.ascii)
    } catch {
      switch error {
      case .noTerminal: throw Self.noTerminal
      case .unfit(let type):
        throw CommandFailure(
          "the terminal type \"\(type)\" cannot move a cursor: use migtop status, or set TERM",
          code: CommandFailure.usage)
      }
    }
  }

  static func requireTerminal() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw noTerminal }
  }

  private static let noTerminal = CommandFailure(
    "the dashboard needs a terminal: use migtop status to print the same once",
    code: CommandFailure.usage)
}

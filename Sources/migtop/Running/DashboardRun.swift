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
  /// Of the programs that the dashboard starts, without secrets.
  let environment: [String: String]
  /// Where views are saved; `nil` without a configuration file.
  var configuration: SettingsLocation?
  /// What the user should know at the start, in one line.
  var notice: String?

  /// - Returns: The exit code.
  @MainActor func run() async throws -> Int32 {
    let screen = try open()
    let (events, channel) = AsyncStream.makeStream(of: DashboardEvent.self)
    let inputs = TerminalEvents(screen) { channel.yield($0) }
    let pager = Pager(environment: environment)
    @MainActor func page(_ text: String) async -> String? {
      inputs.lend()
      defer { inputs.takeBack() }
      return await pager.show(text)
    }
    let pollers = Pollers(clients, interval: settings.interval, log: log) {
      channel.yield(.polled($0))
    }
    pollers.start()
    Task.detached(priority: .utility) { [remedies = settings.remedies] in remedies.prepare() }
    var dashboard = Dashboard(settings: settings, sources: clients.states, now: .now())
    dashboard.setFilter(filter)
    if let notice { _ = dashboard.apply(.notice(notice)) }
    let files = DashboardFiles(
      configuration: configuration, environment: ProcessInfo.processInfo.environment
    ) { channel.yield(.notice($0)) }
    let loop = EventLoop(dashboard, on: screen, page: page) { effect in
      switch effect {
      case .export(let file): files.write(file)
      case .save(let view): files.save(view)
      case .refresh, .attend, .setInterval, .forget: pollers.perform(effect)
      case .redraw, .suspend, .copy, .page, .ring, .setMouse, .quit: break
      }
    }
    let code = await loop.run(events)
    pager.stop()
    screen.close()
    inputs.takeBack()
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

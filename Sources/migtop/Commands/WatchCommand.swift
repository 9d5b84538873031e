import ArgumentParser
import Foundation

/// `migtop watch`, and `migtop` alone: the dashboard over the configured sources.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Watch the configured sources on a full screen (default).")

  @OptionGroup var sources: SourceOptions
  @OptionGroup var terminal: TerminalOptions

  func run() async throws {
    try DashboardRun.requireTerminal()
    let environment = ProcessInfo.processInfo.environment
    let settings = try sources.settings(environment: environment)
    let run = DashboardRun(
      settings: settings.dashboard, clients: try Clients(settings, environment: environment),
      filter: try sources.filterOption(), terminal: terminal, theme: settings.display.theme,
      log: try sources.logFile.map { path throws(CommandFailure) in try CallLog(path: path) },
      configuration: try sources.fileInUse())
    throw ExitCode(try await run.run())
  }
}

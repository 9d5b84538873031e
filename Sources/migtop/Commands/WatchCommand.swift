import ArgumentParser
import Foundation
import MigrationWatch

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
    let own = try sources.ownRemedies()
    var dashboard = settings.dashboard
    dashboard.remedies = .builtIn(and: own.entries)
    let run = DashboardRun(
      settings: dashboard, clients: try Clients(settings, environment: environment),
      filter: try sources.filterOption(), terminal: terminal, theme: settings.display.theme,
      log: try sources.callLog(),
      environment: SecretReader.withoutSecrets(environment: environment, of: settings),
      configuration: try sources.fileInUse(), notice: own.notice)
    throw ExitCode(try await run.run())
  }
}

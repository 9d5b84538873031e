import ArgumentParser
import Foundation
import MigrationAPI
import MigrationModel
import MigrationSimulator
import MigrationWatch

/// `migtop demo`: the simulated services inside this process, and the dashboard over them.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Watch simulated services: nothing to configure.",
    discussion: "Real HTTP on free loopback ports, with real signatures.")

  @OptionGroup var options: SimulationOptions
  @OptionGroup var terminal: TerminalOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only jobs that pass this filter.", valueName: "expr"))
  var filter: String?

  func run() async throws {
    try DashboardRun.requireTerminal()
    let filter = try filter.map { try OptionText.filter($0, of: "--filter") }
    var configuration = try options.configuration()
    configuration.relationalMigratorPort = 0
    configuration.dtsPort = 0
    configuration.drsPort = 0
    let simulator = try await SimulateCommand.start(configuration)
    var settings = DashboardSettings()
    settings.interval = .seconds(2)
    settings.remedies = .builtIn()
    let run = DashboardRun(
      settings: settings, clients: try Self.clients(of: simulator), filter: filter,
      terminal: terminal, theme: .default, log: nil,
      environment: ProcessInfo.processInfo.environment)
    throw ExitCode(try await run.run())
  }

  private static func clients(of simulator: Simulator) throws -> Clients {
    guard let rm = BaseURL(simulator.relationalMigrator), let dts = BaseURL(simulator.dts),
      let drs = BaseURL(simulator.drs), let iam = BaseURL(simulator.iam)
    else {
      throw CommandFailure("demo: the simulator has no address", code: CommandFailure.internalError)
    }
    let transport = try Clients.transport(nil)
    return Clients(providers: [
      RelationalMigratorProvider(
        configuration: .init(name: "rm-lab", base: rm), authorization: FixedSecrets(nil),
        transport: transport),
      DTSProvider(
        configuration: .demo(dts), credentials: FixedSecrets(.demo), transport: transport),
      DRSProvider(
        configuration: .demo(drs, iam), credentials: FixedSecrets(.demo), transport: transport),
    ])
  }
}

/// The accounts of the simulator are no secrets.
private struct FixedSecrets<Secrets: Hashable & Sendable>: SecretStore {
  let secrets: Secrets

  init(_ secrets: Secrets) { self.secrets = secrets }

  func read() async throws(ProviderError) -> Secrets { secrets }
}

extension DTSCredentials {
  fileprivate static var demo: Self {
    Self(
      accessKeyID: "demo-access-key-id", accessKeySecret: Secret("demo-access-key-secret"),
      securityToken: nil)
  }
}

extension DRSCredentials {
  fileprivate static var demo: Self {
    .keys(
      accessKey: "DEMOACCESSKEY0000001", secretKey: Secret("demo-secret-access-key"),
      securityToken: nil)
  }
}

extension DTSConfiguration {
  fileprivate static func demo(_ base: BaseURL) -> Self {
    Self(
      name: "dts-hz", region: "cn-hangzhou", base: base,
      callsPerMinute: 120, timeout: .seconds(10))
  }
}

extension DRSConfiguration {
  fileprivate static func demo(_ base: BaseURL, _ iam: BaseURL) -> Self {
    Self(
      name: "drs-bj", region: "cn-north-4", projectID: "0123456789abcdef0123456789abcdef",
      base: base, iamBase: iam, callsPerMinute: 60, timeout: .seconds(10))
  }
}

import ArgumentParser
import Foundation

@main struct Migtop: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "migtop",
    abstract:
      "Watch database migrations live: MongoDB Relational Migrator, Alibaba Cloud DTS, Huawei Cloud DRS.",
    discussion: "It only reads: no command and no key changes a migration.",
    version: "migtop \(version)",
    subcommands: [
      WatchCommand.self, DemoCommand.self, SimulateCommand.self, StatusCommand.self,
      WaitCommand.self,
      ConfigCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)

  /// An error thrown out of `main` would be printed as a crash.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch let failure as CommandFailure {
      failure.printLines()
      Foundation.exit(failure.code)
    } catch {
      exit(withError: error)
    }
  }
}

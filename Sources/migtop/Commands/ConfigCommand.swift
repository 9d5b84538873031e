import ArgumentParser

import class Foundation.FileHandle
import class FoundationEssentials.ProcessInfo
import struct FoundationEssentials.Data

/// `migtop config`: where the configuration is, whether it is right, and a first one.
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Find, check or write the configuration file.",
    subcommands: [PathCommand.self, CheckCommand.self, InitCommand.self])
}

/// The option that names the file, for every command that reads one.
struct ConfigFileOption: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration file.",
      discussion: """
        Without it: $MIGTOP_CONFIG, $XDG_CONFIG_HOME/migtop/config.toml, \
        ~/.config/migtop/config.toml.
        """,
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var path: String?

  func location() throws(SettingsError) -> SettingsLocation {
    try SettingsLocation.find(option: path, environment: ProcessInfo.processInfo.environment)
  }
}

extension ConfigCommand {
  struct PathCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "path", abstract: "Print which file is used; say whether it exists.")

    @OptionGroup var option: ConfigFileOption

    func run() async throws {
      try reportingMistakes { () throws(SettingsError) in
        let location = try option.location()
        print(location.path)
        let remark =
          location.exists ? "exists" : "does not exist; write one with: \(location.initCommand)"
        printError([
          "(from \(location.origin.rawValue)) \(remark)",
          "own remedies: \(location.remediesPath)",
        ])
      }
    }
  }

  struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check the file and fetch every secret it names.")

    @OptionGroup var option: ConfigFileOption

    func run() async throws {
      let environment = ProcessInfo.processInfo.environment
      let location = try reportingMistakes { () throws(SettingsError) in try option.location() }
      let file = try reportingMistakes { () throws(SettingsError) -> SettingsFile in
        try SettingsFile(at: location)
      }
      let settings = try reportingMistakes { () throws(SettingsError) -> Settings in
        try file.settings(environment: environment)
      }
      let reader = SecretReader(settings: settings, environment: environment)
      let check = await SettingsCheck(settings, of: file, reader: reader)
      let problems = check.problems + RemediesFile.read(at: location.remediesPath).mistakes
      printError(check.warnings.map { "warning: \($0)" } + problems)
      guard problems.isEmpty else { throw ExitCode(SettingsError.exitCode) }
      for line in check.sources { print(line) }
    }
  }

  struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "Write a commented configuration where none is yet.")

    @OptionGroup var option: ConfigFileOption

    func run() async throws {
      try reportingMistakes { () throws(SettingsError) in
        let location = try option.location()
        try SettingsFile.writeExample(to: location)
        print(location.path)
      }
    }
  }
}

/// Prints the mistakes of the configuration and ends with their exit code.
func reportingMistakes<Value>(_ body: () throws(SettingsError) -> Value) throws -> Value {
  do throws(SettingsError) {
    return try body()
  } catch {
    printError(error.lines)
    throw ExitCode(SettingsError.exitCode)
  }
}

private func printError(_ lines: [String]) {
  FileHandle.standardError.write(Data(lines.map { $0 + "\n" }.joined().utf8))
}

import ArgumentParser
import Foundation
import MigrationModel
import MigrationWatch

/// Which sources to read, for every command that reads some.
struct SourceOptions: ParsableArguments {
  @OptionGroup var file: ConfigFileOption

  @Option(
    name: .customLong("source"), help: ArgumentHelp("Only this source.", valueName: "name"))
  var names: [String] = []

  @Option(
    name: .customLong("rm"),
    help: ArgumentHelp("A Relational Migrator, without a file.", valueName: "url"))
  var relationalMigrator: String?

  @Option(help: ArgumentHelp("DTS with the vendor's environment variables.", valueName: "region"))
  var dts: String?

  @Option(help: ArgumentHelp("DRS with the vendor's environment variables.", valueName: "region"))
  var drs: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only jobs that pass this filter.", valueName: "expr"))
  var filter: String?

  @Option(help: ArgumentHelp("How often to read, for example 5s.", valueName: "time"))
  var interval: String?

  @Option(
    name: .customLong("log"), help: ArgumentHelp("Where to log calls that fail.", valueName: "file")
  )
  var logFile: String?

  /// The settings, from the file or from the options that replace it.
  func settings(environment: [String: String]) throws -> Settings {
    var settings = Settings()
    let named = try sourcesFromOptions(environment)
    if usesFile {
      settings = try reportingMistakes { () throws(SettingsError) in
        try Settings.load(
          from: try file.location(), environment: environment, rules: .program)
      }
    }
    settings.sources += named
    if settings.sources.isEmpty {
      throw CommandFailure(
        "no source is configured: add a [[source]] to \(try file.location().path), or try: migtop demo",
        code: CommandFailure.configuration)
    }
    try narrow(&settings)
    if let interval = try intervalOption() { settings.poll.interval = interval }
    return settings
  }

  /// Whether the configuration file is read: options that name sources replace it.
  private var usesFile: Bool {
    file.path != nil || (relationalMigrator == nil && dts == nil && drs == nil)
  }

  /// The file that ``settings(environment:)`` reads; `nil` if options replace it.
  func fileInUse() throws -> SettingsLocation? { usesFile ? try file.location() : nil }

  /// The user's own remedies beside the configuration file in use.
  func ownRemedies() throws -> RemediesFile {
    guard let location = try fileInUse() else { return RemediesFile() }
    return RemediesFile.read(at: location.remediesPath)
  }

  private func sourcesFromOptions(_ environment: [String: String]) throws -> [SourceSettings] {
    try reportingMistakes { () throws(SettingsError) in
      var sources: [SourceSettings] = []
      if let url = relationalMigrator { sources.append(try .relationalMigrator(at: url)) }
      if let region = dts { sources.append(try .dts(region: region, environment: environment)) }
      if let region = drs { sources.append(try .drs(region: region, environment: environment)) }
      return sources
    }
  }

  private func narrow(_ settings: inout Settings) throws {
    guard !names.isEmpty else { return }
    let known = settings.sources.map(\.name)
    for name in names where !known.contains(name) {
      let hint = Nearest.name(to: name, among: known).map { " (did you mean \($0)?)" } ?? ""
      throw CommandFailure(
        "--source \(name): the configuration has no such source\(hint); it has \(known.joined(separator: ", "))",
        code: CommandFailure.usage)
    }
    settings.sources.removeAll { !names.contains($0.name) }
  }

  func intervalOption() throws -> Duration? {
    try interval.map { try OptionText.duration($0, of: "--interval", atLeast: .seconds(1)) }
  }

  func callLog() throws -> CallLog? {
    try logFile.map { path throws(CommandFailure) in try CallLog(path: path) }
  }

  func filterOption() throws -> FilterExpression? {
    try filter.map { try OptionText.filter($0, of: "--filter") }
  }
}

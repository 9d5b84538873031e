import ArgumentParser
import DashboardUI
import Foundation
import MigrationModel
import MigrationWatch

/// `migtop status`: what the dashboard would show, printed.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Read everything once and print it.",
    discussion: """
      Exit codes: 0 fine, 2 a job that is printed has failed, 3 a source could not be read or a job is not known, \
      64 usage, 78 configuration.
      """)

  enum Output: String, CaseIterable, ExpressibleByArgument { case table, json, ndjson, csv }

  @Argument(help: "Jobs by id, name, or source/id; all if none is named.")
  var jobs: [String] = []

  @Option(help: "table, json, ndjson or csv.")
  var output = Output.table

  @Option(
    help:
      "Which steps to read: auto (of jobs named, failed or warning, and others while the budget allows), all, none."
  )
  var steps = "auto"

  @Option(help: ArgumentHelp("How long a reading may take.", valueName: "time"))
  var timeout = "60s"

  @Option(help: "How many readings to take, --interval apart.")
  var samples = 1

  @OptionGroup var sources: SourceOptions
  @OptionGroup var terminal: TerminalOptions

  func run() async throws {
    guard let steps = Interest.Steps(rawValue: steps) else {
      throw CommandFailure("--steps \(steps): write auto, all or none", code: CommandFailure.usage)
    }
    let timeout = try OptionText.duration(timeout, of: "--timeout", atLeast: .milliseconds(1))
    guard samples > 0 else {
      throw CommandFailure("--samples: write a number above 0", code: CommandFailure.usage)
    }
    let environment = ProcessInfo.processInfo.environment
    let settings = try sources.settings(environment: environment)
    let filter = try sources.filterOption()
    var reading = FleetReading(
      settings: settings.dashboard, clients: try Clients(settings, environment: environment),
      steps: steps, timeout: timeout,
      log: try sources.callLog())
    reading.setFilter(filter)
    try await take(&reading)
  }

  private func take(_ reading: inout FleetReading) async throws {
    var found = JobNames.Found(ids: nil, missing: [])
    for sample in 1...samples {
      await reading.take(isFirst: sample == 1)
      found = try JobNames(jobs).find(in: reading.model)
      if !found.missing.isEmpty || found.ids != nil, sample == 1, let ids = found.ids {
        await reading.takeSteps(of: ids)
      }
      if output == .ndjson || sample == samples { try printStatus(reading.model, found.ids) }
    }
    for name in found.missing {
      JobNames.unknown(name).printLines()
    }
    let code = exitCode(reading.model, found)
    if code != 0 { throw ExitCode(code) }
  }

  private func printStatus(_ model: DashboardViewModel, _ ids: [Job.ID]?) throws {
    let text =
      switch output {
      case .table: PlainTable(model, ids: ids, glyphs: terminal.ascii ? .ascii : .unicode).text
      case .json: try StatusJSON.text(StatusDocument(model, ids: ids)) + "\n"
      case .ndjson:
        try StatusDocument(model, ids: ids).jobs
          .map { try StatusJSON.line($0) + "\n" }.joined()
      case .csv: JobTable.csv(ids.map { $0.compactMap { model.job($0) } } ?? model.allJobs)
      }
    try StatusPrinter.print(text)
  }

  private func exitCode(_ model: DashboardViewModel, _ found: JobNames.Found) -> Int32 {
    if !found.missing.isEmpty { return 3 }
    if model.sources.contains(where: { $0.state.health == .failing || $0.state.health == .unknown })
    {
      return 3
    }
    let reports = found.ids.map { $0.compactMap { model.job($0) } } ?? model.allJobs
    return reports.contains { $0.job.state == .failed } ? 2 : 0
  }
}

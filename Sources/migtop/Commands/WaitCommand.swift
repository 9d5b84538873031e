import ArgumentParser
import Foundation
import MigrationAnalysis
import MigrationModel
import MigrationWatch

/// `migtop wait`: for scripts that go on when a migration has come so far.
struct WaitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wait", abstract: "Block until a condition holds for one job.",
    discussion: """
      Exit codes: 0 met, 2 the job failed or is over, 3 its source could not be read or does not know it, \
      4 timed out, 5 stalled, 64 usage, 78 configuration.
      """)

  @Argument(help: "The job by id, name, or source/id.")
  var job: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "done, cutover-ready, phase=incremental, or a filter expression such as lag<5s.",
      valueName: "condition"))
  var condition: String

  @Option(
    help: ArgumentHelp(
      "How long it must hold without a gap. Without it: the cut-over's own time for cutover-ready, else none.",
      valueName: "time"))
  var hold: String?

  @Option(help: ArgumentHelp("How long to wait at most; for ever without it.", valueName: "time"))
  var timeout: String?

  @Option(
    help: ArgumentHelp(
      "How long the source may go without a successful reading.", valueName: "time"))
  var giveUp = "10m"

  @OptionGroup var sources: SourceOptions
  @OptionGroup var terminal: TerminalOptions

  func run() async throws {
    let condition = try WaitCondition(parsing: condition)
    let hold = try hold.map { try OptionText.duration($0, of: "--hold") }
    let limits = JobWait.Limits(
      hold: condition.isCutover ? .zero : hold ?? .zero,
      timeout: try timeout.map { try OptionText.duration($0, of: "--timeout") },
      giveUp: try OptionText.duration(giveUp, of: "--give-up"))
    let environment = ProcessInfo.processInfo.environment
    let settings = try sources.settings(environment: environment)
    var dashboard = settings.dashboard
    if condition.isCutover, let hold { dashboard.thresholds.cutoverHold = hold }
    let run = WaitRun(
      settings: dashboard, clients: try Clients(settings, environment: environment),
      log: try sources.callLog(),
      condition: condition.filter, limits: limits)
    try finish(try await run.run(job))
  }

  private func finish(_ end: JobWait.End) throws {
    switch end {
    case .met(let words): try StatusPrinter.print(words + "\n")
    case .failed(let words): throw CommandFailure(words, code: 2)
    case .silent(let words): throw CommandFailure(words, code: 3)
    case .timedOut(let words): throw CommandFailure(words, code: 4)
    case .stalled(let words): throw CommandFailure(words, code: 5)
    }
  }
}

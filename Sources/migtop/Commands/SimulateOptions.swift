import ArgumentParser
import Foundation
package import MigrationSimulator

/// What the simulated services are asked to play. An option wins over the scenario.
package struct SimulationOptions: ParsableArguments {
  @Option(help: "How many jobs in all, shared out over the three services. (default: 23)")
  var jobs: Int?

  @Option(help: "How many times faster than real time the jobs move. (default: 1)")
  var speed: Double?

  @Option(help: "The same seed plays the same fleet. (default: 1)")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("Plays the jobs and faults of a scenario file.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var scenario: String?

  package init() {}

  package func validate() throws {
    guard jobs.map({ ScenarioLimits.jobs.contains($0) }) != false else {
      throw ValidationError("--jobs: write a number from 1 to 30000")
    }
    guard speed.map(ScenarioLimits.isSpeed) != false else {
      throw ValidationError("--speed: write a number from 0.001 to 100000")
    }
  }

  /// Ends the command with 78 if the scenario is not right.
  package func configuration() throws -> SimulatorConfiguration {
    var configuration = SimulatorConfiguration()
    if let scenario {
      configuration.play(
        try reportingMistakes { () throws(SettingsError) in
          try ScenarioFile.load(scenario, environment: ProcessInfo.processInfo.environment)
        })
    }
    configuration.jobs = jobs ?? configuration.jobs
    configuration.speed = speed ?? configuration.speed
    configuration.seed = seed ?? configuration.seed
    return configuration
  }
}

/// What the options and a scenario file may ask for.
enum ScenarioLimits {
  static let jobs = 1...30_000

  static func isSpeed(_ speed: Double) -> Bool { (0.001...100_000).contains(speed) }
}

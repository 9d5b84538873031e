/// What is played, and where.
package struct SimulatorConfiguration: Sendable {
  package var host = "127.0.0.1"
  /// 0 is any free port, here and below.
  package var relationalMigratorPort = 8278
  package var dtsPort = 8279
  package var drsPort = 8280
  /// Over all three services.
  package var jobs = 23
  /// Simulated seconds in a second.
  package var speed = 1.0
  /// The same seed and the same clock give the same answers, byte for byte.
  package var seed: UInt64 = 1

  /// What else is played; what it says of jobs, speed and seed counts only through ``play(_:)``.
  package var scenario = Scenario()

  package init() {}

  /// Takes a scenario over, with what it says of jobs, speed and seed.
  package mutating func play(_ scenario: Scenario) {
    self.scenario = scenario
    jobs = scenario.jobCount ?? jobs
    speed = scenario.speed ?? speed
    seed = scenario.seed ?? seed
  }
}

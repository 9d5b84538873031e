import MigrationSimulator

extension Stage {
  init(_ scenario: Scenario) {
    var configuration = SimulatorConfiguration()
    configuration.play(scenario)
    let clock = clock
    responders = Simulator.Responders(configuration) { clock.now }
  }

  /// One job of Relational Migrator that runs.
  init(_ story: RelationalMigratorStory, version: RelationalMigratorVersion = .v1181) {
    var scenario = Scenario()
    scenario.relationalMigrator = version
    scenario.cast = [Scenario.Job(story: .relationalMigrator(story))]
    self.init(scenario)
  }

  /// Of the newest job of Relational Migrator.
  func newest() async throws -> JSONValue? { try await rm("/jobs").json().elements.first }

  func statistics(_ name: String) async throws -> Double? {
    try await newest()?["statistics"]?[name]?.number
  }

  func capture(_ name: String) async throws -> Double? {
    try await newest()?["cdcStatistics"]?[name]?.number
  }
}

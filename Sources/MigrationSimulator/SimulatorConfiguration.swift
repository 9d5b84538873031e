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

  package init() {}
}

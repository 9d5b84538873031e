import MigrationModel

/// What a task moves, as the service measures it.
package struct DTSPerformance: WireObject, Equatable, Sendable {
  /// Records a second, `BEGIN` and `COMMIT` counted too; written as text.
  @Told package var rps: Double?
  /// MB a second; written as text.
  @Told package var flow: Double?

  enum CodingKeys: String, CodingKey {
    case rps = "Rps"
    case flow = "Flow"
  }

  /// A megabyte is taken as 10⁶ bytes: the service does not say which one it means.
  var throughput: Throughput {
    Throughput(
      rowsPerSecond: rps?.unlessNegative,
      bytesPerSecond: flow?.unlessNegative.map { $0 * 1_000_000 }.flatMap { $0.isFinite ? $0 : nil }
    )
  }
}

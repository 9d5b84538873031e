import MigrationModel

/// How far back a graph looks.
package enum GraphWindow: Int, CaseIterable, Hashable, Sendable {
  case quarter, hour, sixHours, day

  package var duration: Duration {
    switch self {
    case .quarter: .seconds(900)
    case .hour: .seconds(3_600)
    case .sixHours: .seconds(21_600)
    case .day: .seconds(86_400)
    }
  }

  /// As titles and the command line spell it.
  package var name: String { Wording.limit(duration) }

  var shorter: Self { Self(rawValue: rawValue - 1) ?? self }
  var longer: Self { Self(rawValue: rawValue + 1) ?? self }
}

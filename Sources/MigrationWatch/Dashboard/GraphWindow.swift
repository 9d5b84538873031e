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
  package var name: String {
    switch self {
    case .quarter: "15m"
    case .hour: "1h"
    case .sixHours: "6h"
    case .day: "24h"
    }
  }

  var shorter: Self { Self(rawValue: rawValue - 1) ?? self }
  var longer: Self { Self(rawValue: rawValue + 1) ?? self }
}

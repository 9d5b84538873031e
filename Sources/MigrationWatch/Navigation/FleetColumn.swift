/// A column of the fleet, in the order in which columns stand unless the user moves them.
///
/// The raw value is what the command line calls it.
package enum FleetColumn: String, CaseIterable, Hashable, Sendable {
  case state, name, service, source, phase, progress, eta, rate, steps, lag, trend, cutover
  case errors, engines, age, region, kind, id

  package var title: String {
    switch self {
    case .state: "STATE"
    case .name: "NAME"
    case .service: "SVC"
    case .source: "SRC"
    case .phase: "PHASE"
    case .progress: "PROGRESS"
    case .eta: "ETA"
    case .rate: "ROWS/S"
    case .steps: "STEPS"
    case .lag: "LAG"
    case .trend: "LAG 15m"
    case .cutover: "CUT"
    case .errors: "ERR"
    case .engines: "FROM>TO"
    case .age: "AGE"
    case .region: "REGION"
    case .kind: "KIND"
    case .id: "ID"
    }
  }

  /// What tells which job a row is about: always shown, and never scrolled away.
  package static let fixed: [FleetColumn] = [.state, .name]

  /// By its name or its title, whatever the case and without the title's blanks: `lag15m`.
  init?(named text: String) {
    let name = text.lowercased()
    let found = Self.allCases.first { column in
      column.rawValue == name || column.title.lowercased().filter { $0 != " " } == name
    }
    guard let found else { return nil }
    self = found
  }
}

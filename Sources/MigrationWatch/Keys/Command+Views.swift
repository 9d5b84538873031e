extension Command {
  /// Why the command does nothing in a view, for the help and for who presses its key there; `nil` where it does
  /// something.
  package func refusal(in view: DashboardView) -> String? {
    guard let places = Self.places[self], !places.contains(view.kind) else { return nil }
    let names = places.map(\.rawValue).sorted().joined(separator: ", ")
    return "works in: \(names)"
  }

  /// Where a command works that does not work everywhere.
  private static let places: [Command: Set<DashboardView.Kind>] = [
    .sort: [.fleet], .invertSort: [.fleet], .columns: [.fleet], .columnsLeft: [.fleet],
    .columnsRight: [.fleet], .mark: [.fleet], .preview: [.fleet],
    .attention: [.fleet], .acknowledge: [.fleet, .job], .clearFilter: [.fleet, .events],
    .nextPane: [.job], .previousPane: [.job], .zoom: [.job],
    .shorterGraph: [.fleet, .job], .longerGraph: [.fleet, .job],
    .follow: [.steps, .events], .foldAll: [.fleet, .job, .steps],
    .unfoldAll: [.fleet, .job, .steps], .wrap: [.error],
  ]
}

extension DashboardView {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case fleet, job, steps, errors, error, json, events, sources
  }

  package var kind: Kind {
    switch self {
    case .fleet: .fleet
    case .job: .job
    case .steps: .steps
    case .errors: .errors
    case .error: .error
    case .json: .json
    case .events: .events
    case .sources: .sources
    }
  }
}

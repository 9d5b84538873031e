/// A row of the fleet.
package enum FleetRow: Hashable, Sendable {
  case job(JobReport)
  case group(FleetGroup)
}

extension DashboardViewModel {
  /// Jobs and headings.
  package var fleetRowCount: Int { dashboard.groups.rowCount }

  package func fleetRow(at row: Int) -> FleetRow? {
    guard (0..<fleetRowCount).contains(row) else { return nil }
    return switch dashboard.groups.row(at: row) {
    case .heading(let group): .group(group)
    case .job(let index): job(at: index).map(FleetRow.job)
    }
  }

  /// Where the job that the view is about, or the selected one, stands among all.
  package var jobPosition: Int? {
    (place.view.job ?? dashboard.selected).flatMap { dashboard.positions[$0] }
  }

  /// The gravest job that nobody acknowledged.
  package var worstJob: JobReport? {
    for item in dashboard.attention.items {
      if case .job(let id) = item { return job(id) }
    }
    return nil
  }

  package func isNews(_ report: JobReport) -> Bool { report.record.isNews(at: now) }

  /// The saved view that is the filter now.
  package var viewName: String? {
    guard let text = dashboard.filter?.text else { return nil }
    return dashboard.views.first { $0.filter == text }?.name
  }

  /// What the first key of a command is called; empty if it has none.
  package func keyName(of command: Command) -> String {
    dashboard.settings.keys.keyName(of: command) ?? ""
  }
}

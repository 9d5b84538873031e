package import MigrationAnalysis

/// What the configuration decides about the dashboard.
package struct DashboardSettings: Hashable, Sendable {
  package var thresholds = Thresholds()
  /// Of selected and visible jobs; others follow within the source's budget.
  package var interval: Duration = .seconds(5)
  package var keys = KeyTable()
  /// Filters that the prompt offers before any was typed.
  package var views: [String] = []

  package init() {}
}

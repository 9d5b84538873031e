package import MigrationAnalysis

/// What the configuration decides about the dashboard.
package struct DashboardSettings: Hashable, Sendable {
  package var thresholds = Thresholds()
  /// Of selected and visible jobs; others follow within the source's budget.
  package var interval: Duration = .seconds(5)
  package var keys = KeyTable()
  /// Filters that bear a name; the prompt offers them before any was typed.
  package var views: [SavedView] = []
  package var memory = JournalLimits()
  /// What to do about errors.
  package var remedies = RemedyCatalogue.empty

  package init() {}
}

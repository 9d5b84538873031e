package import MigrationAnalysis

/// What the user decided in the configuration file.
///
/// A key that the file leaves out has its documented default.
package struct Settings: Hashable, Sendable {
  package var poll = Poll()
  package var thresholds = Thresholds()
  package var display = Display()
  /// Key by action, for the actions that are not on their usual key. ``SettingsRules`` says which
  /// exist.
  package var keys: [String: String] = [:]
  /// Filter expression by the name under which a view is offered.
  package var views: [String: String] = [:]
  /// In the order of the file; empty if it names none. Names are unique.
  package var sources: [SourceSettings] = []

  package init() {}
}

extension Settings {
  package struct Poll: Hashable, Sendable {
    /// Between two readings of a selected or visible job. At least a second.
    package var interval: Duration = .seconds(5)

    package init() {}
  }

  package struct Display: Hashable, Sendable {
    package var theme = Theme.default

    package init() {}
  }

  package enum Theme: String, CaseIterable, Hashable, Sendable {
    case `default`
    case colourBlind = "colour-blind"
    case mono
  }
}

import MigrationAnalysis
import MigrationWatch

extension Settings {
  /// What of the configuration the dashboard follows.
  var dashboard: DashboardSettings {
    var settings = DashboardSettings()
    settings.thresholds = thresholds
    settings.interval = poll.interval
    settings.keys = KeyTable(rebinding: keys)
    settings.views = views.sorted { $0.key < $1.key }.map {
      SavedView(name: $0.key, filter: $0.value)
    }
    settings.remedies = .builtIn()
    return settings
  }
}

extension SettingsRules {
  /// The rules of this program: which actions a key can be bound to, and what a view may say.
  package static var program: Self {
    Self(
      actions: Set(Command.allCases.map(\.rawValue)),
      keys: KeyTable.complaints(about:),
      views: { views in
        views.compactMapValues { text in
          do throws(FilterError) {
            _ = try FilterExpression(parsing: text)
            return nil
          } catch {
            return "column \(error.column + 1): \(error.message)"
          }
        }
      })
  }
}

import MigrationAnalysis
import MigrationModel

/// How a lag stands to the thresholds of the configuration.
package enum LagSeverity: Hashable, Comparable, Sendable {
  case absent, normal, warning, critical

  init(_ lag: Duration?, _ thresholds: Thresholds) {
    self =
      switch lag {
      case nil: .absent
      case let lag? where lag > thresholds.lagCritical: .critical
      case let lag? where lag > thresholds.lagWarning: .warning
      case _?: .normal
      }
  }

  /// A lag that falls must leave a threshold clearly behind: noise around it is not told each time.
  private static let clearlyBelow = 0.8

  /// What is told next of a job of which this was told last.
  func next(_ lag: Duration?, _ thresholds: Thresholds) -> LagSeverity {
    let new = LagSeverity(lag, thresholds)
    guard let lag, new < self else { return new }
    // As if it had not fallen so far yet.
    return min(self, LagSeverity(lag * (1 / Self.clearlyBelow), thresholds))
  }

  /// `lag above 10m (critical)`; `nil` for what is not worth telling.
  func words(after before: LagSeverity, _ thresholds: Thresholds) -> String? {
    let (warning, critical) = (
      Wording.limit(thresholds.lagWarning), Wording.limit(thresholds.lagCritical)
    )
    switch self {
    case .absent: return nil
    case .normal: return before > .normal ? "lag below \(warning) again" : nil
    case .warning:
      return before > .warning ? "lag below \(critical) again" : "lag above \(warning) (warning)"
    case .critical: return "lag above \(critical) (critical)"
    }
  }
}

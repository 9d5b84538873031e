import MigrationAnalysis
import MigrationModel

/// Which of the configuration's thresholds a lag is above.
enum LagLevel: Hashable, Comparable, Sendable {
  case low, warning, critical

  /// A lag that falls must leave a threshold clearly behind: noise around it is not told each time.
  private static let clearlyBelow = 0.8

  func next(_ lag: Duration, _ thresholds: Thresholds) -> LagLevel {
    let risen: LagLevel =
      lag > thresholds.lagCritical
      ? .critical : lag > thresholds.lagWarning ? .warning : .low
    guard risen < self else { return risen }
    if self == .critical, lag > thresholds.lagCritical * Self.clearlyBelow { return .critical }
    return lag > thresholds.lagWarning * Self.clearlyBelow ? .warning : .low
  }

  /// What to say of a change from another level: `lag above 10m (critical)`.
  func words(after before: LagLevel, _ thresholds: Thresholds) -> String {
    let (warning, critical) = (
      Wording.limit(thresholds.lagWarning), Wording.limit(thresholds.lagCritical)
    )
    guard self < before else {
      return self == .critical
        ? "lag above \(critical) (critical)" : "lag above \(warning) (warning)"
    }
    return "lag below \(self == .low ? warning : critical) again"
  }
}

import MigrationModel

/// How the rows of the fleet grow old: late after two readings that did not come, too old to judge by
/// ``JobReport/isStale``.
extension DashboardViewModel {
  private static let readingsMissed = 2

  /// Whether a job should have been read twice since it was, at the pace that its source's budget allows.
  ///
  /// One that is over is read seldom, and changes no more.
  package func isLate(_ report: JobReport) -> Bool {
    switch report.job.state {
    case .done, .stopped: return false
    case .pending, .running, .warning, .failed, .paused, .unknown: break
    }
    let round = dashboard.shown.source(report.job.id.source)?.round ?? .zero
    let due = max(dashboard.interval, round) * Self.readingsMissed
    return Wording.shownAge(report.age) > due
  }
}

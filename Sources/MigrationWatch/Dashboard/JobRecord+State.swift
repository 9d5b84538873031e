import MigrationAnalysis
package import MigrationModel

/// Since when a job is in its state, and whether that is news.
extension JobRecord {
  /// How long a new row, or a new state, is told apart.
  private static let timeOfNews = Duration.seconds(10)

  /// An acknowledgement is of one state.
  mutating func noteState(after before: JobRecord, at now: Moment) {
    guard shownState != before.shownState else { return }
    isAcknowledged = false
    stateSince = now
  }

  /// Whether the job or its state is new on screen.
  package func isNews(at now: Moment) -> Bool {
    [appearedAt, stateSince].contains { moment in
      moment.map { now.uptime - $0.uptime < Self.timeOfNews } ?? false
    }
  }

  /// Since when the job is in its state, by the service's word or as this program saw it; `nil` if neither tells.
  package func beginning(at now: Moment) -> Moment? {
    switch shownState {
    case .failed:
      job.failure?.at.flatMap(ServiceMoment(at: now, offset: clockOffset).ours) ?? stateSince
    case .stalled: judgement.stalledSince ?? stateSince
    case .warning, .stale, .unknown, .running, .paused, .pending, .stopped, .done: stateSince
    }
  }
}

import MigrationModel

import struct FoundationEssentials.Date

extension ChangeFinder {
  /// What a service tells of a change is of the time between two readings; of one that it dates so long before, it
  /// tells another time.
  private static let longestDelay = Duration.seconds(60)

  /// Takes on the service's own time, if the readings agree with it: a change that was not there yet when the job was
  /// read before cannot have happened long before that.
  func date(_ event: inout FleetEvent, _ told: Date, _ before: JobRecord, _ after: JobRecord) {
    let read = event.kind == .step ? before.job.stepsObservedAt : nil
    let earliest = (read ?? before.job.observedAt).addingTimeInterval(
      -(Self.longestDelay / .seconds(1)))
    guard let ours = ServiceMoment(at: now, offset: after.clockOffset).ours(told),
      ours.date >= earliest
    else { return }
    event.happened(at: told, in: ours)
  }

  /// When the job's state began, by the service; `nil` where it does not tell.
  func beginning(_ record: JobRecord, _ failure: JobError?) -> Date? {
    switch record.shownState {
    case .failed: failure?.at ?? record.job.failure?.at
    case .done, .stopped: record.job.finishedAt
    case .stalled, .warning, .stale, .unknown, .running, .paused, .pending: nil
    }
  }

  /// The same of a step.
  static func beginning(of step: Step, after earlier: Step.State) -> Date? {
    switch step.state {
    case .failed, .stopped, .done: step.finishedAt
    case .running: earlier == .pending ? step.startedAt : nil
    case .pending, .warning, .paused, .caughtUp, .unknown: nil
    }
  }
}

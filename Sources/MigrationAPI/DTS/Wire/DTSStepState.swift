import MigrationModel

/// The state words of steps, sub-steps and status objects.
///
/// The list of the sub-steps and that of the precheck; for the steps themselves none is published.
enum DTSStepState: String, CaseIterable, ServiceWord {
  case notStarted = "NOTSTARTED"
  case schedule = "SCHEDULE"
  case initial = "INIT"
  case running = "RUNNING"
  case migrating = "MIGRATING"
  case checking = "CHECKING"
  /// The first catch-up is over; it goes on replicating.
  case catched = "CATCHED"
  case pause = "PAUSE"
  case suspending = "SUSPENDING"
  case warning = "WARNING"
  case failed = "FAILED"
  case finished = "FINISHED"
  /// A check of the structures that is over and found that they differ.
  case inconsistency = "INCONSISTENCY"
  /// The result of a precheck item.
  case success = "SUCCESS"

  var state: Step.State {
    switch self {
    case .notStarted, .schedule: .pending
    case .initial, .running, .migrating, .checking: .running
    case .catched: .caughtUp
    case .pause, .suspending: .paused
    case .warning: .warning
    case .failed: .failed
    case .finished, .success, .inconsistency: .done
    }
  }
}

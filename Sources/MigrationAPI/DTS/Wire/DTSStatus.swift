import MigrationModel

/// The status words of a task, of all kinds together.
enum DTSStatus: String, CaseIterable, ServiceWord {
  case notStarted = "NOTSTARTED"
  case notConfigured = "NOTCONFIGURED"
  case precheckPassed = "PRECHECKPASS"
  case prechecking = "PRECHECKING"
  case precheckFailed = "PRECHECKFAILED"
  case initializing = "INITIALIZING"
  case initializeFailed = "INITIALIZEFAILED"
  case migrating = "MIGRATING"
  case synchronizing = "SYNCHRONIZING"
  case modifying = "MODIFYING"
  case starting = "STARTING"
  case normal = "NORMAL"
  case suspending = "SUSPENDING"
  case retrying = "RETRYING"
  case upgrade = "UPGRADE"
  case downgrade = "DOWNGRADE"
  case locked = "LOCKED"
  case migrationFailed = "MIGRATIONFAILED"
  case failed = "FAILED"
  case modifyFailed = "MODIFYFAILED"
  case abnormal = "ABNORMAL"
  case finished = "FINISHED"

  static let slips = ["INITIALIZATING": "INITIALIZING"]

  var state: State {
    switch self {
    case .notStarted, .notConfigured, .precheckPassed: .pending
    case .prechecking, .initializing, .migrating, .synchronizing, .modifying, .starting, .normal:
      .running
    // The stable word for a paused task: there is no `Suspended`.
    case .suspending: .paused
    case .retrying, .upgrade, .downgrade, .locked: .warning
    case .precheckFailed, .initializeFailed, .migrationFailed, .failed, .modifyFailed, .abnormal:
      .failed
    case .finished: .done
    }
  }

  /// How the phase follows from the word.
  enum PhaseRule: Hashable {
    case fixed(Phase)
    /// Schema while that step is unfinished, else full.
    case initialization
    /// The first unfinished step; the phase given if none is known to be unfinished.
    case steps(else: Phase?)
  }

  var phaseRule: PhaseRule {
    switch self {
    case .notStarted, .notConfigured, .precheckPassed: .fixed(.pending)
    case .prechecking, .precheckFailed: .fixed(.precheck)
    case .initializing, .initializeFailed: .initialization
    // The word follows `Initializing`, so that the copy is over.
    case .synchronizing: .steps(else: .incremental)
    case .migrating, .modifying, .starting, .normal, .suspending, .retrying, .upgrade, .downgrade,
      .locked, .migrationFailed, .failed, .modifyFailed, .abnormal:
      .steps(else: nil)
    case .finished: .fixed(.none)
    }
  }
}

extension DRS {
  /// The 29 words for the status of a task.
  package enum StatusWord: String, CaseIterable, Sendable, ServiceWord {
    case creating = "CREATING"
    case createFailed = "CREATE_FAILED"
    case configuration = "CONFIGURATION"
    case startJobing = "STARTJOBING"
    case waitingForStart = "WAITING_FOR_START"
    case startJobFailed = "START_JOB_FAILED"
    /// Paused, not pausing: Huawei's own client waits for it as the end of a pause.
    case pausing = "PAUSING"
    case fullTransferStarted = "FULL_TRANSFER_STARTED"
    case fullTransferFailed = "FULL_TRANSFER_FAILED"
    case fullTransferComplete = "FULL_TRANSFER_COMPLETE"
    case increTransferStarted = "INCRE_TRANSFER_STARTED"
    case increTransferFailed = "INCRE_TRANSFER_FAILED"
    case releaseResourceStarted = "RELEASE_RESOURCE_STARTED"
    case releaseResourceFailed = "RELEASE_RESOURCE_FAILED"
    /// Reached after a success and after giving up alike.
    case releaseResourceComplete = "RELEASE_RESOURCE_COMPLETE"
    case rebuildNodeStarted = "REBUILD_NODE_STARTED"
    case rebuildNodeFailed = "REBUILD_NODE_FAILED"
    case changeJobStarted = "CHANGE_JOB_STARTED"
    case changeJobFailed = "CHANGE_JOB_FAILED"
    case deleted = "DELETED"
    case childTransferStarting = "CHILD_TRANSFER_STARTING"
    case childTransferStarted = "CHILD_TRANSFER_STARTED"
    case childTransferComplete = "CHILD_TRANSFER_COMPLETE"
    case childTransferFailed = "CHILD_TRANSFER_FAILED"
    case releaseChildTransferStarted = "RELEASE_CHILD_TRANSFER_STARTED"
    case releaseChildTransferComplete = "RELEASE_CHILD_TRANSFER_COMPLETE"
    case nodeUpgradeStart = "NODE_UPGRADE_START"
    case nodeUpgradeComplete = "NODE_UPGRADE_COMPLETE"
    case nodeUpgradeFailed = "NODE_UPGRADE_FAILED"

    /// One page of the documents spells it so.
    static var slips: [String: String] { ["PAUSEING": "PAUSING"] }

    /// Whether only a task that replicates has it.
    var isIncremental: Bool { self == .increTransferStarted || self == .increTransferFailed }

    /// Whether it says nothing of how far the task has come.
    var leavesPhaseOpen: Bool {
      switch self {
      case .pausing, .rebuildNodeStarted, .rebuildNodeFailed, .nodeUpgradeStart,
        .nodeUpgradeComplete, .nodeUpgradeFailed:
        true
      case .creating, .createFailed, .configuration, .startJobing, .waitingForStart,
        .startJobFailed, .fullTransferStarted, .fullTransferFailed, .fullTransferComplete,
        .increTransferStarted, .increTransferFailed, .releaseResourceStarted,
        .releaseResourceFailed, .releaseResourceComplete, .changeJobStarted, .changeJobFailed,
        .deleted, .childTransferStarting, .childTransferStarted, .childTransferComplete,
        .childTransferFailed, .releaseChildTransferStarted, .releaseChildTransferComplete:
        false
      }
    }
  }

  enum TaskType: String, ServiceWord {
    case full = "FULL_TRANS"
    case incremental = "INCR_TRANS"
    case fullAndIncremental = "FULL_INCR_TRANS"
  }

  /// What a task is used for. The service lists each kind by itself.
  package enum UseType: String, CaseIterable, Sendable {
    case migration, sync
    /// Disaster recovery.
    case cloudDataGuard
  }
}

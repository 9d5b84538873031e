import MigrationModel

import struct FoundationEssentials.Date

extension DRS {
  /// The answers about a task read with the words of this program.
  struct TaskInterpretation {
    let record: TaskRecord
    /// The newest status, as the service wrote it.
    let nativeStatus: String
    let word: StatusWord?
    /// When ``nativeStatus``, or a row without one, was read; `nil` if nothing was.
    let statusReadAt: Date?

    init(_ record: TaskRecord) {
      self.record = record
      nativeStatus =
        record.newestStatus?.value ?? record.progress?.value.transferStatus?.nonEmpty ?? ""
      statusReadAt = record.newestStatus?.at ?? record.progress?.at ?? record.listed?.at
      word = StatusWord(word: nativeStatus)
    }
  }
}

extension DRS.TaskInterpretation {
  var taskType: DRS.TaskType? { record.taskType }
  var phase: Phase { standing(at: word).phase }

  /// A running task with a failed or warning child, or with one that runs and tells of an error, is
  /// warning.
  var state: State {
    let state = standing(at: word).state
    guard state == .running, let listed = record.listed else { return state }
    let isTroubled = (listed.value.children ?? []).contains { child in
      let childState = Self(child: child, of: taskType, at: listed.at).state
      return childState == .failed || childState == .warning
        || (childState == .running && child.errorMsg?.nonEmpty != nil)
    }
    return isTroubled ? .warning : .running
  }

  func standing(at word: DRS.StatusWord?) -> (state: State, phase: Phase) {
    switch word {
    case .creating, .configuration, .waitingForStart, .startJobing, .childTransferStarting:
      (.pending, .pending)
    case .createFailed, .startJobFailed: (.failed, .pending)
    case .fullTransferStarted, .childTransferStarted, .childTransferComplete: (.running, .full)
    case .fullTransferFailed, .childTransferFailed: (.failed, .full)
    case .fullTransferComplete: taskType == .full ? (.done, .none) : (.running, .full)
    case .increTransferStarted, .changeJobStarted: (.running, .incremental)
    case .increTransferFailed, .changeJobFailed: (.failed, .incremental)
    case .pausing: (.paused, dataPhase)
    case .rebuildNodeStarted, .nodeUpgradeStart, .nodeUpgradeFailed: (.warning, dataPhase)
    case .rebuildNodeFailed: (.failed, dataPhase)
    case .nodeUpgradeComplete: (.running, dataPhase)
    case .releaseResourceStarted, .releaseChildTransferStarted: (.running, .stopping)
    case .releaseResourceFailed: (.failed, .stopping)
    case .releaseResourceComplete: (isFullTransferKnownComplete ? .done : .stopped, .none)
    case .releaseChildTransferComplete: (.done, .none)
    case .deleted: (.stopped, .none)
    case nil: (.unknown, .unknown)
    }
  }

  /// What the service could tell besides, in the task's present state.
  var detailsCall: DRS.DetailsCall? {
    if word == .configuration { return .precheck }
    guard record.kind == .disasterRecovery, phase == .incremental else { return nil }
    switch state {
    case .running, .warning, .failed: return .delays
    case .pending, .paused, .stopped, .done, .unknown: return nil
    }
  }

  /// The phase that the task's data points to, whatever its status.
  var dataPhase: Phase {
    switch taskType {
    case .incremental: .incremental
    case .full: .full
    case .fullAndIncremental, nil:
      fullTransferCompleteTime != nil || record.sawIncremental ? .incremental : .full
    }
  }

  var fullTransferCompleteTime: Date? {
    Timestamp.milliseconds(record.detail?.value.fullTransferCompleteTime)
  }

  /// An ended task was stopped early unless something says that its data had arrived.
  private var isFullTransferKnownComplete: Bool {
    if fullTransferCompleteTime != nil || record.sawFullTransferEnd { return true }
    guard taskType != .incremental else { return false }
    // What was read before the end counts as well.
    let bars = record.progress?.value.progressMap ?? [:]
    return bars.isEmpty ? toldFraction == 1 : bars.values.allSatisfy { $0.fraction == 1 }
  }
}

extension DRS.TaskInterpretation {
  /// A child of a sharded task: nothing but its row in the listing is known. What the row does not
  /// say of its type is that of the whole.
  init(child: DRS.ListedTask, of taskType: DRS.TaskType?, at: Date) {
    var record = DRS.TaskRecord()
    var child = child
    if DRS.TaskType(word: child.taskType) == nil { child.taskType = taskType?.rawValue }
    record.keep(child, at: at)
    self.init(record)
  }
}

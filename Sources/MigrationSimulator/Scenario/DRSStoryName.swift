/// The stories of DRS by the names that a scenario calls them: those of the code, with hyphens.
package enum DRSStoryName: String, CaseIterable, Sendable {
  case fullFails = "full-fails"
  case stalls
  case shards
  case guards
  case isPaused = "is-paused"
  case isFrozen = "is-frozen"
  case isStopped = "is-stopped"
  case isConfigured = "is-configured"
  case ended
  case fullCompleted = "full-completed"
  case abandoned
  case travels
  case isRebuilt = "is-rebuilt"
  case incrementFails = "increment-fails"
  case creationFails = "creation-fails"
  case isCreated = "is-created"
  case waits
  case isStarted = "is-started"
  case upgradeFails = "upgrade-fails"
  case isChanged = "is-changed"
  case replicates
  case startFails = "start-fails"
  case rebuildFails = "rebuild-fails"
  case changeFails = "change-fails"
  case isReedited = "is-reedited"
  case stopFails = "stop-fails"
  case isDeleted = "is-deleted"
  case upgradeStarts = "upgrade-starts"
  case upgradeCompletes = "upgrade-completes"
  case isPrechecked = "is-prechecked"
  case precheckFails = "precheck-fails"
}

extension DRSStory {
  /// Over all cases, so that a story without a name does not compile.
  var name: DRSStoryName {
    switch self {
    case .fullFails: .fullFails
    case .stalls: .stalls
    case .shards: .shards
    case .guards: .guards
    case .isPaused: .isPaused
    case .isFrozen: .isFrozen
    case .isStopped: .isStopped
    case .isConfigured: .isConfigured
    case .ended: .ended
    case .fullCompleted: .fullCompleted
    case .abandoned: .abandoned
    case .travels: .travels
    case .isRebuilt: .isRebuilt
    case .incrementFails: .incrementFails
    case .creationFails: .creationFails
    case .isCreated: .isCreated
    case .waits: .waits
    case .isStarted: .isStarted
    case .upgradeFails: .upgradeFails
    case .isChanged: .isChanged
    case .replicates: .replicates
    case .startFails: .startFails
    case .rebuildFails: .rebuildFails
    case .changeFails: .changeFails
    case .isReedited: .isReedited
    case .stopFails: .stopFails
    case .isDeleted: .isDeleted
    case .upgradeStarts: .upgradeStarts
    case .upgradeCompletes: .upgradeCompletes
    case .isPrechecked: .isPrechecked
    case .precheckFails: .precheckFails
    }
  }

  /// - Parameters:
  ///   - full: Seconds that the full phase takes, where the story has one.
  ///   - at: Seconds of the story that are over at the start.
  init(_ name: DRSStoryName, full: Double?, at: Double?) {
    self =
      switch name {
      case .fullFails: .fullFails
      case .stalls: .stalls
      case .shards: .shards
      case .guards: .guards
      case .isPaused: .isPaused
      case .isFrozen: .isFrozen
      case .isStopped: .isStopped
      case .isConfigured: .isConfigured
      case .ended: .ended
      case .fullCompleted: .fullCompleted
      case .abandoned: .abandoned
      case .travels: .travels(fullSeconds: full ?? 300, offset: at ?? 0)
      case .isRebuilt: .isRebuilt
      case .incrementFails: .incrementFails
      case .creationFails: .creationFails
      case .isCreated: .isCreated
      case .waits: .waits
      case .isStarted: .isStarted
      case .upgradeFails: .upgradeFails
      case .isChanged: .isChanged
      case .replicates: .replicates
      case .startFails: .startFails
      case .rebuildFails: .rebuildFails
      case .changeFails: .changeFails
      case .isReedited: .isReedited
      case .stopFails: .stopFails
      case .isDeleted: .isDeleted
      case .upgradeStarts: .upgradeStarts
      case .upgradeCompletes: .upgradeCompletes
      case .isPrechecked: .isPrechecked
      case .precheckFails: .precheckFails
      }
  }
}

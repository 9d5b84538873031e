/// The stories of DTS by the names that a scenario calls them: those of the code, with hyphens.
package enum DTSStoryName: String, CaseIterable, Sendable {
  case schemaFails = "schema-fails"
  case retriesAndFallsBehind = "retries-and-falls-behind"
  case travels
  case catchesUp = "catches-up"
  case steady
  case exceedsEstimate = "exceeds-estimate"
  case idleSubscription = "idle-subscription"
  case isChecked = "is-checked"
  case waits
  case isVerified = "is-verified"
  case isPaused = "is-paused"
  case redis
  case precheckFails = "precheck-fails"
  case finished
  case isModified = "is-modified"
  case isUpgraded = "is-upgraded"
  case isLocked = "is-locked"
  case initializationFails = "initialization-fails"
  case migrationFails = "migration-fails"
  case subscriptionBreaks = "subscription-breaks"
  case isUnconfigured = "is-unconfigured"
  case precheckPasses = "precheck-passes"
  case isDowngraded = "is-downgraded"
  case syncFails = "sync-fails"
  case modificationFails = "modification-fails"
  case subscriptionStarts = "subscription-starts"
  case reverseFails = "reverse-fails"
  case isDistributed = "is-distributed"
  case transforms
  case differs
}

extension DTSStory {
  /// Over all cases, so that a story without a name does not compile.
  var name: DTSStoryName {
    switch self {
    case .schemaFails: .schemaFails
    case .retriesAndFallsBehind: .retriesAndFallsBehind
    case .travels: .travels
    case .catchesUp: .catchesUp
    case .steady: .steady
    case .exceedsEstimate: .exceedsEstimate
    case .idleSubscription: .idleSubscription
    case .isChecked: .isChecked
    case .waits: .waits
    case .isVerified: .isVerified
    case .isPaused: .isPaused
    case .redis: .redis
    case .precheckFails: .precheckFails
    case .finished: .finished
    case .isModified: .isModified
    case .isUpgraded: .isUpgraded
    case .isLocked: .isLocked
    case .initializationFails: .initializationFails
    case .migrationFails: .migrationFails
    case .subscriptionBreaks: .subscriptionBreaks
    case .isUnconfigured: .isUnconfigured
    case .precheckPasses: .precheckPasses
    case .isDowngraded: .isDowngraded
    case .syncFails: .syncFails
    case .modificationFails: .modificationFails
    case .subscriptionStarts: .subscriptionStarts
    case .reverseFails: .reverseFails
    case .isDistributed: .isDistributed
    case .transforms: .transforms
    case .differs: .differs
    }
  }

  /// - Parameters:
  ///   - full: Seconds that the full phase takes, where the story has one.
  ///   - at: Seconds of the story that are over at the start.
  init(_ name: DTSStoryName, full: Double?, at: Double?) {
    self =
      switch name {
      case .schemaFails: .schemaFails
      case .retriesAndFallsBehind: .retriesAndFallsBehind
      case .travels: .travels(fullSeconds: full ?? 300, offset: at ?? 0)
      case .catchesUp: .catchesUp
      case .steady: .steady
      case .exceedsEstimate: .exceedsEstimate
      case .idleSubscription: .idleSubscription
      case .isChecked: .isChecked
      case .waits: .waits
      case .isVerified: .isVerified
      case .isPaused: .isPaused
      case .redis: .redis
      case .precheckFails: .precheckFails
      case .finished: .finished
      case .isModified: .isModified
      case .isUpgraded: .isUpgraded
      case .isLocked: .isLocked
      case .initializationFails: .initializationFails
      case .migrationFails: .migrationFails
      case .subscriptionBreaks: .subscriptionBreaks
      case .isUnconfigured: .isUnconfigured
      case .precheckPasses: .precheckPasses
      case .isDowngraded: .isDowngraded
      case .syncFails: .syncFails
      case .modificationFails: .modificationFails
      case .subscriptionStarts: .subscriptionStarts
      case .reverseFails: .reverseFails
      case .isDistributed: .isDistributed
      case .transforms: .transforms
      case .differs: .differs
      }
  }
}

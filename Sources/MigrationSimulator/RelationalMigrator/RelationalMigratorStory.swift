/// What happens to a job of Relational Migrator, by the name that a scenario calls it.
package enum RelationalMigratorStory: String, CaseIterable, Sendable {
  // An instance has at most one job that plays one of these.
  case waits
  case snapshotAndVerification = "snapshot-and-verification"
  case snapshotAndChanges = "snapshot-and-changes"
  case changesOnly = "changes-only"
  case tableStandsStill = "table-stands-still"
  case exceedsEstimate = "exceeds-estimate"
  case restartsFromZero = "restarts-from-zero"
  case lagGrows = "lag-grows"
  case becomesReady = "becomes-ready"
  case sourceGoesIdle = "source-goes-idle"
  case isPaused = "is-paused"
  case changesFail = "changes-fail"
  case verificationDiffers = "verification-differs"
  case verifierBreaks = "verifier-breaks"
  case largeLog = "large-log"
  // These are over.
  case verified, different, aborted, cancelled
  case setupFails = "setup-fails"
  case breaksOff = "breaks-off"

  /// How the job ended before the simulation began, or `nil` if it did not.
  var end: PastMigration.End? {
    switch self {
    case .verified: .verified
    case .different: .different
    case .aborted: .aborted
    case .cancelled: .cancelled
    case .setupFails: .neverBegan
    case .breaksOff: .brokeOff
    case .waits, .snapshotAndVerification, .snapshotAndChanges, .changesOnly, .tableStandsStill,
      .exceedsEstimate, .restartsFromZero, .lagGrows, .becomesReady, .sourceGoesIdle, .isPaused,
      .changesFail, .verificationDiffers, .verifierBreaks, .largeLog:
      nil
    }
  }
}

/// A job's part in the play.
struct RelationalMigratorRole: Sendable {
  let story: RelationalMigratorStory
  let project: RelationalMigratorProject
  var id: String?
  /// Seconds that the snapshot takes.
  var copying = 300.0
  /// Seconds of the story that are over when the simulation begins.
  var offset = 0.0
}

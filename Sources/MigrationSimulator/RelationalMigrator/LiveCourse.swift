/// How the one live job of an instance goes. Lengths are simulated seconds.
struct LiveCourse {
  enum Copy {
    case whole
    /// The counter stops at a part of the rows, and nothing else happens.
    case standing(at: Double)
    /// The counter falls back to nothing at a part of the rows, once.
    case restarting(at: Double)
  }

  enum Ending {
    /// The word with which verification ends.
    case verification(String)
    case changes(ChangeStream.Pattern, seconds: Double, Interruption)
  }

  /// What stands at the end of following changes.
  enum Interruption { case completion, pause, failure }

  var waiting = 3.0
  var copying = 300.0
  var copy = Copy.whole
  var ending = Ending.verification("VERIFIED")
  /// `false` for a job that only follows changes.
  var hasSnapshot = true
  /// The estimate as a part of the rows that are there, if it is not the schema's own.
  var estimate: Double?
  /// Rows a second that the log has a warning about.
  var warningRate = 0.0
  var offset = 0.0
  /// A job that is over is started again, so that a fleet always has one that lives.
  var repeats = false

  var mode: RelationalMigratorJob.Mode {
    switch ending {
    case .verification: .snapshot
    case .changes: hasSnapshot ? .changes : .onlyChanges
    }
  }

  /// When the snapshot is over, counted from its start.
  var snapshotEnd: Double {
    guard hasSnapshot else { return 0 }
    return switch copy {
    case .whole: copying
    case .standing: .infinity
    case .restarting(let part): copying * (1 + part)
    }
  }
}

extension LiveCourse {
  static let changes = Ending.changes(.bursts(until: .infinity), seconds: 1_800, .completion)

  /// Where no scenario says it: an odd seed follows changes, an even one verifies.
  init(seed: UInt64) {
    if seed % 2 == 1 { ending = Self.changes }
    repeats = true
  }

  init(_ role: RelationalMigratorRole) {
    copying = role.copying
    offset = role.offset
    switch role.story {
    case .waits: waiting = .infinity
    case .snapshotAndVerification: break
    case .snapshotAndChanges: ending = Self.changes
    case .changesOnly:
      hasSnapshot = false
      ending = .endless(.bursts(until: .infinity))
    // Whole batches of it are 99 %.
    case .tableStandsStill: (copy, estimate) = (.standing(at: 0.995), 1)
    case .exceedsEstimate: estimate = 0.62
    case .restartsFromZero: copy = .restarting(at: 0.6)
    case .lagGrows: ending = .endless(.growing)
    case .becomesReady: ending = .endless(.falling)
    case .sourceGoesIdle: ending = .endless(.bursts(until: 150))
    case .isPaused: ending = .changes(.bursts(until: .infinity), seconds: 150, .pause)
    case .changesFail: ending = .changes(.growing, seconds: 150, .failure)
    case .verificationDiffers: ending = .verification("FAILED")
    case .verifierBreaks: ending = .verification("ABORTED")
    case .largeLog: warningRate = 40
    // Over before it began: ``PastMigration`` plays these.
    case .verified, .different, .aborted, .cancelled, .setupFails, .breaksOff: break
    }
  }
}

extension LiveCourse.Ending {
  fileprivate static func endless(_ pattern: ChangeStream.Pattern) -> Self {
    .changes(pattern, seconds: .infinity, .completion)
  }
}

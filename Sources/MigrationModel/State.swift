/// Whether a job runs, in the one vocabulary that all services are translated into.
///
/// `stalled` and `stale` are not here: they are judgements about readings, not words of a service.
package enum State: String, CaseIterable, Hashable, Sendable {
  case pending, running, warning, failed, paused, stopped, done
  /// A status word that this version does not know. Never guessed into another state.
  case unknown
}

/// What a job is busy with, whatever its state.
package enum Phase: String, CaseIterable, Hashable, Sendable {
  case pending, precheck, schema, full, incremental, verifying, stopping
  /// The job is over: there is no phase any more.
  case none
  case unknown
}

/// What kind of work a job does; `nil` on a job of a service that does not tell.
package enum JobKind: String, CaseIterable, Hashable, Sendable {
  case migration, sync, subscription
  case disasterRecovery = "disaster-recovery"
}

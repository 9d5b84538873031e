package import MigrationModel

/// What a source's failures forbid for a while.
package struct BackOff: Hashable, Sendable {
  package enum Hold: Hashable, Sendable {
    case none
    /// Nothing is asked before this uptime.
    case until(Duration)
    /// The credentials were refused: read them anew, then try once.
    case renewCredentials
    /// Refused again: silence until they change or the user asks. They are looked at again at this uptime.
    case silent(nextLook: Duration)
  }

  package private(set) var hold = Hold.none
  private var failures = 0
  private var refusals = 0
  /// Whether the service itself asked for the pause, so that the user's wish does not shorten it.
  private var isAskedByService = false
  /// Changed credentials in a row that were refused as well.
  private var refusedRenewals = 0
  /// A throttled source is left alone for longer and longer, up to this.
  private static let longestThrottle = Duration.seconds(60)
  /// A permission that is missing is rarely granted within minutes; whoever grants it can ask.
  private static let permissionRest = Duration.seconds(600)

  package init() {}

  package var isSilent: Bool {
    if case .silent = hold { return true }
    return false
  }

  package mutating func succeeded() { self = BackOff() }

  /// Takes note of a failure of the whole source.
  ///
  /// - Parameters:
  ///   - jitter: 0 to 1, so that several programs do not come back at the same moment.
  package mutating func failed(
    _ error: ProviderError, at now: Duration, interval: Duration, jitter: Double
  ) {
    failures += 1
    isAskedByService = error.kind == .throttled || error.retryAfter != nil
    switch error.kind {
    case .unauthorised:
      refusals += 1
      hold =
        refusals < 2
        ? .renewCredentials : .silent(nextLook: now + interval * (1 << min(refusedRenewals, 6)))
    case .throttled:
      let doubled = min(interval * (1 << min(failures, 6)), Self.longestThrottle)
      hold = .until(now + (error.retryAfter ?? doubled) + interval * (jitter * 0.2))
    case .rejected where error.isPermission:
      hold = .until(now + max(interval, Self.permissionRest))
    case .unreachable, .timedOut, .tls, .unavailable, .rejected, .malformed:
      // Never longer than two intervals: whoever repairs the source wants to see it at once.
      let wait = interval * (min(Double(failures), 2) * (0.8 + 0.2 * jitter))
      hold = .until(now + max(wait, error.retryAfter ?? .zero))
    }
  }

  /// The credentials were read anew: one try is allowed, after a silence only if they changed.
  ///
  /// A command may print another wrong token each time it runs: each of those waits longer than the one before.
  package mutating func renewed(changed: Bool, at now: Duration, interval: Duration) {
    switch hold {
    case .renewCredentials: hold = .none
    case .silent:
      guard changed else {
        hold = .silent(nextLook: now + interval)
        return
      }
      refusals = 1
      refusedRenewals += 1
      hold = .none
    case .none, .until: break
    }
  }

  /// The user asks: what was refused is tried again once.
  package mutating func askedByUser() {
    switch hold {
    case .silent, .renewCredentials:
      refusals = 1
      hold = .renewCredentials
    case .until where !isAskedByService: hold = .none
    case .none, .until: break
    }
  }
}

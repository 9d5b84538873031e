import MigrationModel

import struct FoundationEssentials.Date

/// Keeps refused credentials from being sent again and again: the service locks a key after five
/// wrong signatures.
///
/// At most two requests are refused before the caller falls silent. A call of a caller, which tries
/// once more after it read the credentials anew, may have used up both of them by buying another
/// token; that one more try is then answered from here.
struct DRSRefusals {
  /// Refused requests in a row.
  private(set) var requests = 0
  /// Calls in a row that failed for it.
  private var calls = 0
  private var last: ProviderError?
  /// While the service refuses the key whatever is sent.
  private var lockedUntil: Date?

  private static let most = 2

  /// Whether one more request in the same call would not be one too many.
  var allowAnother: Bool { requests < Self.most }

  mutating func refuseRequest() { requests += 1 }

  mutating func failCall(_ error: ProviderError, at now: Date) {
    calls += 1
    last = error
    guard error.isKeyLocked, let pause = error.retryAfter else { return }
    lockedUntil = now.addingTimeInterval(pause / .seconds(1))
  }

  /// Why a call may not be made now; `nil` if it may.
  mutating func refusal(at now: Date) -> ProviderError? {
    guard var error = last else { return nil }
    if let lockedUntil, lockedUntil > now {
      calls += 1
      error.retryAfter = .seconds(lockedUntil.timeIntervalSince(now).rounded(.up))
      return error
    }
    guard requests >= Self.most, calls == 1 else { return nil }
    calls += 1
    return error
  }
}

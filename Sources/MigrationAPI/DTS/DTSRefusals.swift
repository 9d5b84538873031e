import MigrationModel

/// Keeps refused credentials from being sent again and again.
///
/// At most two requests are refused before the caller falls silent. A call that signed once more by
/// the service's clock has used up both of them; the one more try of its caller, which reads the
/// credentials anew, is then answered from here.
struct DTSRefusals {
  /// Refused requests in a row.
  private var requests = 0
  /// Calls in a row that failed for it.
  private var calls = 0
  private var last: ProviderError?

  private static let most = 2

  /// Whether one more request in the same call would not be one too many.
  var allowAnother: Bool { requests < Self.most }

  mutating func refuseRequest() { requests += 1 }

  mutating func failCall(_ error: ProviderError) {
    calls += 1
    last = error
  }

  /// Why a call may not be made now; `nil` if it may.
  mutating func refusal() -> ProviderError? {
    guard let last, requests >= Self.most, calls == 1 else { return nil }
    calls += 1
    return last
  }
}

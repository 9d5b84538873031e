import MigrationModel

/// Calls that are left alone for a while after a failure of their own, while the others go on.
struct CallRests: Hashable, Sendable {
  enum Call: Hashable, Sendable { case list, read(ReadingDepth) }

  private struct Rest: Hashable {
    let until: Duration
    var failures = 1
    let isForbidden: Bool
  }

  private var rests: [Call: Rest] = [:]

  /// A permission that is missing is rarely granted within minutes.
  private static let permissionRest = Duration.seconds(600)

  /// The service refused the call as such.
  mutating func refused(_ call: Call, _ error: ProviderError, at now: Duration, interval: Duration)
  {
    let rest = error.isPermission ? Self.permissionRest : interval * 2
    rests[call] = Rest(until: now + rest, isForbidden: true)
  }

  /// The call broke. Once, it may be because of the jobs in it; in a row, it rests longer and longer.
  mutating func broke(_ call: Call, at now: Duration, interval: Duration) {
    let failures = self.failures(of: call) + 1
    let rest = failures > 1 ? interval * min(failures, 6) : .zero
    rests[call] = Rest(until: now + rest, failures: failures, isForbidden: false)
  }

  mutating func succeeded(_ call: Call) { rests[call] = nil }

  /// How often in a row the call broke.
  func failures(of call: Call) -> Int {
    rests[call].map { $0.isForbidden ? 0 : $0.failures } ?? 0
  }

  func isResting(_ call: Call, at now: Duration) -> Bool {
    rests[call].map { $0.until > now } ?? false
  }

  func isForbidden(_ call: Call, at now: Duration) -> Bool {
    rests[call].map { $0.isForbidden && $0.until > now } ?? false
  }

  /// Whether a complete picture does without it: it is forbidden, or it broke twice.
  func isGivenUp(_ call: Call) -> Bool {
    rests[call].map { $0.isForbidden || $0.failures > 1 } ?? false
  }

  /// When rests end that have not ended yet.
  func ends(after now: Duration) -> [Duration] { rests.values.map(\.until).filter { $0 > now } }
}

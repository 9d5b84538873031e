import Foundation
import MigrationAPI
import MigrationModel
import Synchronization

/// Hands out what it was made with.
struct FixedSecrets<Secrets: Hashable & Sendable>: SecretStore {
  private let secrets: Secrets

  init(_ secrets: Secrets) { self.secrets = secrets }

  func read() async throws(ProviderError) -> Secrets { secrets }
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
  private let seconds = Mutex(1_800_000_000.0)

  var now: @Sendable () -> Date {
    { Date(timeIntervalSince1970: self.seconds.withLock { $0 }) }
  }

  func advance(_ seconds: Double) { self.seconds.withLock { $0 += seconds } }
}

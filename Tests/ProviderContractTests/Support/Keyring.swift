import MigrationAPI
import MigrationModel
import Synchronization

/// The keys of one client, which a test can make wrong and right again.
final class Keyring: Sendable {
  private let isRight = Mutex(true)

  func makeWrong() { isRight.withLock { $0 = false } }
  func makeRight() { isRight.withLock { $0 = true } }

  func store<Secrets: Hashable & Sendable>(
    right: Secrets, wrong: Secrets
  ) -> some SecretStore<Secrets> {
    Store(keyring: self, right: right, wrong: wrong)
  }

  private struct Store<Secrets: Hashable & Sendable>: SecretStore {
    let keyring: Keyring
    let right: Secrets
    let wrong: Secrets

    func read() async throws(ProviderError) -> Secrets {
      keyring.isRight.withLock { $0 } ? right : wrong
    }
  }
}

import MigrationModel

import struct FoundationEssentials.Date

/// What was refused and is not asked again for a while.
struct DTSRestraint {
  private struct Refusal {
    let error: ProviderError
    let until: Date

    /// A permission is not given from one poll to the next.
    init(_ error: ProviderError, at now: Date) {
      self.error = error
      until = now.addingTimeInterval(600)
    }

    func error(at now: Date) -> ProviderError? { until > now ? error : nil }
  }

  private var kinds: [DTSJobType: Refusal] = [:]
  private var operations: [String: Refusal] = [:]
  private var unknownOperations: Set<String> = []

  /// New credentials may do what the old ones could not.
  mutating func forgetPermissions() {
    kinds = [:]
    operations = [:]
  }

  // MARK: - Listings

  /// A kind of task that this user may not list.
  mutating func refuse(_ kind: DTSJobType, _ error: ProviderError, at now: Date) {
    kinds[kind] = Refusal(error, at: now)
  }

  func error(for kind: DTSJobType, at now: Date) -> ProviderError? { kinds[kind]?.error(at: now) }

  /// Whoever lists again after all kinds were refused means it.
  mutating func forgetKinds() { kinds = [:] }

  // MARK: - Closer looks

  /// An operation that this user may not use, for any task.
  mutating func refuse(_ operation: String, _ error: ProviderError, at now: Date) {
    operations[operation] = Refusal(error, at: now)
  }

  func error(for operation: String, at now: Date) -> ProviderError? {
    operations[operation]?.error(at: now)
  }

  /// An operation that the service does not have.
  mutating func remember(unknown operation: String) { unknownOperations.insert(operation) }

  func allows(_ operation: String, at now: Date) -> Bool {
    !unknownOperations.contains(operation) && error(for: operation, at: now) == nil
  }
}

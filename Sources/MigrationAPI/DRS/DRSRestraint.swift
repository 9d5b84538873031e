import MigrationModel

import struct FoundationEssentials.Date

/// What was refused lately and is not asked again for a while.
struct DRSRestraint {
  private struct Refusal {
    let error: ProviderError
    let until: Date
  }

  private struct Item: Hashable {
    let task: String
    let call: String
  }

  /// A permission is not given from one poll to the next.
  private static let permissionPause = 600.0
  private static let taskPause = 60.0

  private var uses: [DRS.UseType: Refusal] = [:]
  private var details: [DRS.DetailsCall: Refusal] = [:]
  private var tasks: [Item: Refusal] = [:]

  // MARK: - Listings

  /// A kind of task that this user may not list.
  mutating func refuse(_ useType: DRS.UseType, _ error: ProviderError, at now: Date) {
    uses[useType] = Refusal(
      error: error, until: now.addingTimeInterval(Self.permissionPause))
  }

  func error(for useType: DRS.UseType, at now: Date) -> ProviderError? {
    uses[useType].flatMap { $0.until > now ? $0.error : nil }
  }

  /// Whoever lists again after all kinds were refused means it.
  mutating func forgetUses() { uses = [:] }

  // MARK: - Details

  /// A call that this user may not make, or, for good, that the service does not have.
  mutating func refuse(_ call: DRS.DetailsCall, _ error: ProviderError, at now: Date) {
    details[call] = Refusal(
      error: error,
      until: error.meansUnknownCall
        ? .distantFuture : now.addingTimeInterval(Self.permissionPause))
  }

  func error(for call: DRS.DetailsCall, at now: Date) -> ProviderError? {
    details[call].flatMap { $0.until > now ? $0.error : nil }
  }

  // MARK: - Tasks

  /// A task for which a call is refused even if it is asked for alone.
  mutating func refuse(_ task: String, _ call: String, _ error: ProviderError, at now: Date) {
    tasks = tasks.filter { $0.value.until > now }
    tasks[Item(task: task, call: call)] = Refusal(
      error: error, until: now.addingTimeInterval(Self.taskPause))
  }

  func error(for task: String, _ call: String, at now: Date) -> ProviderError? {
    tasks[Item(task: task, call: call)].flatMap { $0.until > now ? $0.error : nil }
  }
}

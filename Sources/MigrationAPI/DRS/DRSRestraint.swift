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
  private var details: [DRS.DetailsCall: Date] = [:]
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

  /// - Parameter isForGood: For a call that the service does not have.
  mutating func withhold(_ call: DRS.DetailsCall, isForGood: Bool, at now: Date) {
    details[call] = isForGood ? .distantFuture : now.addingTimeInterval(Self.permissionPause)
  }

  func withholds(_ call: DRS.DetailsCall, at now: Date) -> Bool {
    details[call].map { $0 > now } ?? false
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

import MigrationModel

import struct FoundationEssentials.Date

/// Which version answers, as the service itself tells.
///
/// It can change only while the service is away, so that it is asked for again after that, and once
/// an hour.
struct ServiceVersion {
  /// As the service spells it; `nil` if it does not tell.
  private(set) var text: String?
  private var dueAt: Date?

  private static let interval = 3_600.0
  private static let intervalAfterFailure = 600.0

  var number: RelationalMigrator.Version? { text.flatMap { RelationalMigrator.Version($0) } }

  func isDue(at now: Date) -> Bool { dueAt.map { now >= $0 } ?? true }

  mutating func serviceWasAway() { dueAt = nil }

  /// - Parameter version: `nil` where the call failed: what was true before need not be now.
  mutating func learn(_ version: String?, at now: Date) {
    text = version?.nonEmpty
    dueAt = now.addingTimeInterval(
      text == nil ? Self.intervalAfterFailure : Self.interval)
  }
}

extension RelationalMigratorProvider {
  /// Asks who answers. Nothing depends on it but warnings: a service that does not tell is not in
  /// trouble.
  func readVersion() async {
    var told: String?
    do throws(ProviderError) {
      let (call, reply) = try await get("info", name: "info")
      let information = try RelationalMigrator.json(
        Told<RelationalMigrator.Information>.self, from: reply, call: call)
      told = information.wrappedValue?.build?.version
    } catch {
      // No document promises this call.
      told = nil
    }
    // The same version can have answered for its log while it was starting.
    logIsUnknown = false
    version.learn(told, at: now())
    record.version = version.text
  }
}

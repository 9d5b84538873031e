import MigrationModel

extension RelationalMigratorProvider {
  /// What a person should know about this instance, as far as it concerns a job that it has.
  var warnings: [String] {
    var warnings: [String] = []
    let replicating = memory.all.filter { $0.replicates == true }
    if let text = version.text, let number = version.number, !replicating.isEmpty {
      if number < .withSafeCDC {
        warnings.append("version \(text): \(RelationalMigrator.lossOfChanges)")
      } else if number >= .withoutPublicCDC, replicating.contains(where: { !$0.hasEnded }) {
        warnings.append(
          "version \(text): public builds from 1.15 on have no CDC in their web interface")
      }
    }
    if let cutAt {
      warnings.append(
        "only the newest \(cutAt) jobs are listed; older ones are read if `jobs` of the"
          + " source names them")
    }
    return warnings
  }
}

extension RelationalMigrator {
  /// A fact about the versions until 1.13.2, which affects some mappings and no others.
  static let lossOfChanges =
    "CDC before 1.14 can lose or damage changes without an error (MongoDB's alert of 2025)"
}

extension Job {
  /// Whether it will not change any more: an instance goes on with none of these.
  var hasEnded: Bool {
    switch state {
    case .failed, .stopped, .done, .warning: true
    case .pending, .running, .paused, .unknown: false
    }
  }
}

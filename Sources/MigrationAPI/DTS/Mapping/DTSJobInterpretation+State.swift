import MigrationModel

extension DTSJobInterpretation {
  /// The state of the word; a running task with a failed or retrying part is a warning.
  var state: State {
    guard let status else { return .unknown }
    guard status.state == .running else { return status.state }
    let isRetrying = entry.retryState?.retrying == true
    return isRetrying || judgedSteps.contains(where: \.isTroubled) ? .warning : .running
  }

  static func phase(_ record: DTSRecord, status: DTSStatus?, parts: [DTSPart]) -> Phase {
    switch status?.phaseRule {
    case nil: .unknown
    case .fixed(let phase): phase
    case .initialization:
      isPastSchema(record, parts: parts) ? .full : .schema
    case .steps(else: let usual):
      if record.type == .subscription {
        .incremental
      } else {
        parts.firstUnfinishedPhase ?? usual
          ?? parts.currentPhase(replicates: replicates(record, parts: parts))
          ?? record.lastPhase ?? .unknown
      }
    }
  }

  /// Whether a task that begins is told to copy data: silence about its structure is no end of it.
  private static func isPastSchema(_ record: DTSRecord, parts: [DTSPart]) -> Bool {
    let schema = parts.filter { $0.kind == .schema && $0.isTold }
    if !schema.isEmpty { return !schema.contains(where: \.isUnfinished) }
    return record.entry.migrationMode?.structureInitialization == false
      || parts.contains { $0.kind == .data && $0.hasBegun }
  }

  /// Whether the task goes on with changes after the copy, as far as is known.
  static func replicates(_ record: DTSRecord, parts: [DTSPart]) -> Bool {
    toldToReplicate(record, parts: parts) ?? false
  }

  /// Whether the task was asked to go on with changes, else whether its steps show that it does;
  /// `nil` if nothing tells.
  static func toldToReplicate(_ record: DTSRecord, parts: [DTSPart]) -> Bool? {
    guard record.type != .subscription else { return true }
    if let mode = record.entry.migrationMode?.dataSynchronization { return mode }
    return record.type == .sync || parts.contains { $0.phase == .incremental } ? true : nil
  }
}

extension Step {
  /// Whether it, or a part of it, failed, retries, or has an error while it runs.
  fileprivate var isTroubled: Bool {
    switch state {
    case .failed, .warning: true
    case .running, .caughtUp: error != nil || children.contains(where: \.isTroubled)
    case .pending, .paused, .stopped, .unknown: children.contains(where: \.isTroubled)
    // A precheck can be passed over items that failed.
    case .done: children.contains { $0.phase != .precheck && $0.isTroubled }
    }
  }
}

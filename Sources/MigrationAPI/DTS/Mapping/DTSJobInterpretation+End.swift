import MigrationModel

import struct FoundationEssentials.Date

extension DTSJobInterpretation {
  /// The end of the step that failed, or of a finished task that of its last step; `nil` if that
  /// step tells none: an earlier one's is not the task's.
  var finishedAt: Date? {
    let steps = record.ownSteps(with: record.presentEntries)
    switch status?.state {
    case .failed: return steps.filter { $0.state == .failed }.lastEnd
    case .done: return steps.last { $0.state != .pending }.flatMap { [$0].lastEnd }
    case .pending, .running, .warning, .paused, .stopped, .unknown, nil: return nil
    }
  }
}

extension DTSRecord {
  /// The steps as they were told while the status word was the present one, however long ago that
  /// is, without those of which the list tells something else now.
  fileprivate var presentEntries: [DTSStepEntry] {
    guard let steps, steps.status == entry.status else { return [] }
    let listed = entry.listedPhases(type: type).filter(\.part.isTold)
    return steps.entries.filter { step in
      listed.allSatisfy { $0.kind != step.kind || $0.state == step.stepState }
    }
  }
}

extension [Step] {
  /// The latest end of all; `nil` if one of them tells none, or one before its start.
  fileprivate var lastEnd: Date? {
    let ends = compactMap { step in
      step.finishedAt.flatMap { $0 < (step.startedAt ?? $0) ? nil : $0 }
    }
    return ends.count == count ? ends.max() : nil
  }
}

import MigrationAnalysis
import MigrationModel

/// About how many bytes something keeps that nothing else does.
extension JobVersion {
  func weight(beside newer: JobVersion) -> Int {
    MemoryLayout<JobVersion>.stride + judgement.listWeight + job.listWeight(beside: newer.job)
  }
}

extension JobRecord {
  var weight: Int {
    MemoryLayout<JobRecord>.stride + judgement.listWeight
      + job.listWeight(beside: nil) + track.history.weight
  }
}

extension Judgement {
  var weight: Int { MemoryLayout<Judgement>.stride + listWeight }

  fileprivate var listWeight: Int {
    cutover.checks.reduce(verdict.reason.utf8.count) {
      $0 + MemoryLayout<Cutover.Check>.stride + $1.evidence.utf8.count
    }
  }
}

extension Job {
  /// What equals a part of the newer job shares its storage, see ``reusing(_:)``.
  fileprivate func listWeight(beside newer: Job?) -> Int {
    var weight = 0
    if steps != newer?.steps { weight += steps.weight(beside: newer?.steps ?? []) }
    if log != newer?.log { weight += Self.weight(of: log ?? [], beside: newer?.log ?? []) }
    if failure != newer?.failure { weight += failure?.message?.utf8.count ?? 0 }
    if notes != newer?.notes { weight += notes.weight }
    if progress.processing != newer?.progress.processing { weight += progress.processing.weight }
    return weight
  }

  private static func weight(of log: [LogEntry], beside newer: [LogEntry]) -> Int {
    let kept = Set(newer)
    return log.reduce(log.count * MemoryLayout<LogEntry>.stride) {
      kept.contains($1) ? $0 : $0 + $1.message.utf8.count + ($1.details?.utf8.count ?? 0)
    }
  }
}

extension [Step] {
  fileprivate func weight(beside newer: [Step]) -> Int {
    // The id of a step is decoded anew, too, and is seldom short enough to need no storage of its own.
    enumerated().reduce(count * (MemoryLayout<Step>.stride + 48)) { sum, place in
      let step = place.element
      let other = place.offset < newer.count ? newer[place.offset] : nil
      let texts = [step.note, step.error?.message].compactMap(\.self)
      let children = step.children == other?.children ? [] : step.children
      return sum + children.weight(beside: other?.children ?? [])
        + (step.error == other?.error && step.note == other?.note ? 0 : texts.weight)
    }
  }
}

extension [String] {
  fileprivate var weight: Int {
    reduce(count * MemoryLayout<String>.stride) { $0 + $1.utf8.count }
  }
}

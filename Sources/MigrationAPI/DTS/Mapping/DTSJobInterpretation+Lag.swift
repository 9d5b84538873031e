import MigrationModel

import struct FoundationEssentials.Date

extension DTSJobInterpretation {
  var lag: Lag {
    guard replicatesNow else { return .absent(.notApplicable) }
    return Lag(eventAge: eventAge)
  }

  /// An unknown status word leaves the phase open; then the steps decide.
  private var replicatesNow: Bool {
    let replicates = Self.replicates(record, parts: parts)
    let phase =
      phase == .unknown && status == nil
      ? parts.currentPhase(replicates: replicates) ?? .incremental : phase
    return replicates && phase == .incremental
  }

  /// The step's figure is the finer one; the list's is taken when it is newer and agrees.
  private var eventAge: Duration? {
    guard let step = writeLatency?.best else { return listedDelay }
    guard let listedDelay, let age = stepsAge, age > 0, !delaysDisagree else { return step }
    return listedDelay
  }

  private var listedDelay: Duration? { entry.delay.map(record.type.delay) }

  /// Of the step that writes changes, if its answer speaks for the present.
  private var writeLatency: DTSLatency? {
    guard record.stepsAreCurrent else { return nil }
    return record.steps?.entries.first { $0.kind == .write }?.latency
  }

  /// How many seconds the steps are older than the list item.
  private var stepsAge: Double? { record.stepsAge }

  /// Whether list and step differ by more than a second, the time between the two answers, and what
  /// a task that catches up may gain in it.
  private var delaysDisagree: Bool {
    guard let step = writeLatency?.best, let listed = listedDelay, let age = stepsAge else {
      return false
    }
    let (low, high) = (min(step, listed), max(step, listed))
    return high - low > .seconds(1) + .seconds(abs(age)) + high / 10
  }

  var lagContradictions: [String] {
    guard replicatesNow else { return [] }
    var notes = (record.steps?.entries ?? []).flatMap(\.latencyContradictions)
    if delaysDisagree, let step = writeLatency?.best, let listedDelay {
      notes.append(
        "the list says a delay of \(listedDelay.inMilliseconds) ms, "
          + "the step \(step.inMilliseconds) ms"
      )
    }
    return notes
  }
}

extension DTSStepEntry {
  fileprivate var latencyContradictions: [String] {
    var notes = (subJobSteps ?? []).flatMap(\.latencyContradictions)
    if kind?.phase == .incremental, latency.isContradictory, let incLatencySeconds,
      let incLatencyMilliseconds
    {
      notes.insert(
        "step \(code ?? jobStepName ?? "") says a latency of \(incLatencySeconds) s "
          + "and of \(incLatencyMilliseconds) ms", at: 0)
    }
    return notes
  }
}

extension Duration {
  /// The largest number for what does not fit into one.
  fileprivate var inMilliseconds: Int64 {
    Int64(exactly: (self / .milliseconds(1)).rounded()) ?? .max
  }
}

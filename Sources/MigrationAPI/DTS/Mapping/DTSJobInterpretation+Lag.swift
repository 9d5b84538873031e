import MigrationModel

import struct FoundationEssentials.Date

extension DTSJobInterpretation {
  /// How far the last change is behind that has still to arrive, whichever way it goes: the task's
  /// own figure, or a larger one of what the task is made of.
  ///
  /// A change that is not captured yet cannot have been written: a write step that keeps up with a
  /// capture step far behind is no target that keeps up. The same holds of parts of the task, and
  /// of the way back of a two-way sync, whose databases hold the same only when both ways are
  /// worked off. Each keeps its own lag in its step.
  var lag: Lag {
    guard replicatesNow else { return .absent(.notApplicable) }
    guard replicatingStep?.stepState != .pending else { return .absent(.notStarted) }
    let own = Lag(eventAge: eventAge)
    guard let told = own.measurement else { return own }
    return .measured(otherLags.reduce(told) { $1.value > $0.value ? $1 : $0 })
  }

  /// An unknown status word leaves the phase open; then the steps decide.
  private var replicatesNow: Bool {
    let replicates = Self.replicates(record, parts: parts)
    let phase =
      phase == .unknown && status == nil
      ? parts.currentPhase(replicates: replicates) ?? .incremental : phase
    return replicates && phase == .incremental
  }

  /// The finer figure, unless it is negative; the list's is taken when it is newer and agrees.
  private var eventAge: DTSDelay? {
    guard let finer = finerFigures.first(where: { $0.delay.value >= .zero }) else {
      return record.listedDelay ?? finerFigures.first?.delay
    }
    guard let listed = record.listedDelay, listed.value >= .zero, finer.age > 0,
      !record.disagree(finer.delay.value, of: finer.age, listed.value)
    else { return finer.delay }
    return listed
  }

  /// A lag that an answer beside the list told.
  private struct Figure {
    let name: String
    let delay: DTSDelay
    /// How many seconds it is older than the list item.
    let age: Double
  }

  /// Those that are of the same moment as the list item, the newest first: of the step that
  /// replicates, and of the task's own detail. They measure what the list measures.
  private var finerFigures: [Figure] {
    var figures: [Figure] = []
    if let step = replicatingStep, step.stepState != .pending, let delay = step.latency.best,
      let age = record.stepsAge
    {
      figures.append(Figure(name: "the step", delay: delay, age: age))
    }
    if let parts = record.parts, record.isTogether(parts.readAt),
      let delay = parts.answer.task.delay
    {
      let age = record.listedAt.timeIntervalSince(parts.readAt)
      figures.append(
        Figure(name: "the detail", delay: DTSDelayUnit.milliseconds.delay(delay), age: age))
    }
    return figures.sorted { $0.age < $1.age }
  }

  /// The step that writes changes, or of a subscription the one that reads them, if its answer
  /// speaks for the present.
  private var replicatingStep: DTSStepEntry? {
    record.replicatingPlace.flatMap { record.steps?.entries[$0] }
  }

  var lagContradictions: [String] {
    guard replicatesNow else { return [] }
    let own = (record.steps?.entries ?? []).flatMap(\.latencyContradictions)
    // A negative figure is none: there is nothing to compare.
    guard let listed = record.listedDelay?.value, listed >= .zero else {
      return own + record.reverseContradictions
    }
    return own + record.reverseContradictions
      + finerFigures.filter {
        $0.delay.value >= .zero && record.disagree($0.delay.value, of: $0.age, listed)
      }.map {
        "the list says a delay of \(listed.inMilliseconds) ms, "
          + "\($0.name) \($0.delay.value.inMilliseconds) ms"
      }
  }
}

extension DTSStepEntry {
  fileprivate var latencyContradictions: [String] {
    var notes = (subJobSteps ?? []).flatMap(\.latencyContradictions)
    if kind?.phase == .incremental, stepState != .pending, latency.isContradictory,
      let incLatencySeconds,
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
  var inMilliseconds: Int64 {
    Int64(exactly: (self / .milliseconds(1)).rounded()) ?? .max
  }
}

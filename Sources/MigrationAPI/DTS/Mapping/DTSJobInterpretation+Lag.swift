import MigrationModel

import struct FoundationEssentials.Date

extension DTSJobInterpretation {
  var lag: Lag {
    guard replicatesNow else { return .absent(.notApplicable) }
    guard replicatingStep?.stepState != .pending else { return .absent(.notStarted) }
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

  /// The finer figure, unless it is negative; the list's is taken when it is newer and agrees.
  private var eventAge: Duration? {
    guard let finer = finerFigures.first(where: { $0.value >= .zero }) else {
      return record.listedDelay ?? finerFigures.first?.value
    }
    guard let listed = record.listedDelay, listed >= .zero, finer.age > 0,
      !disagree(finer, listed)
    else { return finer.value }
    return listed
  }

  /// A lag that an answer beside the list told.
  private struct Figure {
    let name: String
    /// Negative before the incremental phase.
    let value: Duration
    /// How many seconds it is older than the list item.
    let age: Double
  }

  /// Those that are of the same moment as the list item, the newest first: of the step that
  /// replicates, and of the task's own detail. Both count milliseconds.
  private var finerFigures: [Figure] {
    var figures: [Figure] = []
    if let step = replicatingStep, step.stepState != .pending, let value = step.latency.best,
      let age = record.stepsAge
    {
      figures.append(Figure(name: "the step", value: value, age: age))
    }
    if let parts = record.parts, record.isTogether(parts.readAt),
      let delay = parts.answer.task.delay
    {
      let age = record.listedAt.timeIntervalSince(parts.readAt)
      figures.append(Figure(name: "the detail", value: .milliseconds(delay), age: age))
    }
    return figures.sorted { $0.age < $1.age }
  }

  /// The step that writes changes, or of a subscription the one that reads them, if its answer
  /// speaks for the present.
  private var replicatingStep: DTSStepEntry? {
    guard record.stepsAreCurrent else { return nil }
    let kind: DTSStepKind = record.type == .subscription ? .capture : .write
    return record.steps?.entries.first { $0.kind == kind }
  }

  /// Whether two answers differ by more than a second, the time between them, and what a task that
  /// catches up may gain in it.
  private func disagree(_ figure: Figure, _ listed: Duration) -> Bool {
    let (low, high) = (min(figure.value, listed), max(figure.value, listed))
    return high - low > .seconds(1) + .seconds(abs(figure.age)) + high / 10
  }

  var lagContradictions: [String] {
    guard replicatesNow else { return [] }
    let own = (record.steps?.entries ?? []).flatMap(\.latencyContradictions)
    // A negative figure is none: there is nothing to compare.
    guard let listed = record.listedDelay, listed >= .zero else {
      return own + record.reverseContradictions
    }
    return own + record.reverseContradictions
      + finerFigures.filter { $0.value >= .zero && disagree($0, listed) }.map {
        "the list says a delay of \(listed.inMilliseconds) ms, "
          + "\($0.name) \($0.value.inMilliseconds) ms"
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

import MigrationModel

import struct FoundationEssentials.Date

extension DTSJobInterpretation {
  /// The lags of what the task is made of, beside the step that replicates: of the capture step, of
  /// parts of steps, of parts of the task, and of the other direction.
  ///
  /// They measure other things than the task's own figure, so that a difference is no
  /// contradiction.
  var otherLags: [Lag.Measurement] {
    otherStepLags + record.reverseLags + partLags
  }

  private var otherStepLags: [Lag.Measurement] {
    guard record.stepsAreCurrent, let steps = record.steps, let age = record.stepsAge else {
      return []
    }
    let lags = steps.entries.enumerated().flatMap { place, entry in
      let step = entry.step(id: "", parent: nil)
      let own = place == record.replicatingPlace ? [] : [step]
      return (own + step.children).compactMap(\.lag.measurement)
    }
    return lags.filter { isStillOf($0, age: age) }
  }

  private var partLags: [Lag.Measurement] {
    guard let readAt = record.parts?.readAt, record.isTogether(readAt) else { return [] }
    let age = record.listedAt.timeIntervalSince(readAt)
    return record.partSteps.compactMap(\.lag.measurement).filter { isStillOf($0, age: age) }
  }

  /// An older figure that may have become the list's since is not held against it.
  private func isStillOf(_ lag: Lag.Measurement, age: Double) -> Bool {
    guard age > 0, let listed = record.listedDelay?.value, listed >= .zero else { return true }
    return record.disagree(lag.value, of: age, listed)
  }
}

extension DTSRecord {
  /// Where in ``steps`` the step is that writes changes, or of a subscription the one that reads
  /// them; `nil` unless the answer is of the same moment as the list item.
  var replicatingPlace: Int? {
    guard stepsAreCurrent else { return nil }
    let kind: DTSStepKind = type == .subscription ? .capture : .write
    return steps?.entries.firstIndex { $0.kind == kind }
  }

  /// Whether two answers differ by more than a second, the time between them, and what a task that
  /// catches up may gain in it.
  ///
  /// - Parameter age: How many seconds the one is older than the other.
  func disagree(_ one: Duration, of age: Double, _ other: Duration) -> Bool {
    let (low, high) = (min(one, other), max(one, other))
    return high - low > .seconds(1) + .seconds(abs(age)) + high / 10
  }
}

import MigrationModel

/// One step of a task in the form in which both answers agree.
struct DTSPart: Hashable {
  let kind: DTSStepKind?
  let state: Step.State
  /// Whether the service gave a state, not only the intention to go through it.
  let isTold: Bool
  let percent: Double?

  var phase: Phase { kind?.phase ?? .unknown }
  var isUnfinished: Bool { isTold && state != .done }
  var hasBegun: Bool { isTold && state != .pending }

  func with(percent: Double) -> DTSPart {
    DTSPart(kind: kind, state: state, isTold: isTold, percent: percent)
  }
}

extension [DTSPart] {
  /// The phase of the first unfinished step, whatever started early beside it.
  ///
  /// With all of them finished: the next one that is intended, else the last. `nil` if no step has
  /// a state.
  func currentPhase(replicates: Bool) -> Phase? {
    if let firstUnfinishedPhase { return firstUnfinishedPhase }
    let last = Phase.inOrder.lastIndex { phase in contains { $0.phase == phase && $0.isTold } }
    guard let last else { return nil }
    let next = Phase.inOrder[last...].dropFirst().first { phase in contains { $0.phase == phase } }
    return next ?? (replicates ? .incremental : Phase.inOrder[last])
  }

  var firstUnfinishedPhase: Phase? {
    Phase.inOrder.first { phase in contains { $0.phase == phase && $0.isUnfinished } }
  }

  /// Percent done of a phase, of its unfinished step if it has several.
  func percent(of phase: Phase) -> Double? {
    let parts = filter { $0.phase == phase && $0.percent != nil }
    return (parts.first(where: \.isUnfinished) ?? parts.first)?.percent
  }
}

extension DTSStepEntry {
  var part: DTSPart {
    DTSPart(
      kind: kind, state: stepState, isTold: state?.nonEmpty != nil,
      percent: progress?.unlessNegative)
  }
}

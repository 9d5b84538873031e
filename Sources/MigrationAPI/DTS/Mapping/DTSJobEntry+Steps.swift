import MigrationModel

extension DTSJobEntry {
  /// The id of the step that stands for the other direction.
  static let reverseID = "ReverseJob"

  /// All that is told, as steps.
  ///
  /// - Parameter entries: Of `ListJobStep`. Without them the phases that are only intended stand
  ///   for it, too.
  func steps(with entries: [DTSStepEntry], type: DTSJobType) -> [Step] {
    let phases = listedPhases(type: type).notNamed(in: entries)
    let shown = entries.isEmpty ? phases : phases.filter(\.part.isTold)
    return entries.steps().merging(listedSteps(shown, type: type)) + reverseSteps
  }

  func listedSteps(_ phases: [ListedPhase], type: DTSJobType) -> [Step] {
    phases.map { $0.step(type: type, delay: delay.map(type.delay)) }
  }

  /// The other direction of a two-way sync as one step more; empty for every other task.
  var reverseSteps: [Step] {
    (reverseJob ?? []).prefix(1).map { $0.reverseStep() }
  }

  private func reverseStep() -> Step {
    let word = DTSStatus(word: status)
    let phases = listedPhases(type: .sync)
    let phase = phases.map(\.part).currentPhase(replicates: true) ?? .incremental
    let replicates = phase == .incremental && word?.state != .done
    return Step(
      id: Self.reverseID, name: Self.reverseID, label: "Reverse direction",
      state: word.map { Step.State($0.state) } ?? .unknown, nativeState: status?.nonEmpty,
      phase: .unknown,
      lag: replicates
        ? Lag(eventAge: delay.map(DTSJobType.sync.delay)) : .absent(.notApplicable),
      error: errorMessage?.nonEmpty.map {
        Step.Error(code: DTSErrorDetail.code(in: $0), message: $0)
      },
      children: listedSteps(phases, type: .sync))
  }
}

extension [Step] {
  /// Puts each of the others before the first step of a later phase.
  fileprivate func merging(_ others: [Step]) -> [Step] {
    var merged = self
    for step in others {
      let place = merged.firstIndex { $0.phase.isLater(than: step.phase) } ?? merged.endIndex
      merged.insert(step, at: place)
    }
    return merged
  }
}

extension Phase {
  /// `false` for a phase that is not of the order.
  fileprivate func isLater(than other: Phase) -> Bool {
    guard let place = Self.inOrder.firstIndex(of: self),
      let otherPlace = Self.inOrder.firstIndex(of: other)
    else { return false }
    return place > otherPlace
  }
}

extension Step.State {
  init(_ state: State) {
    self =
      switch state {
      case .pending: .pending
      case .running: .running
      case .warning: .warning
      case .failed: .failed
      case .paused: .paused
      case .stopped: .stopped
      case .done: .done
      case .unknown: .unknown
      }
  }
}

import MigrationModel

extension DTSJobEntry {
  /// The id of the step that stands for the other direction.
  static let reverseID = "ReverseJob"

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

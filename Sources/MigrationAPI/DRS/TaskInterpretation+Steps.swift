import MigrationModel

extension DRS.TaskInterpretation {
  /// The check before the start, the three bars of the full transfer, the incremental transfer, and
  /// the children of a sharded task.
  var steps: [Step] {
    precheckSteps + fullSteps + (taskType == .full ? [] : incrementalSteps) + childSteps
  }

  /// Without bars, which are sent in the full phase only, one step stands for the three.
  private var fullSteps: [Step] {
    guard taskType != .incremental else { return [] }
    guard !bars.isEmpty else { return taskType == nil ? [] : [fullStep] }
    let known = ["struct", "data", "index"]
    let others = bars.keys.filter { !known.contains($0) }.sorted()
    return (known + others).compactMap { name in bars[name].map { step(of: $0, name: name) } }
  }

  private func step(of bar: DRS.ProgressBar, name: String) -> Step {
    let state = state(ofPart: bar.fraction)
    let told = bar.fraction.map { $0 == 1 ? 1 : min($0, 0.999) }
    return Step(
      id: name, name: name, label: Self.labels[name] ?? name, state: state,
      phase: name == "struct" ? .schema : .full,
      // Done and at 94 % cannot both be right; a note tells of it.
      fraction: state == .done && told != 1 ? nil : told,
      note: name == "data" && state == .running ? remainder : nil,
      error: state == .failed ? error : nil)
  }

  private static let labels = ["struct": "Structure", "data": "Full data", "index": "Indexes"]

  private func state(ofPart fraction: Double?) -> Step.State {
    guard let fraction else { return .unknown }
    if fraction == 1 { return .done }
    guard phase == .full else { return stateOfUnfinishedPart }
    switch state {
    case .failed: return fraction > 0 ? .failed : .pending
    case .paused: return .paused
    case .running, .warning: return fraction > 0 ? .running : .pending
    case .pending, .stopped, .done, .unknown: return .unknown
    }
  }

  /// Of a part below 100 % outside the full phase: the service contradicts itself, or the task
  /// ended early.
  private var stateOfUnfinishedPart: Step.State {
    switch state {
    case .stopped: .stopped
    case .pending: .pending
    case .done: .done
    case .running, .warning, .failed, .paused: .warning
    case .unknown: .unknown
    }
  }

  private var fullStep: Step {
    var step = Step(
      id: "full", name: "full", label: "Full transfer", state: fullState, phase: .full,
      fraction: progress.fraction)
    if step.state == .done {
      step.fraction = 1
      step.finishedAt = fullTransferCompleteTime
    }
    if step.state == .failed { step.error = error }
    if step.state == .running { step.note = remainder }
    return step
  }

  /// The service's own guess; ours is made of how the bars move.
  private var remainder: String? {
    guard phase == .full, let seconds = currentProgress?.remainingTime, seconds > 0,
      seconds < 1 << 40
    else { return nil }
    return "the service expects \(Wording.elapsed(.seconds(seconds))) more"
  }

  private var fullState: Step.State {
    switch phase {
    case .full: word == .fullTransferComplete ? .done : Step.State(state)
    case .incremental, .verifying: .done
    case .none: state == .done ? .done : dataPhase == .incremental ? .done : .stopped
    case .stopping: dataPhase == .incremental ? .done : .running
    case .pending, .precheck, .schema: .pending
    case .unknown: .unknown
    }
  }

  private var incrementalSteps: [Step] {
    guard taskType != nil || phase == .incremental else { return [] }
    var step = Step(
      id: "incr", name: "incr", label: "Incremental", state: incrementalState, phase: .incremental,
      lag: lag, children: halfSteps)
    if step.state == .pending { step.lag = .absent(.notStarted) }
    if step.state == .failed { step.error = error }
    return [step]
  }

  private var incrementalState: Step.State {
    switch phase {
    case .incremental, .none: Step.State(state)
    case .stopping: dataPhase == .incremental ? .running : .stopped
    case .pending, .precheck, .schema, .full, .verifying: .pending
    case .unknown: .unknown
    }
  }

  private var error: Step.Error? {
    failure.map { Step.Error(code: $0.code, message: $0.message) }
  }

  private var childSteps: [Step] {
    guard let listed = record.listed else { return [] }
    return (listed.value.children ?? []).enumerated().map { index, child in
      let meaning = Self(child: child, of: taskType, at: listed.at)
      let id = child.id?.nonEmpty ?? "child \(index + 1)"
      var step = Step(
        id: id, name: child.name?.nonEmpty ?? id, label: child.name?.nonEmpty ?? id,
        state: Step.State(meaning.state), nativeState: child.status, phase: meaning.phase,
        children: meaning.childSteps)
      let text = child.errorMsg?.nonEmpty
      switch step.state {
      case .failed, .warning, .running: step.error = text.map { Step.Error(message: $0) }
      case .pending, .paused, .stopped, .done, .caughtUp, .unknown: step.note = text
      }
      return step
    }
  }
}

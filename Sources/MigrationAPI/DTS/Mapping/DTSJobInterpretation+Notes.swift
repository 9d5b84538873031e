import MigrationModel

extension DTSJobInterpretation {
  var notes: [String] {
    contradictions.map { Job.contradictionMark + $0 } + remarks + record.unknownFields.notes
  }

  private var contradictions: [String] {
    let word = entry.status?.nonEmpty ?? "nothing"
    var notes: [String] = []
    // They are tasks of their own, which fail for themselves.
    let others = Set(record.otherSteps.map(\.id))
    for step in currentSteps {
      if status?.state == .done { notes += step.unfinishedCopies(although: word) }
      if status?.state == .running, !others.contains(step.id) {
        notes += step.failedParts(although: word)
      }
      notes += step.ownContradictions(name: step.reference)
    }
    return notes + earlyChecks + lagContradictions
  }

  private var remarks: [String] {
    var remarks = record.otherSteps.filter { $0.state != .paused || state != .paused }
      .compactMap(\.trouble)
    if let retry = entry.retryState, retry.retrying == true { remarks.append(retry.text) }
    if state != .failed, let failure = toldFailure {
      let text = [failure.code, failure.message].compactMap { $0 }.joined(separator: ": ")
      if !remarks.contains(where: { $0.contains(failure.message ?? text) }) {
        remarks.append("failure reported while not failed: \(text)")
      }
    }
    if let workaround = entry.migrationErrWorkaround?.nonEmpty {
      remarks.append("workaround: \(workaround)")
    }
    if let document = entry.migrationErrHelpDocKey?.nonEmpty {
      remarks.append("help document: \(document)")
    }
    if entry.dataSynchronizationStatus?.needUpgrade == true {
      remarks.append("the service asks for an upgrade of the instance")
    }
    return remarks + (record.checks?.remarks ?? []) + record.refusals.values.sorted()
  }
}

extension Step {
  /// Of another task that belongs to this one, with its name; `nil` if it has none. A running task
  /// says nothing of one that rests.
  fileprivate var trouble: String? {
    guard state == .failed || state == .warning || state == .paused else { return nil }
    let text = [nativeState, error?.message ?? note].compactMap(\.self).joined(separator: ": ")
    return "\(label.prefix(1).lowercased() + label.dropFirst()): \(text)"
  }

  fileprivate var reference: String { "step \(code ?? label)" }

  private var hasEnd: Bool { [.precheck, .schema, .full].contains(phase) }

  private var percent: Int? { fraction.map { Int(($0 * 10_000).rounded() / 100) } }

  /// A finished task whose copy says less than 100 %.
  fileprivate func unfinishedCopies(although word: String) -> [String] {
    guard hasEnd, let percent, percent < 100 else { return [] }
    return ["state says \(word), \(reference) says \(percent) %"]
  }

  /// A running task with a part that failed for good.
  fileprivate func failedParts(although word: String) -> [String] {
    let own = state == .failed ? ["state says \(word), \(reference) says \(nativeState ?? "")"] : []
    return own
      + children.filter { $0.state == .failed && $0.phase != .precheck }.map {
        "state says \(word), part \($0.id) of \(reference) says \($0.nativeState ?? "")"
      }
  }

  fileprivate func ownContradictions(name: String) -> [String] {
    var notes: [String] = []
    if state == .done, hasEnd, let percent, percent < 100 {
      notes.append("\(name) says \(nativeState ?? "") and \(percent) %")
    }
    if let startedAt, let finishedAt, finishedAt < startedAt {
      notes.append("\(name) finished before it began")
    }
    return notes + children.flatMap { $0.ownContradictions(name: "part \($0.id) of \(name)") }
  }
}

extension [Step] {
  /// A step that is tried again has an error, whatever the step itself says.
  func retried(_ retry: DTSRetryState?) -> [Step] {
    guard let retry, retry.retrying == true, let module = retry.module?.nonEmpty else {
      return self
    }
    return map { step in
      guard step.code == module, step.error == nil, !step.isOver else { return step }
      var step = step
      step.error = Step.Error(message: retry.text)
      return step
    }
  }
}

extension DTSRetryState {
  /// In one sentence, with what the service told of it.
  var text: String {
    var words = ["retrying"]
    if let module = module?.nonEmpty { words.append("step \(module)") }
    if let retryTarget = retryTarget?.nonEmpty { words.append("(\(retryTarget))") }
    if let retryCount { words.append("for the \(retryCount). time") }
    if let retryTime { words.append("since \(retryTime) s") }
    if let maxRetryTime { words.append("of at most \(maxRetryTime) s") }
    let cause = (errMessage?.nonEmpty ?? errMsg?.nonEmpty).map { ": \($0)" }
    return words.joined(separator: " ") + (cause ?? "")
  }
}

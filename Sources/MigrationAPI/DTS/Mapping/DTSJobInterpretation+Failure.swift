import MigrationModel

extension DTSJobInterpretation {
  /// Of a failed task only: an error text beside another status is a note about the past.
  var failure: Failure? { state == .failed ? toldFailure : nil }

  /// The task's own error text, or, of a failed one, that of the part that failed.
  var toldFailure: Failure? {
    let text = entry.errorMessage?.nonEmpty
    let detail = (entry.errorDetails ?? []).first { $0.code != nil }
    let code = detail?.code ?? entry.migrationErrCode?.nonEmpty
    var failure = Failure(
      code: code ?? text.flatMap(DTSErrorDetail.code(in:)),
      message: text ?? entry.migrationErrMsg?.nonEmpty, duringSetup: failedDuringSetup,
      help: detail?.helpURL?.nonEmpty)
    if status?.state == .failed, failure.message == nil, let step = judgedSteps.firstFailed {
      failure.code = failure.code ?? step.error?.code
      failure.message = step.error?.message
      failure.location = step.label
      failure.help = failure.help ?? step.error?.help
      failure.at = step.finishedAt
    }
    let isEmpty = failure.code == nil && failure.message == nil
    return isEmpty && status?.state != .failed ? nil : failure
  }

  private var failedDuringSetup: Bool? {
    guard let status, status.state == .failed else { return nil }
    let isSilent = !parts.contains { $0.kind == .schema && $0.isTold }
    // The phase of such a word is a guess while no step is told.
    if status.phaseRule == .initialization, phase == .schema, isSilent { return nil }
    switch phase {
    case .pending, .precheck, .schema: return true
    case .full, .incremental, .verifying, .stopping: return false
    case .none, .unknown: return nil
    }
  }
}

extension [Step] {
  /// The failed part that tells most: deepest first, one with a text before one without.
  fileprivate var firstFailed: Step? {
    for step in self {
      if let part = step.children.firstFailed { return part }
      if step.state == .failed, step.error != nil { return step }
    }
    return first { $0.state == .failed }
  }
}

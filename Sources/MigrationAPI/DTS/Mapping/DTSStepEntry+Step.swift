import MigrationModel

import struct FoundationEssentials.Date

extension DTSStepEntry {
  /// The number counts before the name; a Redis step, which has one name for both phases, tells its
  /// phase apart.
  var kind: DTSStepKind? {
    let kind = DTSStepKind(code: code) ?? DTSStepKind(name: jobStepName)
    switch kind {
    case .data, .write, nil: return DTSStepKind(redisPhase: redisPhaseType) ?? kind
    case .precheck, .schema, .capture, .verification, .etl: return kind
    }
  }

  var stepState: Step.State { DTSStepState(word: state)?.state ?? .unknown }

  /// - Parameter parent: The kind of the step that this one is a part of; what it does if it does
  ///   not say.
  func step(id: String, parent: DTSStepKind?) -> Step {
    let kind = kind ?? parent
    let phase = kind?.phase ?? .unknown
    var step = Step(
      id: id, name: jobStepName ?? "",
      label: label(kind: kind, isPart: parent != nil), code: code?.nonEmpty, state: stepState,
      nativeState: state?.nonEmpty, phase: phase,
      fraction: phase == .incremental ? nil : part.percent.map { min($0 / 100, 1) },
      lag: lag(in: phase), startedAt: bootTime.flatMap { Timestamp.parse($0) })
    step.half = kind?.half
    addTimes(to: &step)
    addTexts(to: &step)
    step.children = (subJobSteps ?? []).steps(parent: kind)
    return step
  }

  private func label(kind: DTSStepKind?, isPart: Bool) -> String {
    if isPart, DTSStepKind(name: jobStepName) == nil, let name = jobStepName?.nonEmpty {
      return name
    }
    return kind?.label ?? jobStepName?.nonEmpty ?? code?.nonEmpty ?? "Step"
  }

  /// Whatever stands beside a step that has not begun: the samples have `-1` s beside 1 ms.
  private func lag(in phase: Phase) -> Lag {
    guard phase == .incremental, stepState != .done else { return .absent(.notApplicable) }
    guard stepState != .pending else { return .absent(.notStarted) }
    return Lag(eventAge: latency.best)
  }

  /// The end of an earlier attempt stays on a step that runs again: it is no end.
  private func addTimes(to step: inout Step) {
    guard let end = finishTime.flatMap({ Timestamp.parse($0) }) else { return }
    if step.isOver {
      step.finishedAt = end
    } else if let finishTime {
      step.note = "FinishTime \(finishTime) although it is not over"
    }
  }

  /// A text on a finished step is a note about what happened on the way.
  private func addTexts(to step: inout Step) {
    let text = errMsg?.nonEmpty
    let detail = (errorDetails ?? []).first { $0.code != nil }
    if step.state == .done {
      if let text { step.note = text }
    } else if text != nil || detail != nil {
      step.error = Step.Error(
        code: detail?.code ?? text.flatMap(DTSErrorDetail.code(in:)), message: text,
        help: detail?.helpURL?.nonEmpty)
    }
  }
}

extension Step {
  /// Whether it will not go on by itself.
  var isOver: Bool { state == .done || state == .failed || state == .stopped }
}

extension [DTSStepEntry] {
  /// In the order in which they run, each with an id of its own.
  func steps(parent: DTSStepKind? = nil) -> [Step] {
    let inOrder = enumerated().sorted {
      ($0.element.serial ?? .max, $0.offset) < ($1.element.serial ?? .max, $1.offset)
    }
    var ids: Set<String> = []
    return inOrder.map { number, entry in
      var id = entry.jobStepID?.nonEmpty ?? "\(entry.code ?? "step")-\(number)"
      if !ids.insert(id).inserted { id += "#\(number)" }
      return entry.step(id: id, parent: parent)
    }
  }
}

extension DTSErrorDetail {
  /// `nil` for the codes that mean no error.
  var code: String? {
    guard let code = errorCode?.nonEmpty, !["success", "200", "ok"].contains(code.lowercased())
    else { return nil }
    return code
  }

  /// `DTS-070211` of `DTS-070211: Connect Source DB failed. …`
  static func code(in text: String) -> String? {
    let word = text.trimmed.prefix { !$0.isWhitespace && $0 != ":" }
    guard word.hasPrefix("DTS-"), word.dropFirst(4).first?.isNumber == true else { return nil }
    return String(word)
  }
}

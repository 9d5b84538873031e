import MigrationModel

import struct FoundationEssentials.Date

extension DTSCheckItem {
  /// Whether a failure of it was chosen to be passed over.
  var isPassedOver: Bool {
    skip == true || ignoreFlag?.trimmed.lowercased() == "y"
  }

  /// - Parameters:
  ///   - kind: Of the step that the item is of.
  ///   - type: Of the task, which decides the unit of its latency.
  func step(number: Int, kind: DTSStepKind, type: DTSJobType) -> Step {
    let told = DTSStepState(word: state)?.state ?? .unknown
    var step = Step(
      id: id?.nonEmpty ?? "\(item ?? "item")-\(number)", name: item ?? names ?? "",
      label: label(kind: kind), state: told, nativeState: state?.nonEmpty, phase: kind.phase,
      lag: lag(told, kind: kind, type: type),
      startedAt: bootTime.flatMap { Timestamp.parse($0) })
    // An item that warns is over, too.
    if step.isOver || told == .warning {
      step.finishedAt = finishTime.flatMap { Timestamp.parse($0) }
    }
    addTexts(to: &step, kind: kind)
    return isPassedOver ? step.passedOver : step
  }

  private func label(kind: DTSStepKind) -> String {
    if kind == .precheck { return DTSCheckName(names, of: item).label }
    let object = names?.nonEmpty ?? item?.nonEmpty ?? targetNames?.nonEmpty ?? "Object"
    return sourceSchema?.nonEmpty.map { $0 == object ? object : "\($0).\(object)" } ?? object
  }

  /// Of an object that replicates only: the field stands in every item.
  private func lag(_ state: Step.State, kind: DTSStepKind, type: DTSJobType) -> Lag {
    guard kind == .write, state == .running || state == .caughtUp else {
      return .absent(.notApplicable)
    }
    return Lag(eventAge: delaySeconds.map(type.delayUnit.delay))
  }

  private func addTexts(to step: inout Step, kind: DTSStepKind) {
    let text = message
    let help = repairMethod?.nonEmpty
    switch step.state {
    case .done, .pending: step.note = text
    case .failed, .warning, .running, .caughtUp, .paused, .stopped, .unknown:
      guard text != nil || step.state == .failed || step.state == .warning else { return }
      let code = text.flatMap(DTSErrorDetail.code(in:))
      step.error = Step.Error(
        code: code ?? (kind == .precheck ? item?.nonEmpty : nil), message: text, help: help)
      if step.state == .failed, canSkip == true { step.note = "it can be passed over" }
    }
  }

  /// What the item says, then what its log adds, each once.
  private var message: String? {
    let logged = (logs ?? []).filter { $0.logLevel?.trimmed.lowercased() != "info" }
      .prefix(5).map(\.errMsg)
    var texts: [String] = []
    for text in [errMsg, errDetail] + logged {
      guard let text = text?.nonEmpty, !texts.contains(where: { $0.contains(text) }) else {
        continue
      }
      texts.append(text)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }
}

extension Step {
  /// The same without its failure: somebody decided that it does not matter.
  var passedOver: Step {
    guard state == .failed || state == .warning else { return self }
    var step = self
    let text = [nativeState ?? "failed", error?.message].compactMap(\.self).joined(separator: ": ")
    step.note = "passed over: \(text)"
    step.error = nil
    step.state = .done
    return step
  }

  /// A finished precheck went past what failed in it.
  var withItemsPassedOver: Step {
    guard state == .done, phase == .precheck else { return self }
    var step = self
    step.children = children.map(\.itemPassedOver)
    return step
  }

  private var itemPassedOver: Step {
    var step = phase == .precheck ? passedOver : self
    step.children = children.map(\.itemPassedOver)
    return step
  }
}

import MigrationModel

import struct FoundationEssentials.Date

extension DTSJobEntry {
  /// The id of the step that stands for the other direction.
  static let reverseID = "ReverseJob"

  func listedSteps(_ phases: [ListedPhase], type: DTSJobType, unit: DTSDelayUnit) -> [Step] {
    phases.map { $0.step(type: type, delay: delay.map(unit.delay)) }
  }
}

extension DTSRecord {
  /// All that is told, as steps.
  ///
  /// - Parameter entries: Of `ListJobStep`. Without them the phases that are only intended stand
  ///   for it, too.
  func ownSteps(with entries: [DTSStepEntry]) -> [Step] {
    let phases = entry.listedPhases(type: type).notNamed(in: entries)
    let shown = entries.isEmpty ? phases : phases.filter(\.part.isTold)
    let listed = entry.listedSteps(shown, type: type, unit: delayUnit)
    return entries.steps().withChecks(entry.precheckStatus?.detail ?? []).merging(listed)
  }

  /// The own steps with the items that a closer look told.
  func detailedSteps(with entries: [DTSStepEntry]) -> [Step] {
    let steps = ownSteps(with: entries)
    guard let checks else { return steps.map(\.withItemsPassedOver) }
    let own = checks.step(type: type)
    let isKnown = steps.contains { $0.shows(checks.kind) }
    let all = isKnown ? steps : steps.merging([own])
    return all.map { step in
      guard step.shows(checks.kind) else { return step }
      var step = step
      let others = checks.kind == .precheck ? [] : step.children
      step.children = others + checks.steps(type: type)
      return step
    }.map(\.withItemsPassedOver)
  }

  /// The other direction of a two-way sync and the parts of the task, a step each.
  var otherSteps: [Step] { reverseSteps + partSteps }

  private var reverseSteps: [Step] {
    (entry.reverseJob ?? []).prefix(1).map { listed in
      var told = listed
      let detail = reverseDetail
      let finer = detail?.task.delay.flatMap { $0 < 0 ? nil : $0 }
      if let finer { told.delay = finer }
      var step = partStep(
        told, id: DTSJobEntry.reverseID, name: DTSJobEntry.reverseID, label: "Reverse direction",
        unit: finer == nil ? reverseDelayUnit : .milliseconds, at: listedAt)
      step.startedAt = detail?.extent.bootTime.flatMap { Timestamp.parse($0) }
      if step.isOver { step.finishedAt = detail?.extent.finishTime.flatMap { Timestamp.parse($0) } }
      return step
    }
  }

  /// How far the way back is behind, if it tells. A sync alone has one.
  var reverseLags: [Lag.Measurement] {
    type == .sync ? reverseSteps.compactMap(\.lag.measurement) : []
  }

  /// What the way back tells of itself, if it is of the state that the list tells.
  private var reverseDetail: DTSJobDetailAnswer? {
    guard let listed = entry.reverseJob?.first, let answer = reverse?.answer,
      answer.isReverse(of: listed),
      DTSStatus(word: answer.task.status) == DTSStatus(word: listed.status)
    else { return nil }
    return answer
  }

  /// The way back with two latencies, more than a second, the time between them and a tenth apart.
  var reverseContradictions: [String] {
    guard let finer = reverseDetail?.task.delay, finer >= 0, let readAt = reverse?.readAt,
      let listed = entry.reverseJob?.first?.delay.map(reverseDelayUnit.delay)?.value,
      listed >= .zero
    else { return [] }
    let told = Duration.milliseconds(finer)
    let age = abs(listedAt.timeIntervalSince(readAt))
    guard disagree(told, of: age, listed) else { return [] }
    return [
      "the list says a delay of \(listed.inMilliseconds) ms of the reverse direction, "
        + "the detail \(told.inMilliseconds) ms"
    ]
  }

  /// The parts that `DescribeDtsJobDetail` told.
  var partSteps: [Step] {
    guard let parts else { return [] }
    let groups = [
      ("SubDistributedJob", "Part", parts.answer.extent.subDistributedJob ?? []),
      ("SubSyncJob", "Sub-job", parts.answer.extent.subSyncJob ?? []),
    ]
    return groups.flatMap { name, word, entries in
      entries.enumerated().map { number, part in
        let title = part.dtsJobName?.nonEmpty ?? part.dtsJobID?.nonEmpty ?? "\(number + 1)"
        return partStep(
          part, id: "\(name)-\(part.dtsJobID?.nonEmpty ?? "\(number)")#\(number)", name: name,
          label: "\(word) \(title)", unit: .milliseconds, at: parts.readAt)
      }
    }
  }

  /// A task that is a part of this one, read as any task is.
  private func partStep(
    _ part: DTSJobEntry, id: String, name: String, label: String, unit: DTSDelayUnit, at now: Date
  ) -> Step {
    let record = DTSRecord(
      id: self.id, entry: part, unknown: UnknownFields(), type: .sync, at: now, delayUnit: unit)
    let job = DTSJobInterpretation(record).job
    let text = part.errorMessage?.nonEmpty
    let detail = (part.errorDetails ?? []).first { $0.code != nil }
    var step = Step(
      id: id, name: name, label: label,
      state: Step.State(job.state), nativeState: part.status?.nonEmpty, lag: job.lag,
      children: job.steps)
    if let retry = part.retryState, retry.retrying == true { step.note = retry.text }
    if job.state == .done {
      step.note = text
    } else if text != nil || detail != nil {
      step.error = Step.Error(
        code: detail?.code ?? text.flatMap(DTSErrorDetail.code(in:)), message: text,
        help: detail?.helpURL?.nonEmpty)
    }
    return step
  }
}

extension Step {
  /// Whether it is the step of that kind.
  fileprivate func shows(_ kind: DTSStepKind) -> Bool {
    phase == kind.phase && (DTSStepKind(code: code) ?? DTSStepKind(name: name)) != .capture
  }
}

extension [Step] {
  /// The items of the list for a precheck that `ListJobStep` tells without any.
  fileprivate func withChecks(_ items: [DTSPrecheckItem]) -> [Step] {
    map { step in
      guard step.phase == .precheck, step.children.isEmpty else { return step }
      var step = step
      step.children = items.steps
      return step
    }
  }

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

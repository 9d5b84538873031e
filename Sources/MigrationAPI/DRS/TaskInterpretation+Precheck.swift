import MigrationModel

extension DRS.TaskInterpretation {
  /// The check of a task that is being configured, with a child an item.
  var precheckSteps: [Step] {
    guard let report = toldPrecheck?.value else { return [] }
    let fraction = Self.fraction(percent: report.process)
    let state = report.state(at: fraction)
    return [
      Step(
        id: "precheck", name: "precheck", label: "Precheck", state: state, phase: .precheck,
        fraction: fraction.map { state == .done ? 1 : min($0, 0.999) }, note: report.note,
        children: report.itemSteps)
    ]
  }

  var toldPrecheck: DRS.TaskRecord.Dated<DRS.PrecheckReport>? {
    detailsCall == .precheck ? record.precheck : nil
  }
}

extension DRS.PrecheckReport {
  private var items: [DRS.PrecheckItem] { precheckResult ?? [] }

  private func count(_ word: DRS.PrecheckWord) -> Int {
    items.count { DRS.PrecheckWord(word: $0.result) == word }
  }

  /// `result` is false as long as the check runs, so that only a whole one can fail.
  fileprivate func state(at fraction: Double?) -> Step.State {
    let hasFailed = count(.failed) > 0
    if let fraction, fraction < 1 { return hasFailed ? .warning : .running }
    if hasFailed { return .failed }
    switch (result, fraction) {
    case (true?, _): return .done
    case (false?, 1?): return .failed
    case (false?, _), (nil, _): return .unknown
    }
  }

  fileprivate var note: String? {
    let rate = totalPassedRate?.nonEmpty.flatMap { text in
      DRS.TaskInterpretation.fraction(percent: text).map { _ in "\(text) passed" }
    }
    let counts = [(count(.failed), "failed"), (count(.alarm), "with a warning")].map {
      $0 > 0 ? "\($0) \($1)" : nil
    }
    let start = result == true ? "the task can be started" : nil
    let parts = ([rate] + counts + [start]).compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Names may repeat: the second one is told apart by its number.
  fileprivate var itemSteps: [Step] {
    var seen: [String: Int] = [:]
    return items.enumerated().map { index, item in
      let name = item.item?.nonEmpty ?? "item \(index + 1)"
      seen[name, default: 0] += 1
      let count = seen[name] ?? 1
      return item.step(id: count == 1 ? name : "\(name) (\(count))", name: name)
    }
  }
}

extension DRS.PrecheckItem {
  fileprivate func step(id: String, name: String) -> Step {
    let state = Step.State(precheck: result)
    let isFailed = state == .failed
    let parts = [group?.nonEmpty.map { "group \($0)" }, isFailed ? nil : text].compactMap(\.self)
    return Step(
      id: id, name: name, label: name, state: state, nativeState: result?.nonEmpty,
      phase: .precheck, note: parts.isEmpty ? nil : parts.joined(separator: ": "),
      error: isFailed ? Step.Error(message: text) : nil, children: subSteps)
  }

  /// The reason, with the database's own words if they add to it.
  private var text: String? {
    guard let reason = failedReason?.nonEmpty else { return rawErrorMsg?.nonEmpty }
    guard let raw = rawErrorMsg?.nonEmpty, !reason.contains(raw) else { return reason }
    return "\(reason) (\(raw))"
  }

  private var subSteps: [Step] {
    (failedSubJobs ?? []).enumerated().map { index, job in
      let id = job.id?.nonEmpty ?? "sub-task \(index + 1)"
      let name = job.name?.nonEmpty ?? id
      return Step(
        id: id, name: name, label: name, state: Step.State(precheck: job.checkResult),
        nativeState: job.checkResult?.nonEmpty, phase: .precheck)
    }
  }
}

extension Step.State {
  fileprivate init(precheck word: String?) {
    switch DRS.PrecheckWord(word: word) {
    case .passed: self = .done
    case .alarm: self = .warning
    case .failed: self = .failed
    case nil: self = .unknown
    }
  }
}

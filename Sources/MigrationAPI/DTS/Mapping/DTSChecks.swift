import MigrationModel

import struct FoundationEssentials.Date

/// What `DescribePreCheckStatus` told about one step.
struct DTSChecks: Sendable {
  let kind: DTSStepKind
  /// Of the first page; its items are those of all pages.
  private(set) var answer: DTSCheckAnswer
  private(set) var items: [DTSCheckItem]
  let readAt: Date
  let attempt: DTSAttempt

  init(_ answer: DTSCheckAnswer, of kind: DTSStepKind, in attempt: DTSAttempt, at now: Date) {
    self.kind = kind
    self.answer = answer
    items = answer.jobProgress ?? []
    readAt = now
    self.attempt = attempt
  }

  /// Adds one page more.
  ///
  /// - Returns: Whether it told anything new.
  mutating func add(_ page: DTSCheckAnswer) -> Bool {
    let new = (page.jobProgress ?? []).filter { !items.contains($0) }
    items += new
    return !new.isEmpty
  }

  /// Whether there is a page behind the ones that were read.
  var isIncomplete: Bool {
    if let total = answer.totalRecordCount { return items.count < total && !items.isEmpty }
    return !items.isEmpty && items.count.isMultiple(of: DTSOperation.checksAPage)
  }

  var state: Step.State { DTSStepState(word: answer.state)?.state ?? .unknown }

  /// The items, then the parts of the task with theirs.
  func steps(type: DTSJobType) -> [Step] {
    items.steps(kind: kind, type: type)
      + (answer.subDistributedJobStatus ?? []).steps("SubDistributedJob", kind, type)
      + (answer.fullNetCheckJobStatus ?? []).steps("FullNetCheck", kind, type)
  }

  /// The step itself, where neither the list nor `ListJobStep` has it.
  func step(type: DTSJobType) -> Step {
    Step(
      id: kind.wireName, name: answer.jobName?.nonEmpty ?? kind.wireName, label: kind.label,
      code: kind.code(type: type), state: state, nativeState: answer.state?.nonEmpty,
      phase: kind.phase)
  }

  /// What a person should know beside the items.
  var remarks: [String] {
    var remarks: [String] = []
    if isIncomplete {
      let total = answer.totalRecordCount.map { " of \($0)" } ?? ""
      remarks.append("step \(kind.label): the first \(items.count)\(total) items were read")
    }
    return remarks + (answer.networkDiagnosisResult?.diagnosis ?? []).compactMap(\.remark)
  }
}

extension [DTSCheckItem] {
  /// Each with an id of its own.
  func steps(kind: DTSStepKind, type: DTSJobType) -> [Step] {
    var ids: Set<String> = []
    return enumerated().map { number, item in
      let step = item.step(number: number, kind: kind, type: type)
      return ids.insert(step.id).inserted ? step : step.renamed("\(step.id)#\(number)")
    }
  }
}

extension [DTSCheckPart] {
  fileprivate func steps(_ name: String, _ kind: DTSStepKind, _ type: DTSJobType) -> [Step] {
    enumerated().map { number, part in
      let regions = [part.srcRegion?.nonEmpty, part.destRegion?.nonEmpty].compactMap(\.self)
      let label = regions.isEmpty ? part.jobID?.nonEmpty : regions.joined(separator: " to ")
      return Step(
        id: "\(name)-\(number)", name: part.jobName?.nonEmpty ?? name,
        label: label ?? "Part \(number + 1)", code: part.code?.nonEmpty,
        state: DTSStepState(word: part.state)?.state ?? .unknown,
        nativeState: part.state?.nonEmpty, phase: kind.phase,
        children: (part.jobProgress ?? []).steps(kind: kind, type: type))
    }
  }
}

extension DTSNetworkDiagnosis.Finding {
  fileprivate var remark: String? {
    let words = [endpointType, code, result].compactMap { $0?.nonEmpty }
    guard !words.isEmpty else { return nil }
    let address = internationalDocURL?.nonEmpty.map { " (\($0))" } ?? ""
    return "network diagnosis: " + words.joined(separator: " ") + address
  }
}

extension Step {
  /// The same with another id.
  fileprivate func renamed(_ id: String) -> Step {
    Step(
      id: id, name: name, label: label, code: code, state: state, nativeState: nativeState,
      phase: phase, fraction: fraction, lag: lag, startedAt: startedAt, finishedAt: finishedAt,
      note: note, error: error, children: children)
  }
}

import MigrationModel

import struct FoundationEssentials.Date

/// A closer look at a task, beyond its steps.
enum DTSDetailCall: Hashable, Sendable {
  /// The items of a step, by `DescribePreCheckStatus`.
  case checks(DTSStepKind)
  /// The task with its parts, by `DescribeDtsJobDetail`.
  case parts
  /// The way back of a two-way sync, by the same call.
  case reverse
}

/// What a closer look was taken at: what it told holds until this is another one.
struct DTSAttempt: Hashable, Sendable {
  /// The status word of the task.
  let status: String
  /// When its step began; `nil` while that is not known.
  let startedAt: String?
}

/// What `DescribeDtsJobDetail` told about a task or its way back.
struct DTSJobDetail: Sendable {
  let answer: DTSJobDetailAnswer
  let readAt: Date
  let attempt: DTSAttempt
}

/// What the closer looks told.
struct DTSDetails: Sendable {
  var checks: DTSChecks?
  var parts: DTSJobDetail?
  var reverse: DTSJobDetail?
  /// The calls that the service refused for this task, with its words.
  var refusals: [DTSDetailCall: (attempt: DTSAttempt, text: String)] = [:]
}

extension DTSRecord {
  func attempt(of kind: DTSStepKind? = nil) -> DTSAttempt {
    let step = kind.flatMap { kind in steps?.entries.first { $0.kind == kind } }
    return DTSAttempt(
      status: entry.status?.trimmed.lowercased() ?? "", startedAt: step?.bootTime?.nonEmpty)
  }

  /// The items of a step while they are of the present attempt: the same status word, the same
  /// start, and no later reading of the step that says something else.
  var checks: DTSChecks? {
    guard let checks = details.checks, isPresent(checks.attempt, of: checks.kind) else {
      return nil
    }
    guard let steps, steps.readAt > checks.readAt,
      let step = steps.entries.first(where: { $0.kind == checks.kind })
    else { return checks }
    let isSame = step.stepState == checks.state || step.stepState == .unknown
    return isSame || checks.state == .unknown ? checks : nil
  }

  /// The parts of the task as they were told while its status word was the present one.
  var parts: DTSJobDetail? {
    details.parts.flatMap { isPresent($0.attempt) && !$0.answer.isReverse(of: nil) ? $0 : nil }
  }

  /// The way back as it was told in the same moment as the list item.
  var reverse: DTSJobDetail? {
    details.reverse.flatMap { isPresent($0.attempt) && isTogether($0.readAt) ? $0 : nil }
  }

  /// The service's words for the calls that it refuses in the present attempt.
  var refusals: [DTSDetailCall: String] {
    details.refusals.filter { isPresent($0.value.attempt) }.mapValues(\.text)
  }

  private func isPresent(_ attempt: DTSAttempt, of kind: DTSStepKind? = nil) -> Bool {
    let now = self.attempt(of: kind)
    guard attempt.status == now.status else { return false }
    guard let then = attempt.startedAt, let startedAt = now.startedAt else { return true }
    return then == startedAt
  }
}

extension DTSRecord {
  /// The closer looks that tell more about the task in its present state.
  var detailCalls: [DTSDetailCall] {
    var calls: [DTSDetailCall] = []
    if let kind = kindToDrill { calls.append(.checks(kind)) }
    if hasParts { calls.append(.parts) }
    if entry.reverseJob?.first != nil { calls.append(.reverse) }
    return calls.filter { refusals[$0] == nil }
  }

  /// The step whose items tell why: a precheck that runs or failed, else a step that failed or
  /// warns.
  private var kindToDrill: DTSStepKind? {
    guard let status = DTSStatus(word: entry.status), status.state != .done else { return nil }
    if status == .prechecking || status == .precheckFailed { return .precheck }
    let told = entry.parts(with: currentEntries, type: type, isNewer: false)
    return [DTSStepKind.precheck, .schema, .data, .write].first { kind in
      kind.code(type: type) != nil
        && told.contains {
          $0.kind == kind && ($0.state == .failed || $0.state == .warning)
        }
    }
  }

  /// Whether the task has parts that neither the list nor `ListJobStep` names: more sub-jobs than
  /// it tells of, or those that a change of its objects makes.
  private var hasParts: Bool {
    let status = DTSStatus(word: entry.status)
    if status == .modifying || status == .modifyFailed { return true }
    return status != .finished
      && currentEntries.contains {
        ($0.subJobCount ?? 0) > max(1, Int64($0.subJobSteps?.count ?? 0))
      }
  }
}

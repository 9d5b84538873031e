import MigrationModel

import struct FoundationEssentials.Date

extension DTSJobInterpretation {
  /// The worst of what the list, `ListJobStep` and the request for a check say; `nil` if none says
  /// anything.
  var verification: Verification? {
    let told = listedChecks + checkSteps.flatMap(\.comparisons)
    guard var worst = (told + untoldChecks).worst else {
      return entry.checks.contains { $0.isAsked != nil } ? Verification(state: .notRequested) : nil
    }
    worst.isContinuous = worst.state == .verified && told.contains(where: \.isContinuous)
    if !worst.isContinuous, worst.state == .verified || worst.state == .different {
      worst.finishedAt = earliestEnd
    }
    return worst
  }

  private var listedChecks: [Verification] {
    entry.checks.compactMap(\.phase.status)
      .filter { $0.status?.nonEmpty != nil }
      .map {
        Verification(word: $0.status ?? "", percent: $0.percentValue, text: $0.errorMessage)
      }
  }

  /// The verification steps that speak for the present. What a step found holds until it is read
  /// again: the list may say of the same check no more than that it is over.
  private var checkSteps: [DTSStepEntry] {
    let steps = (record.steps?.entries ?? []).filter {
      $0.kind == .verification && $0.state?.nonEmpty != nil
    }
    guard !record.stepsAreCurrent, !listedChecks.isEmpty else { return steps }
    return steps.filter { $0.stepState == .done || $0.stepState == .failed }
  }

  /// Checks that were asked for and of which nobody tells: still to come. A step does not say which
  /// check it is; it is one of those that the list tells, as long as there are such.
  private var untoldChecks: [Verification] {
    let untold = entry.checks.count {
      $0.isAsked == true && $0.phase.status?.status?.nonEmpty == nil
    }
    let spare = max(0, checkSteps.count - listedChecks.count)
    return untold > spare ? [Verification(state: .pending)] : []
  }

  /// Of all comparisons that are over; `nil` if one of them tells no end, as none does in the list.
  private var earliestEnd: Date? {
    let ends = checkSteps.compactMap(\.end)
    let isWhole = ends.count == checkSteps.count && ends.count >= listedChecks.count
    return isWhole ? ends.min() : nil
  }
}

extension DTSStepEntry {
  /// What it found, and what its parts did.
  fileprivate var comparisons: [Verification] {
    let code = (errorDetails ?? []).lazy.compactMap(\.code).first
    let own = Verification(
      word: state ?? "", percent: part.percent, text: errMsg?.nonEmpty ?? code)
    let parts = (subJobSteps ?? []).filter {
      ($0.kind ?? .verification) == .verification && $0.state?.nonEmpty != nil
    }
    return [own] + parts.flatMap(\.comparisons)
  }

  /// `nil` for one that is of an earlier attempt.
  fileprivate var end: Date? {
    guard stepState == .done, let end = finishTime.flatMap({ Timestamp.parse($0) }) else {
      return nil
    }
    return end < bootTime.flatMap { Timestamp.parse($0) } ?? end ? nil : end
  }
}

extension Verification {
  fileprivate init(word: String, percent: Double?, text: String?) {
    let told = DTSStepState(word: word)
    self.init(
      state: Self.state(told, text: text?.nonEmpty), nativeStatus: word.nonEmpty,
      fraction: percent.map { min($0 / 100, 1) }, isContinuous: told == .catched)
  }

  /// A check that ended with `fullcheck find different records : 2372` says so in its text only.
  /// Any other text beside an end leaves open what was found.
  private static func state(_ state: DTSStepState?, text: String?) -> State {
    let records = text.flatMap(differentRecords)
    guard let state else { return records == true ? .different : .unknown }
    switch state {
    case .inconsistency: return .different
    case .notStarted, .schedule: return .pending
    case .initial, .running, .migrating, .checking:
      return records == true ? .different : .verifying
    case .catched, .finished, .success:
      if records == true { return .different }
      return text == nil || records == false ? .verified : .unknown
    case .failed: return records == true ? .different : .aborted
    case .pause, .suspending, .warning: return records == true ? .different : .unknown
    }
  }

  /// Whether a number other than 0 of different records is named; `nil` if the text names none.
  private static func differentRecords(_ text: String) -> Bool? {
    let text = text.lowercased()
    guard let words = text.firstRange(of: "different records") else { return nil }
    return text[words.upperBound...].contains { "123456789".contains($0) }
  }
}

extension [Verification] {
  fileprivate var worst: Verification? {
    let order: [Verification.State] = [
      .different, .aborted, .unknown, .verifying, .pending, .cancelled, .verified,
    ]
    return order.lazy.compactMap { state in first { $0.state == state } }.first
  }
}

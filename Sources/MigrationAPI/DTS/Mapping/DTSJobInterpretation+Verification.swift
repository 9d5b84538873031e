import MigrationModel

extension DTSJobInterpretation {
  /// The worst of the task's checks; `nil` if the service says nothing about any.
  var verification: Verification? {
    if let told = listedVerification ?? verificationOfSteps { return told }
    let asked = entry.checks.compactMap(\.isAsked)
    guard !asked.isEmpty else { return nil }
    return Verification(state: asked.contains(true) ? .pending : .notRequested)
  }

  private var listedVerification: Verification? {
    entry.checks.compactMap(\.phase.status)
      .filter { $0.status?.nonEmpty != nil }
      .map {
        Verification(word: $0.status ?? "", percent: $0.percentValue, text: $0.errorMessage)
      }
      .worst
  }

  private var verificationOfSteps: Verification? {
    (record.steps?.entries ?? []).filter { $0.kind == .verification }
      .map { Verification(word: $0.state ?? "", percent: $0.part.percent, text: $0.errMsg) }
      .worst
  }
}

extension Verification {
  fileprivate init(word: String, percent: Double?, text: String?) {
    self.init(
      state: Self.state(word: word, text: text ?? ""), nativeStatus: word.nonEmpty,
      fraction: percent.map { min($0 / 100, 1) })
  }

  /// A check that ended with `fullcheck find different records : 2372` says so in its text only.
  private static func state(word: String, text: String) -> State {
    guard let state = DTSStepState(word: word) else { return .unknown }
    let isDifferent = tellsDifferences(text.lowercased())
    switch state {
    case .inconsistency: return .different
    case .notStarted, .schedule: return .pending
    case .initial, .running, .migrating, .checking: return .verifying
    case .catched, .finished, .success: return isDifferent ? .different : .verified
    case .failed: return isDifferent ? .different : .aborted
    case .pause, .suspending, .warning: return .unknown
    }
  }
}

extension Verification {
  /// Whether a number other than 0 of different records is named.
  private static func tellsDifferences(_ text: String) -> Bool {
    guard let words = text.firstRange(of: "different records") else { return false }
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

extension FleetEvent {
  /// What changed, in at most ten letters: `RUN>FAIL`, `lag`, `cut-over`; `RUN<>STALL` to and fro.
  package var change: String {
    switch kind {
    case .state:
      surroundings.map { "\($0.before.word)\(isFlapping ? "<>" : ">")\($0.after.word)" } ?? "state"
    case .phase: "phase"
    case .step: "step"
    case .failure: "error"
    case .lag: "lag"
    case .verification: "verify"
    case .cutover: "cut-over"
    case .attempt: "attempt"
    case .job: "job"
    case .acknowledgement: "ack"
    case .source: "source"
    }
  }

  /// What happened, for a line whose column tells ``change``.
  package var words: String { isFlapping && kind != .state ? "to and fro: \(text)" : text }

  /// The same with what happened, for a line that has no column for it.
  package var sentence: String {
    switch kind {
    case .state, .phase, .cutover: "\(change) \(words)"
    case .failure: "failure \(JobError.causeAndSymptom(of: text).cause)"
    case .step, .lag, .verification, .attempt, .job, .acknowledgement, .source: words
    }
  }
}

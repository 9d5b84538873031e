import MigrationModel

/// The two figures in which a step tells how far it is behind. Negative means not begun.
struct DTSLatency: Hashable {
  let seconds: Duration?
  let milliseconds: Duration?

  /// The finer one, if it is not negative.
  var best: Duration? {
    if let milliseconds, milliseconds >= .zero { return milliseconds }
    if let seconds, seconds >= .zero { return seconds }
    return milliseconds ?? seconds
  }

  /// Whether they are more than a second apart; one that is negative is no figure to compare.
  var isContradictory: Bool {
    guard let seconds, seconds >= .zero, let milliseconds, milliseconds >= .zero else {
      return false
    }
    return max(seconds, milliseconds) - min(seconds, milliseconds) > .seconds(1)
  }
}

extension DTSStepEntry {
  var latency: DTSLatency {
    DTSLatency(
      seconds: incLatencySeconds.map { .seconds($0) },
      milliseconds: incLatencyMilliseconds.map { .milliseconds($0) })
  }
}

extension Lag {
  /// - Parameter eventAge: Negative before the incremental phase, `nil` if it is not told.
  init(eventAge: Duration?) {
    guard let eventAge else {
      self = .absent(.notReported)
      return
    }
    self =
      eventAge < .zero
      ? .absent(.notStarted) : .measured(Measurement(value: eventAge, kind: .eventAge))
  }
}

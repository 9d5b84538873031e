import MigrationModel

/// The two figures in which a step tells how far it is behind. Negative means not begun.
struct DTSLatency: Hashable {
  let seconds: DTSDelay?
  let milliseconds: DTSDelay?

  /// The finer one, if it is not negative.
  var best: DTSDelay? {
    if let milliseconds, milliseconds.value >= .zero { return milliseconds }
    if let seconds, seconds.value >= .zero { return seconds }
    return milliseconds ?? seconds
  }

  /// Whether they are more than a second apart; one that is negative is no figure to compare.
  var isContradictory: Bool {
    guard let seconds = seconds?.value, seconds >= .zero,
      let milliseconds = milliseconds?.value, milliseconds >= .zero
    else { return false }
    return max(seconds, milliseconds) - min(seconds, milliseconds) > .seconds(1)
  }
}

extension DTSStepEntry {
  var latency: DTSLatency {
    DTSLatency(
      seconds: incLatencySeconds.map(DTSDelayUnit.seconds.delay),
      milliseconds: incLatencyMilliseconds.map(DTSDelayUnit.milliseconds.delay))
  }
}

extension Lag {
  /// Without a time at which it was measured: the service tells none. `Checkpoint` is a place in
  /// the source's log, `ModifyTime` and `LastUpdateTime` are of changes to the step and to the
  /// task.
  ///
  /// - Parameter eventAge: `nil` if it is not told.
  init(eventAge: DTSDelay?) {
    guard let eventAge else {
      self = .absent(.notReported)
      return
    }
    self =
      eventAge.value < .zero
      ? .absent(.notStarted)
      : .measured(
        Measurement(
          value: eventAge.value, kind: .eventAge, resolution: eventAge.resolution))
  }
}

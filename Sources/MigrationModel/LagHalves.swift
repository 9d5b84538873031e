import struct FoundationEssentials.Date

/// What the two parts of a replication's way take, where a service measures both.
///
/// They are measured one by one: their sum is near the lag, and not always equal to it.
package struct LagHalves: Hashable, Sendable {
  /// From the source to the service.
  package let read: Lag.Measurement
  /// From the service to the target.
  package let write: Lag.Measurement

  package var reading: Duration { read.value }
  package var writing: Duration { write.value }
}

extension Job {
  /// Steps that were read longer before or after the lag say nothing of its parts.
  private static let longestApart = 60.0

  /// `nil` unless there is a lag, and steps of the same time measure both parts.
  package var lagHalves: LagHalves? {
    guard lag.value != nil, let stepsObservedAt,
      abs(stepsObservedAt.timeIntervalSince(figuresReadAt ?? observedAt)) <= Self.longestApart,
      let read = longest(.reading), let write = longest(.writing)
    else { return nil }
    return LagHalves(read: read, write: write)
  }

  /// DTS has a step for each, DRS puts both below its one replicating step.
  private func longest(_ half: Step.Half) -> Lag.Measurement? {
    [steps, steps.flatMap(\.children)].lazy.compactMap { steps in
      steps.filter { $0.half == half }.compactMap(\.lag.measurement).max { $0.value < $1.value }
    }.first
  }
}

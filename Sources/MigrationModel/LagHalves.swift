import struct FoundationEssentials.Date

/// What the two parts of a replication's way take, where a service measures both.
///
/// They are measured one by one: their sum is near the lag, and not always equal to it.
package struct LagHalves: Hashable, Sendable {
  /// From the source to the service.
  package let reading: Duration
  /// From the service to the target.
  package let writing: Duration
}

extension Job {
  /// Steps that were read longer before or after the lag say nothing of its parts.
  private static let longestApart = 60.0

  /// `nil` unless there is a lag, and steps of the same time measure both parts.
  package var lagHalves: LagHalves? {
    guard lag.value != nil, let stepsObservedAt,
      abs(stepsObservedAt.timeIntervalSince(figuresReadAt ?? observedAt)) <= Self.longestApart,
      let reading = longest(.reading), let writing = longest(.writing)
    else { return nil }
    return LagHalves(reading: reading, writing: writing)
  }

  /// DTS has a step for each, DRS puts both below its one replicating step.
  private func longest(_ half: Step.Half) -> Duration? {
    [steps, steps.flatMap(\.children)].lazy.compactMap { steps in
      steps.filter { $0.half == half }.compactMap(\.lag.value).max()
    }.first
  }
}

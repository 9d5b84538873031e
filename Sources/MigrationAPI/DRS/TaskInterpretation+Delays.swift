import MigrationModel

import struct FoundationEssentials.Date

extension DRS.TaskInterpretation {
  /// The two halves of the way of a change, while there are any.
  var halfSteps: [Step] {
    guard let delays = toldDelays?.value else { return [] }
    return [
      half(
        .reading, "RPO", "source to DRS", delays.rpoInfo,
        hint: "grows while the source is out of reach or its log is read slowly"),
      half(
        .writing, "RTO", "DRS to target", delays.rtoInfo,
        hint: "grows while the target is out of reach or applies slowly"),
    ]
  }

  /// Those of the task's present state only.
  private var toldDelays: DRS.TaskRecord.Dated<DRS.ReplicationDelays>? {
    detailsCall == .delays ? record.delays : nil
  }

  private func half(
    _ half: Step.Half, _ id: String, _ way: String, _ info: DRS.DelayInfo?, hint: String
  ) -> Step {
    var step = Step(
      id: id, name: way, label: "\(id): \(way)", state: stateOfHalf(info), phase: .incremental,
      lag: info?.lag ?? .absent(.notReported), note: info?.note(hint: hint))
    step.half = half
    return step
  }

  /// Of a failed task nobody says which half failed.
  private func stateOfHalf(_ info: DRS.DelayInfo?) -> Step.State {
    guard info?.value != nil else { return .unknown }
    switch state {
    case .running, .warning: return .running
    case .failed, .pending, .paused, .stopped, .done, .unknown: return .unknown
    }
  }
}

extension DRS.TaskInterpretation {
  /// Figures that were read further apart than this are not compared.
  private static let longestGap = 30.0

  /// When the oldest of the steps that stand beside the details was read.
  var detailsReadAt: Date? { toldDelays?.at ?? toldPrecheck?.at }

  /// What the halves make together, where it says more than the lag: they are measured one by one,
  /// so that their sum is no lag.
  var delaysTogether: String? {
    guard let delays = toldDelays, let sum = delays.value.sum else { return nil }
    let words = "RPO and RTO together were \(Wording.duration(sum))"
    guard let progress = record.progress, let current = currentProgress, current.tellsDelay else {
      return "\(words), and no delay of the whole is told"
    }
    // Not a contradiction: a backlog can vanish between two calls.
    guard let delay = current.delay, isTogether(delays, progress),
      max(sum, delay.value) - min(sum, delay.value) > .seconds(60)
    else { return nil }
    return "\(words), the delay was \(Wording.lag(delay))"
  }

  /// The longer of the halves, if they are of the same moment as the delay of the whole. A change
  /// has been on one of them at least so long: the whole way is no shorter, whatever its own figure
  /// says. That it is their sum would be a guess, since they need not be measured at the same
  /// change.
  var longerHalf: Duration? {
    guard let delays = toldDelays, let progress = record.progress, isTogether(delays, progress)
    else { return nil }
    return [delays.value.rpoInfo?.value, delays.value.rtoInfo?.value].compactMap(\.self).max()
  }

  private func isTogether(
    _ delays: DRS.TaskRecord.Dated<DRS.ReplicationDelays>,
    _ progress: DRS.TaskRecord.Dated<DRS.TaskProgress>
  ) -> Bool {
    abs(delays.at.timeIntervalSince(progress.at)) <= Self.longestGap
  }
}

extension DRS.ReplicationDelays {
  /// `nil` unless both halves are told.
  fileprivate var sum: Duration? {
    guard let rpo = rpoInfo?.value, let rto = rtoInfo?.value else { return nil }
    return rpo + rto
  }
}

extension DRS.DelayInfo {
  /// `nil` for what is not told, -1, and what no duration can hold.
  var value: Duration? {
    guard let delay = delay?.unlessNegative, delay <= 1e15 else { return nil }
    return .milliseconds(delay)
  }

  fileprivate var lag: Lag {
    guard let value else { return .absent(delay == nil ? .notReported : .notStarted) }
    return .measured(
      Lag.Measurement(
        value: value, kind: .eventAge,
        measuredAt: time.flatMap { Timestamp.parse($0, localOffset: 8 * 3_600) }))
  }

  /// A delay that makes a person ask where it comes from.
  private static let remarkable = Duration.seconds(10)

  /// - Parameter hint: What a long delay means.
  fileprivate func note(hint: String) -> String? {
    let gtid = gtidSet?.nonEmpty.flatMap { $0.uppercased() == "NA" ? nil : $0 }
    let isBehind = value.map { $0 >= Self.remarkable } ?? false
    let parts = [
      checkPoint?.nonEmpty.map { "at \($0)" }, gtid.map { "GTID set \($0)" },
      isBehind ? hint : nil,
    ]
    let told = parts.compactMap(\.self)
    return told.isEmpty ? nil : told.joined(separator: "; ")
  }
}

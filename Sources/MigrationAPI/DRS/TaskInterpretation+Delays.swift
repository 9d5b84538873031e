import MigrationModel

import struct FoundationEssentials.Date

extension DRS.TaskInterpretation {
  /// The two halves of the way of a change, while there are any.
  var halfSteps: [Step] {
    guard let delays = toldDelays?.value else { return [] }
    return [
      half(
        "RPO", "source to DRS", delays.rpoInfo,
        hint: "grows while the source is out of reach or its log is read slowly"),
      half(
        "RTO", "DRS to target", delays.rtoInfo,
        hint: "grows while the target is out of reach or applies slowly"),
    ]
  }

  /// Those of the task's present state only.
  private var toldDelays: DRS.TaskRecord.Dated<DRS.ReplicationDelays>? {
    detailsCall == .delays ? record.delays : nil
  }

  private func half(_ id: String, _ way: String, _ info: DRS.DelayInfo?, hint: String) -> Step {
    Step(
      id: id, name: way, label: "\(id): \(way)", state: stateOfHalf(info), phase: .incremental,
      lag: info?.lag ?? .absent(.notReported), note: info?.note(hint: hint))
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
  /// Halves that were read so long before the progress make no lag of now.
  private static let longestGap = 30.0

  /// Source to target as the sum of its halves, where progress does not tell it at all.
  ///
  /// A progress of -1 is an answer: the task has not begun to replicate.
  var lagOfHalves: (lag: Lag, at: Date)? {
    guard let delays = toldDelays, let sum = delays.value.sum else { return nil }
    if let progress = record.progress {
      guard progress.value.increTransDelay == nil, progress.value.increTransDelayMillis == nil,
        delays.at.timeIntervalSince(progress.at) >= -Self.longestGap
      else { return nil }
    }
    return (.measured(Lag.Measurement(value: sum, kind: .eventAge)), delays.at)
  }

  /// When the oldest of the steps that stand beside the details was read.
  var detailsReadAt: Date? { toldDelays?.at ?? toldPrecheck?.at }

  /// Not a contradiction: the two were read one after the other, and a backlog can vanish between
  /// them.
  var gapBetweenDelays: String? {
    guard let delays = toldDelays, let sum = delays.value.sum, let progress = record.progress,
      let delay = progress.value.delay,
      abs(delays.at.timeIntervalSince(progress.at)) <= Self.longestGap,
      max(sum, delay) - min(sum, delay) > .seconds(60)
    else { return nil }
    return "RPO and RTO together were \(Wording.duration(sum)), the delay was "
      + Wording.duration(delay)
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

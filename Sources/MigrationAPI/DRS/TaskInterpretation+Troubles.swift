import MigrationModel

extension DRS.TaskInterpretation {
  /// `nil` unless the task has failed and says why.
  var failure: Failure? { state == .failed ? toldFailure : nil }

  /// What the answers that carry the newest status say about a failure: an older one may tell of
  /// another attempt.
  private var toldFailure: Failure? {
    let detail = record.detail?.value
    let listed = record.listed?.value
    let isProgressCurrent = word == DRS.StatusWord(word: record.progressStatus)
    let progress = isProgressCurrent ? record.progress?.value : nil
    let isDetailCurrent = word == DRS.StatusWord(word: detail?.status)
    let isListCurrent = word == DRS.StatusWord(word: listed?.status)
    let texts = [
      isDetailCurrent ? detail?.failedReason : nil, isDetailCurrent ? detail?.errorMessage : nil,
      isListCurrent ? listed?.errorMsg : nil, progress?.errorMsg,
    ]
    let message = texts.lazy.compactMap { $0?.nonEmpty }.first
    let code =
      (isDetailCurrent ? detail?.errorCode?.nonEmpty : nil) ?? progress?.errorCode?.nonEmpty
    guard message != nil || code != nil else { return nil }
    return Failure(
      code: code, message: message, location: message.flatMap(Self.component),
      duringSetup: phase == .pending ? true : nil)
  }

  /// `DATAMOVE` of `service DATAMOVE failed, cause by: …`, the form of the service's own texts.
  private static func component(of message: String) -> String? {
    let words = message.split(separator: " ", maxSplits: 3)
    guard words.count > 2, words[0] == "service", words[2].hasPrefix("failed") else { return nil }
    return String(words[1])
  }

  var notes: [String] {
    contradictions.map { Job.contradictionMark + $0 }
      + [pastFailure, oddProgress, delaysTogether, plannedStart, restart, unboundChildren]
      .compactMap(\.self) + speedLimits
      + (record.detail?.value.unknown.notes ?? [])
  }

  private var pastFailure: String? {
    guard state != .failed, let failure = toldFailure else { return nil }
    let text = [failure.code, failure.message].compactMap(\.self).joined(separator: ": ")
    return "failure reported while not failed: \(text)"
  }

  private var oddProgress: String? {
    guard isProgressOdd, let progress = record.progress?.value.progress else { return nil }
    return "the status is FULL_TRANSFER_COMPLETE, progress says \(progress) %: not shown"
  }

  private var plannedStart: String? {
    guard state == .pending,
      let start = Timestamp.milliseconds(record.detail?.value.instInfo?.startTime)
    else { return nil }
    return "planned to start at \(RequestDate.extended(start))"
  }

  /// They slow the full transfer down, and nothing else.
  private var speedLimits: [String] {
    guard phase == .full else { return [] }
    return (record.detail?.value.speedLimit ?? []).compactMap { limit in
      guard let speed = limit.speed?.nonEmpty, let begin = limit.begin?.nonEmpty,
        let end = limit.end?.nonEmpty
      else { return nil }
      let zone = limit.isUTC == true ? " UTC" : ""
      return "limited to \(speed) MB/s from \(begin) to \(end)\(zone)"
    }
  }

  private var restart: String? {
    record.detail?.value.needRestart == true ? "the instance must be restarted" : nil
  }

  private var unboundChildren: String? {
    let names = record.detail?.value.children?.compactMap { $0.name ?? $0.id } ?? []
    guard !names.isEmpty else { return nil }
    return "no public address could be bound to \(names.joined(separator: ", "))"
  }

  private var contradictions: [String] {
    var found = unfinishedBars
    if let began = Timestamp.milliseconds(record.detail?.value.actualStartTime),
      let ended = fullTransferCompleteTime, ended < began
    {
      found.append("the full transfer ended before the task began")
    }
    if let progress = record.progress?.value {
      if progress.delaysDisagree { found.append(Self.disagreement(progress)) }
      if let mode = DRS.TaskType(word: progress.taskMode), let taskType, mode != taskType {
        found.append("the task type is \(taskType.rawValue), the progress says \(mode.rawValue)")
      }
    }
    return found
  }

  /// Bars below 100 % beside a status that is past them, if both are of one moment.
  private var unfinishedBars: [String] {
    let isPast = word == .fullTransferComplete || phase == .incremental || state == .done
    guard isPast, let transferStatus = record.progress?.value.transferStatus,
      DRS.StatusWord(word: transferStatus) == word
    else { return [] }
    return ["struct", "data", "index"].compactMap { name in
      guard let bar = bars[name], let fraction = bar.fraction, fraction < 1 else { return nil }
      return "the status is \(nativeStatus), \(name) is at \(bar.completed ?? "")"
    }
  }

  private static func disagreement(_ progress: DRS.TaskProgress) -> String {
    let seconds = progress.increTransDelay ?? 0
    return "the delay is \(Int64(exactly: seconds).map { "\($0)" } ?? "\(seconds)") s and "
      + "\(progress.increTransDelayMillis ?? 0) ms at once"
  }
}

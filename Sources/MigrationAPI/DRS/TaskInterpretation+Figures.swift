import MigrationModel

import struct FoundationEssentials.Date

extension DRS.TaskInterpretation {
  /// When the oldest of the figures of a row was read: a moving task's row shows progress beside
  /// its status.
  var observedAt: Date? {
    guard phase == .full || phase == .incremental, let figuresReadAt, let statusReadAt
    else { return statusReadAt }
    return min(statusReadAt, figuresReadAt)
  }

  /// When progress and lag were read.
  var figuresReadAt: Date? { record.progress?.at }

  /// Progress of the phase in which the task is now; that of a phase before says nothing of this
  /// one.
  ///
  /// Progress knows fewer words than the status and may have been read before it, so the phases are
  /// compared, but the end of the full transfer makes figures from before it old.
  var currentProgress: DRS.TaskProgress? {
    guard let progress = record.progress?.value else { return nil }
    let toldWord = DRS.StatusWord(word: record.progressStatus)
    if toldWord == word { return progress }
    guard toldWord != .fullTransferComplete, word != .fullTransferComplete,
      standing(at: toldWord).phase == phase
    else { return nil }
    return progress
  }

  /// The service tells percents and no counters. An incremental task has no end to measure against.
  var progress: Progress {
    let quality: Progress.Quality = toldFraction == nil ? .unknown : .estimated
    if state == .done { return Progress(fraction: 1, quality: quality) }
    guard phase == .full, currentProgress != nil, let fraction = toldFraction, !isProgressOdd
    else { return Progress() }
    return Progress(fraction: min(fraction, 0.999), quality: quality)
  }

  /// The data bar, or the plain percentage where no bars are sent, of whatever phase.
  var toldFraction: Double? {
    let progress = record.progress?.value
    return progress?.progressMap?["data"]?.fraction ?? Self.fraction(percent: progress?.progress)
  }

  /// A documented oddity: `progress` falls back to 0 when the full transfer is complete.
  var isProgressOdd: Bool {
    guard word == .fullTransferComplete, currentProgress != nil, bars["data"]?.fraction == nil
    else { return false }
    return toldFraction.map { $0 < 1 } ?? false
  }

  /// Those of the present phase.
  var bars: [String: DRS.ProgressBar] { currentProgress?.progressMap ?? [:] }

  /// Reads `94` and `94%`; `nil` outside 0 to 100.
  static func fraction(percent text: String?) -> Double? {
    guard var text = text?.trimmed else { return nil }
    if text.last == "%" { text.removeLast() }
    guard let percent = Double(text.trimmed)?.unlessNegative, percent <= 100 else { return nil }
    return percent / 100
  }

  /// The rates are documented for the incremental phase, and of a task that stands still they are
  /// old.
  var throughput: Throughput {
    guard phase == .incremental, state == .running || state == .warning else { return Throughput() }
    return Throughput(
      rowsPerSecond: currentProgress?.applyRowsRate?.unlessNegative,
      bytesPerSecond: currentProgress?.applyBytesRate?.unlessNegative)
  }

  /// From a commit at the source to its execution at the target, and no less than either half of
  /// the way takes.
  ///
  /// It is as old as the answer's last update, whose time is documented to be one of 1970, unlike
  /// those of the halves.
  var lag: Lag {
    guard phase == .incremental else { return .absent(.notApplicable) }
    guard let progress = currentProgress else { return .absent(.sourceUnavailable) }
    guard var lag = progress.delay else {
      return .absent(progress.tellsDelay ? .notStarted : .notReported)
    }
    if let longerHalf, longerHalf > lag.value {
      (lag.value, lag.resolution) = (longerHalf, .milliseconds(1))
    }
    return .measured(lag)
  }
}

extension DRS.ProgressBar {
  var fraction: Double? { DRS.TaskInterpretation.fraction(percent: completed) }
}

extension DRS.TaskProgress {
  /// Whether either field is there, be it -1.
  var tellsDelay: Bool { increTransDelay != nil || increTransDelayMillis != nil }

  /// The finer of the two fields that is not negative, as of the last update of the answer.
  var delay: Lag.Measurement? {
    let measuredAt = Timestamp.milliseconds(processTime)
    if let milliseconds = increTransDelayMillis?.unlessNegative {
      return Lag.Measurement(
        value: .milliseconds(milliseconds), kind: .eventAge, measuredAt: measuredAt)
    }
    // A number of seconds that no `Duration` can hold is none.
    guard let seconds = increTransDelay?.unlessNegative, seconds <= 1e15 else { return nil }
    return Lag.Measurement(
      value: .seconds(seconds), kind: .eventAge, measuredAt: measuredAt,
      resolution: seconds == seconds.rounded() ? .seconds(1) : .milliseconds(1))
  }

  /// Whether the two fields tell different stories.
  var delaysDisagree: Bool {
    guard let seconds = increTransDelay, let milliseconds = increTransDelayMillis else {
      return false
    }
    guard let seconds = seconds.unlessNegative, let milliseconds = milliseconds.unlessNegative
    else {
      return (seconds.unlessNegative == nil) != (milliseconds.unlessNegative == nil)
    }
    return abs(seconds * 1_000 - Double(milliseconds)) > 1_000
  }
}

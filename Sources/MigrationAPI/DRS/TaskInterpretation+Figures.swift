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

  /// When progress and lag were read; the older of two calls where the lag comes from another one.
  var figuresReadAt: Date? {
    guard !hasOwnLag, let halves = lagOfHalves else { return record.progress?.at }
    return record.progress.map { min($0.at, halves.at) } ?? halves.at
  }

  /// The service tells percents and no counters. An incremental task has no end to measure against.
  var progress: Progress {
    let quality: Progress.Quality = toldFraction == nil ? .unknown : .estimated
    if state == .done { return Progress(fraction: 1, quality: quality) }
    guard phase == .full, let fraction = toldFraction, !isProgressOdd else { return Progress() }
    return Progress(fraction: min(fraction, 0.999), quality: quality)
  }

  /// The data bar, or the plain percentage where no bars are sent.
  var toldFraction: Double? {
    bars["data"]?.fraction ?? Self.fraction(percent: record.progress?.value.progress)
  }

  /// A documented oddity: `progress` falls back to 0 when the full transfer is complete.
  var isProgressOdd: Bool {
    guard word == .fullTransferComplete, bars["data"]?.fraction == nil else { return false }
    return toldFraction.map { $0 < 1 } ?? false
  }

  var bars: [String: DRS.ProgressBar] { record.progress?.value.progressMap ?? [:] }

  /// Reads `94` and `94%`; `nil` outside 0 to 100.
  static func fraction(percent text: String?) -> Double? {
    guard var text = text?.trimmed else { return nil }
    if text.last == "%" { text.removeLast() }
    guard let percent = Double(text.trimmed)?.unlessNegative, percent <= 100 else { return nil }
    return percent / 100
  }

  var throughput: Throughput {
    let progress = record.progress?.value
    return Throughput(
      rowsPerSecond: progress?.applyRowsRate?.unlessNegative,
      bytesPerSecond: progress?.applyBytesRate?.unlessNegative)
  }

  private var hasOwnLag: Bool { phase != .incremental || record.progress?.value.delay != nil }

  /// From a commit at the source to its execution at the target.
  var lag: Lag {
    guard phase == .incremental else { return .absent(.notApplicable) }
    return hasOwnLag ? ownLag : lagOfHalves?.lag ?? ownLag
  }

  private var ownLag: Lag {
    guard let progress = record.progress?.value else { return .absent(.sourceUnavailable) }
    if let value = progress.delay {
      return .measured(
        Lag.Measurement(
          value: value, kind: .eventAge,
          measuredAt: Timestamp.milliseconds(progress.processTime)))
    }
    let isTold = progress.increTransDelay != nil || progress.increTransDelayMillis != nil
    return .absent(isTold ? .notStarted : .notReported)
  }
}

extension DRS.ProgressBar {
  var fraction: Double? { DRS.TaskInterpretation.fraction(percent: completed) }
}

extension DRS.TaskProgress {
  /// The finer of the two fields that is not negative.
  var delay: Duration? {
    if let milliseconds = increTransDelayMillis?.unlessNegative {
      return .milliseconds(milliseconds)
    }
    // A number of seconds that no `Duration` can hold is none.
    guard let seconds = increTransDelay?.unlessNegative, seconds <= 1e15 else { return nil }
    return .seconds(seconds)
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

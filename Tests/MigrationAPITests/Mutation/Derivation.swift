import Foundation
import MigrationModel

/// What may be read out of an answer: a figure that cannot be made of the values in it was invented.
struct Derivation {
  private let numbers: [Double]
  private let texts: [String]

  init(_ tree: Tree) {
    texts = tree.leaves
    numbers = texts.compactMap { Double($0.trimmingCharacters(in: ["%", " "])) }
  }

  /// What in the job cannot be made of the answer.
  func inventions(in job: Job) -> [String] {
    var found = inventions(in: job.steps) + lag(job.lag)
    for count in Self.counts(of: job) where !isCount(count) { found.append("count \(count)") }
    if let fraction = job.progress.fraction, !isFraction(fraction, isDone: job.state == .done) {
      found.append("fraction \(fraction)")
    }
    let times = [job.createdAt, job.startedAt, job.finishedAt, job.throughput.lastEventAt]
    for case let time? in times where !isDate(time) { found.append("time \(time)") }
    return found
  }

  func inventions(in steps: [Step]) -> [String] {
    steps.flatMap { step in
      var found = inventions(in: step.children) + lag(step.lag)
      if let fraction = step.fraction, !isFraction(fraction, isDone: step.state == .done) {
        found.append("step at \(fraction)")
      }
      for case let time? in [step.startedAt, step.finishedAt] where !isDate(time) {
        found.append("step time \(time)")
      }
      return found
    }
  }

  private static func counts(of job: Job) -> [Double] {
    let progress = [job.progress.rows, job.progress.tables, job.progress.bytes]
    let windows = [job.throughput.eventsLastMinute, job.throughput.eventsLastHour]
    let counts = progress.flatMap { [$0.done, $0.total] } + windows
    let rates = [job.throughput.rowsPerSecond, job.throughput.bytesPerSecond]
    return counts.compactMap { $0.map(Double.init) } + rates.compactMap(\.self)
  }

  private func lag(_ lag: Lag) -> [String] {
    guard let value = lag.value else { return [] }
    let milliseconds = value / .milliseconds(1)
    return milliseconds >= 0 && isCount(milliseconds) ? [] : ["lag \(value)"]
  }

  /// A number of the answer, in another unit perhaps, or the sum or the difference of two.
  private func isCount(_ value: Double) -> Bool {
    guard value.isFinite, value >= 0 else { return false }
    return numbers.contains { number in
      [1, 1_000, 1_000_000].contains { Self.isNear(value, number * $0) }
        || numbers.contains { Self.isNear(value, number - $0) || Self.isNear(value, number + $0) }
    }
  }

  private func isFraction(_ value: Double, isDone: Bool) -> Bool {
    guard value.isFinite, value >= 0 else { return false }
    // Below 1 unless it is done, whatever the percentage.
    if value == 0.999 || value == 1 && isDone
      || value == 1 && numbers.contains(where: { $0 >= 100 })
    {
      return true
    }
    return numbers.contains { number in
      Self.isNear(value, number / 100) || numbers.contains { Self.isNear(value, $0 / number) }
    }
  }

  private func isDate(_ date: Date) -> Bool {
    let seconds = date.timeIntervalSince1970
    return numbers.contains { abs(seconds - $0 / 1_000) < 0.001 || abs(seconds - $0) < 0.001 }
      || texts.contains { text in
        guard let start = Self.time(text) else { return false }
        // A time, or the end of so many seconds from it.
        return abs(start - seconds) < 0.001
          || numbers.contains { abs(start + $0 - seconds) < 0.001 }
      }
  }

  private static func isNear(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= max(abs(one), abs(other)) * 1e-9
  }

  /// Read by Foundation, which the clients do not use for it. The services' local time is UTC+8.
  private static func time(_ text: String) -> Double? {
    guard text.count >= 19, text.count <= 40 else { return nil }
    for style in [
      Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true),
    ] {
      if let date = try? style.parse(text) { return date.timeIntervalSince1970 }
    }
    let local = text.replacing(" ", with: "T") + "+08:00"
    return (try? Date.ISO8601FormatStyle().parse(local))?.timeIntervalSince1970
  }
}

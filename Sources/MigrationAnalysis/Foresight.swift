import MigrationModel

/// How right the earlier ETAs of a phase were.
package struct Foresight: Hashable, Sendable {
  /// How many ETAs are compared.
  package let count: Int
  /// In how many of them the end lay, and after how many it came.
  package let held: Int
  package let late: Int
  /// How far their middles were from the end: the median, as a part of the time that was left then.
  package let error: Double
  /// Whether the phase is over. Until then they are compared with what is foreseen now.
  package let isFinal: Bool
}

/// What was foreseen of the end of the copy while it went on.
struct Forecasts: Hashable, Sendable {
  /// Seconds of uptime.
  private struct Forecast: Hashable {
    let at, low, high: Double

    var middle: Double { (low + high) / 2 }
  }

  private var earlier: [Forecast] = []
  private var latest: Forecast?
  /// Seconds of uptime; `nil` while it goes on.
  private var end: Double?
  private static let kept = 16
  /// Seconds between two of them.
  private static let apart = 20.0

  /// - Parameter eta: What the reading made of the end.
  mutating func learn(_ eta: ETA, of job: Job, at reading: Moment) {
    let now = reading.uptime / .seconds(1)
    if Self.isOver(job) {
      if !earlier.isEmpty { end = end ?? now }
      return
    }
    guard job.phase == .full, case .between(let low, let high) = eta else { return }
    if end != nil { self = Forecasts() }
    let forecast = Forecast(at: now, low: now + low / .seconds(1), high: now + high / .seconds(1))
    latest = forecast
    guard earlier.last.map({ now - $0.at >= Self.apart }) ?? true else { return }
    earlier.append(forecast, most: Self.kept + 1)
    guard earlier.count > Self.kept else { return }
    earlier = earlier.indices.filter { $0.isMultiple(of: 2) }.map { earlier[$0] }
  }

  private static func isOver(_ job: Job) -> Bool {
    switch job.phase {
    case .incremental, .verifying, .stopping: true
    case .pending, .precheck, .schema, .full, .none, .unknown: job.state == .done
    }
  }

  /// How right they were; `nil` before there is an older one.
  var foresight: Foresight? {
    guard let actual = end ?? latest?.middle, let latest else { return nil }
    let compared = earlier.filter { end != nil || latest.at - $0.at >= Self.apart }
    guard !compared.isEmpty else { return nil }
    let errors = compared.map { abs(actual - $0.middle) / max(1, $0.middle - $0.at) }
    // The end came somewhere between two readings.
    let begin = end == nil ? actual : latest.at
    return Foresight(
      count: compared.count, held: compared.count { $0.low <= actual && begin <= $0.high },
      late: compared.count { begin > $0.high }, error: errors.median ?? 0,
      isFinal: end != nil)
  }
}

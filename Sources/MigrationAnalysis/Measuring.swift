import MigrationModel

import struct FoundationEssentials.Date

/// When the service took the figures that it tells, and how often it usually does.
struct Measuring: Hashable, Sendable {
  private var last: Date?
  private var gaps: [Double] = []

  /// In the service's clock; `nil` where it does not tell.
  ///
  /// What a latency was measured on may be long ago with an idle source: there the scrape counts.
  private static func moment(of job: Job) -> Date? {
    guard job.state == .running || job.state == .warning else { return nil }
    if let lag = job.lag.measurement, lag.kind.isMeasuredWhileIdle, job.phase == .incremental {
      return lag.measuredAt
    }
    return job.scrape?.lastSuccessAt
  }

  mutating func learn(from job: Job) {
    guard let now = Self.moment(of: job), now != last else { return }
    if let last, now > last {
      gaps = Array((gaps + [now.timeIntervalSince(last)]).suffix(8))
    }
    last = now
  }

  /// How old the figures are by the service's own clock; negative if they are told to be of its future.
  static func age(of job: Job, _ circumstances: Circumstances) -> Duration? {
    moment(of: job).map { .seconds(circumstances.theirNow.timeIntervalSince($0)) }
  }

  /// A cut-over needs figures no older: three readings, and two and a half of what is usual for the service.
  func limit(interval: Duration) -> Duration {
    let usual = gaps.isEmpty ? 0 : gaps.sorted()[gaps.count / 2]
    return min(Self.old, max(.seconds(15), interval * 3, .seconds(usual * 2.5)))
  }

  /// Older figures are nothing to judge by.
  static let old = Duration.seconds(120)
}

extension Circumstances {
  /// The present moment in the service's clock.
  var theirNow: Date { now.advanced(by: clockOffset).date }
}

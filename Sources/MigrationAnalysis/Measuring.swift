import MigrationModel

import struct FoundationEssentials.Date

/// When the service took the figures that it tells, and how often it usually does.
struct Measuring: Hashable, Sendable {
  /// How old they were when they were read; see ``age(of:_:)``.
  private(set) var age: Duration?
  private var last: Date?
  /// Whether the last one was found more than once.
  private var stood = false
  private var gaps: [Double] = []
  /// Of the last new ones, when they were read.
  private var ages: [Double] = []

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

  mutating func learn(from job: Job, _ circumstances: Circumstances) {
    age = Self.age(of: job, circumstances)
    guard let now = Self.moment(of: job) else { return }
    guard now != last else {
      stood = true
      return
    }
    // Where each reading finds another measurement, the gap between them is that of the readings.
    if let last, stood, now > last {
      gaps = Array((gaps + [now.timeIntervalSince(last)]).suffix(8))
    }
    (last, stood) = (now, false)
    if let age { ages = Array((ages + [age / .seconds(1)]).suffix(8)) }
  }

  /// How old the figures of a job are by the service's own clock; negative if they are told to be of its future.
  static func age(of job: Job, _ circumstances: Circumstances) -> Duration? {
    moment(of: job).map { .seconds(circumstances.theirNow.timeIntervalSince($0)) }
  }

  /// A cut-over needs figures that were no older when they were read: two and a half of what is usual for the service.
  var limit: Duration {
    let gap = gaps.median ?? 0
    // Read more seldom than they are measured, they are of any age.
    let age = ages.count < 3 ? 0 : ages.median ?? 0
    return min(Self.old, max(.seconds(15), .seconds(gap * 2.5), .seconds(age * 2)))
  }

  /// Older figures are nothing to judge by.
  static let old = Duration.seconds(120)
}

extension Circumstances {
  /// The present moment in the service's clock.
  var theirNow: Date { now.advanced(by: clockOffset).date }
}

package import MigrationModel

/// One reading of a job's lag.
package struct Sample: Hashable, Sendable {
  /// Uptime of this program.
  package let at: Duration
  package let phase: Phase
  /// `nil` where the reading told none: a gap in a graph.
  package let lag: Duration?
  /// The part of ``lag`` that the way from the source takes; `nil` where the service does not tell.
  package let reading: Duration?

  package init(at: Duration, phase: Phase, lag: Duration? = nil, reading: Duration? = nil) {
    self.at = at
    self.phase = phase
    self.lag = lag
    self.reading = reading
  }

  package init(_ job: Job, at moment: Moment) {
    self.init(
      at: moment.uptime, phase: job.phase, lag: job.lag.value, reading: job.lagHalves?.reading)
  }
}

/// A ``Sample`` in 16 bytes: ten thousand jobs keep some hundred each.
struct PackedSample: Hashable, Sendable {
  /// Hundredths of a second since the first sample: enough for 16 months.
  private let ticks: UInt32
  /// Seconds; not a number where there is none.
  private let lag, reading: Float
  private let phase: Phase

  init(_ sample: Sample, since start: Duration) {
    ticks = UInt32(clamping: Int64((sample.at - start) / .milliseconds(10)))
    lag = Self.seconds(sample.lag)
    reading = Self.seconds(sample.reading)
    phase = sample.phase
  }

  private static func seconds(_ duration: Duration?) -> Float {
    duration.map { Float($0 / .seconds(1)) } ?? .nan
  }

  func sample(since start: Duration) -> Sample {
    Sample(
      at: at(since: start), phase: phase, lag: Self.duration(lag),
      reading: Self.duration(reading))
  }

  func at(since start: Duration) -> Duration { start + .milliseconds(Int64(ticks) * 10) }

  /// Whether it shows more of a peak; of two without a lag neither does.
  func isHigher(than other: PackedSample) -> Bool { other.lag.isNaN || lag > other.lag }

  private static func duration(_ seconds: Float) -> Duration? {
    seconds.isNaN ? nil : .seconds(Double(seconds))
  }
}

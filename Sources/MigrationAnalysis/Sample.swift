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
  /// Seconds; ``absent`` where there is none.
  private let lag, reading: Float
  private let phase: Phase

  init(_ sample: Sample, since start: Duration) {
    ticks = UInt32(clamping: Int64((sample.at - start) / .milliseconds(10)))
    lag = Self.seconds(sample.lag)
    reading = Self.seconds(sample.reading)
    phase = sample.phase
  }

  /// No lag is negative, and unlike a NaN it equals itself.
  private static let absent: Float = -1
  /// Thirty million years: what is told beyond would not fit a `Duration` when it is drawn.
  private static let longest = 1e15

  private static func seconds(_ duration: Duration?) -> Float {
    duration.map { Float(min($0 / .seconds(1), longest)) } ?? absent
  }

  func sample(since start: Duration) -> Sample {
    Sample(
      at: at(since: start), phase: phase, lag: Self.duration(lag),
      reading: Self.duration(reading))
  }

  func at(since start: Duration) -> Duration { start + .milliseconds(Int64(ticks) * 10) }

  /// Whether neither it nor a neighbour of the same phase tells a lag.
  func saysNothing(_ neighbour: PackedSample?) -> Bool {
    neighbour.map { lag == Self.absent && $0.lag == Self.absent && phase == $0.phase } ?? false
  }

  /// Whether it shows more of a peak; any lag shows more than none.
  func isHigher(than other: PackedSample) -> Bool { lag > other.lag }

  private static func duration(_ seconds: Float) -> Duration? {
    seconds == absent ? nil : .seconds(Double(seconds))
  }
}

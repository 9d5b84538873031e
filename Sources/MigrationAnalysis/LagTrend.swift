import MigrationModel

/// Which way a lag goes now: its slope over the longest look back that agrees with all the shorter ones.
///
/// A turn shows first in a short look back, which noise and teeth deceive; a long one is calm and late. A longer
/// one is taken as long as its slope lies in what the shorter ones leave open.
struct LagTrend: Hashable, Sendable {
  let slope: RobustSlope

  static let readingsNeeded = 5
  /// Seconds; also the shortest look back.
  static let spanNeeded = 15.0
  private static let growth = 1.6
  /// Seconds of lag a second. Below, a change is noise.
  static let noise = 0.02

  /// `nil` before there are enough readings over enough time.
  init?(_ points: [(x: Double, y: Double)]) {
    guard let first = points.first, let last = points.last, last.x - first.x >= Self.spanNeeded
    else { return nil }
    var agreed: [RobustSlope] = []
    var length = Self.spanNeeded
    var count = 0
    while count < points.count {
      let window = points.suffix(while: { last.x - $0.x <= length })
      length *= Self.growth
      guard window.count > count else { continue }
      count = window.count
      guard count >= Self.readingsNeeded, let slope = RobustSlope(Array(window)) else { continue }
      if agreed.contains(where: { !$0.allows(slope.median) }) { break }
      agreed.append(slope)
    }
    guard let longest = agreed.last else { return nil }
    slope = longest
  }

  var isRising: Bool { slope.median > Self.noise && slope.low > 0 }
  var isFalling: Bool { slope.median < -Self.noise && slope.high < 0 }
}

extension RobustSlope {
  /// Whether a look back over more time may find this slope.
  fileprivate func allows(_ other: Double) -> Bool {
    (low - LagTrend.noise...high + LagTrend.noise).contains(other)
  }
}

extension [(x: Double, y: Double)] {
  /// The longest end all of whose elements satisfy the condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}

/// What the last readings say of a job's lag. Only a reading changes it, so that looking costs nothing.
struct LagCourse: Hashable, Sendable {
  let phase: Phase
  /// How many of them told a lag.
  let readings: Int
  /// From the first of them to the last, in seconds.
  let span: Double
  /// `nil` before there is one to be seen.
  let trend: LagTrend?
  /// Whether the lag has shrunk since the job went on, which says enough where nothing else does yet.
  let shrinksAgain: Bool

  /// - Parameters:
  ///   - resumed: Uptime at which the job last went on; while it did not work its lag went another way.
  ///   - window: How far to look back from the last reading.
  init(_ history: History, in phase: Phase, since resumed: Duration?, window: Duration) {
    self.phase = phase
    let start = max(resumed ?? .zero, (history.last?.at ?? .zero) - window)
    let points = history.samples(from: start).compactMap { sample in
      sample.phase == phase
        ? sample.lag.map { (x: sample.at / .seconds(1), y: $0 / .seconds(1)) } : nil
    }
    readings = points.count
    span = (points.last?.x ?? 0) - (points.first?.x ?? 0)
    trend = LagTrend(points)
    let change = (points.last?.y ?? 0) - (points.first?.y ?? 0)
    shrinksAgain = resumed != nil && change < -max(0.5, LagTrend.noise * span)
  }
}

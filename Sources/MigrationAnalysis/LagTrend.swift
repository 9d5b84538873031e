import MigrationModel

/// Which way a lag goes now: its slope over the longest look back that agrees with all the shorter ones.
///
/// A turn shows first in a short look back, which noise and teeth deceive; a long one is calm and late. A longer
/// one is taken as long as its slope lies in what the shorter ones leave open.
struct LagTrend {
  let slope: RobustSlope
  /// From the first to the last of the samples that the slope is drawn through.
  let span: Duration

  private static let shortest = 15.0
  private static let growth = 1.6
  /// Seconds of lag a second. Below, a change is noise.
  static let noise = 0.02

  /// `nil` for samples that span no time.
  init?(_ points: [(x: Double, y: Double)]) {
    guard let first = points.first, let last = points.last else { return nil }
    var seen: [RobustSlope] = []
    var best: (slope: RobustSlope, start: Double)?
    var length = Self.shortest
    while true {
      let window = points.suffix(while: { last.x - $0.x <= length })
      if window.count >= 5, let start = window.first?.x, start != best?.start,
        let slope = RobustSlope(Array(window))
      {
        if seen.contains(where: { !$0.allows(slope.median) }) { break }
        seen.append(slope)
        best = (slope, start)
      }
      guard last.x - length > first.x else { break }
      length *= Self.growth
    }
    guard let best else { return nil }
    slope = best.slope
    span = .seconds(last.x - best.start)
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

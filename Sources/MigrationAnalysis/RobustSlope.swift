/// The trend of a noisy series: the median of the slopes between all pairs of its points (Theil–Sen).
package struct RobustSlope: Hashable, Sendable {
  /// Units of y a unit of x.
  package let median: Double
  /// A quarter of the pairs lie below; of few points less, so that chance alone seldom moves it past the truth.
  package let low: Double
  /// A quarter of the pairs lie above, or less.
  package let high: Double

  /// The points looked at; more are thinned evenly, since the pairs grow with the square.
  private static let pointsUsed = 60

  /// `nil` for fewer than two points, or points at one x.
  package init?(_ points: [(x: Double, y: Double)]) {
    let stride = max(1, (points.count + Self.pointsUsed - 1) / Self.pointsUsed)
    let used = points.indices.filter { ($0 - points.count + 1).isMultiple(of: stride) }
      .map { points[$0] }
    var slopes: [Double] = []
    for (index, one) in used.enumerated() {
      for other in used[(index + 1)...] where other.x > one.x {
        slopes.append((other.y - one.y) / (other.x - one.x))
      }
    }
    guard !slopes.isEmpty else { return nil }
    slopes.sort()
    median = slopes[slopes.count / 2]
    let outside = min(slopes.count / 4, Self.pairsOutside(of: slopes.count, points: used.count))
    low = slopes[outside]
    high = slopes[slopes.count - 1 - outside]
  }

  /// How many of the pairs lie below the interval that holds the slope in 19 of 20 series of white noise (Sen 1968).
  private static func pairsOutside(of pairs: Int, points: Int) -> Int {
    let count = Double(points)
    let deviation = (count * (count - 1) * (2 * count + 5) / 18).squareRoot()
    return max(0, Int(((Double(pairs) - 1.96 * deviation) / 2).rounded(.down)))
  }
}

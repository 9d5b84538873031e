/// The trend of a noisy series: the median of the slopes between all pairs of its points (Theil–Sen).
package struct RobustSlope: Hashable, Sendable {
  /// Units of y a unit of x.
  package let median: Double
  /// A quarter of the pairs lie below.
  package let low: Double
  /// A quarter of the pairs lie above.
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
    low = slopes[slopes.count / 4]
    high = slopes[slopes.count * 3 / 4]
  }
}

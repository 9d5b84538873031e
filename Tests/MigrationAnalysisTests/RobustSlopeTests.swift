import MigrationAnalysis
import Testing

@Suite struct RobustSlopeTests {
  @Test func `a straight line has its slope, however many points it has`() throws {
    for count in [2, 3, 59, 60, 61, 1000] {
      let slope = try #require(RobustSlope((0..<count).map { (Double($0), 7 - 2 * Double($0)) }))
      #expect(slope.median == -2 && slope.low == -2 && slope.high == -2, "\(count) points")
    }
  }

  @Test func `a few wild points do not turn it`() throws {
    let points = (0..<40).map { (x: Double($0), y: $0 % 8 == 0 ? 1e6 : Double($0)) }
    #expect(try #require(RobustSlope(points)).median == 1)
  }

  @Test func `the quarters hold the noise`() throws {
    let slope = try #require(RobustSlope((0..<40).map { (Double($0), [0, 7, 3, -9, 5][$0 % 5]) }))
    #expect(slope.low < 0 && 0 < slope.high)
    #expect(slope.low <= slope.median && slope.median <= slope.high)
  }

  @Test func `one point or one time has no slope`() {
    #expect(RobustSlope([]) == nil)
    #expect(RobustSlope([(1, 2)]) == nil)
    #expect(RobustSlope([(1, 2), (1, 3)]) == nil)
  }
}

import DashboardSamples
import DashboardUI
import MigrationModel
import MigrationWatch
import Testing

/// What a screen does while nothing is read: every byte of it goes over a slow line.
@Suite struct PassingTimeTests {
  private static let sizes = Size.pictured.filter { $0.rows >= 24 }
  /// At the end of the title line: `14:23:07Z`.
  private static let clockColumns = 9

  /// The document of a job tells its ages to the millisecond.
  private static let scenes = Scene.all.filter { $0.name != "json" }

  @Test(arguments: scenes, sizes)
  func `in ten seconds the clock ticks ten times and each other place changes once at most`(
    scene: Scene, size: Size
  ) {
    var dashboard = scene.dashboard
    var before = dashboard.frame(size).cells
    var changes = Array(repeating: 0, count: before.count)
    for _ in 1...10 {
      _ = dashboard.apply(.tick(dashboard.now.advanced(by: .seconds(1))))
      let after = dashboard.frame(size).cells
      for index in after.indices where after[index] != before[index] { changes[index] += 1 }
      before = after
    }
    let clock = size.columns - Self.clockColumns..<size.columns
    #expect(changes[clock].max() == 10)
    let others = changes.indices.filter { !clock.contains($0) && changes[$0] > 1 }
    #expect(others.isEmpty, "\(others.map { "\($0 / size.columns):\($0 % size.columns)" })")
  }
}

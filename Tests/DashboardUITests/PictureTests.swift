import DashboardUI
import Testing

/// Every view as it should look. What is new in a view is seen here first.
@Suite struct PictureTests {
  @Test(arguments: Scene.pictured, Size.pictured) func `a view`(scene: Scene, size: Size) throws {
    try expectGolden(scene.frame(size).text.framed, "\(scene.name)-\(size.name)")
  }

  /// Where a table has no room any more.
  @Test(arguments: [(16, 50), (8, 60), (12, 30), (4, 24), (2, 8)])
  func `the fleet on little room`(rows: Int, columns: Int) throws {
    let size = Size(rows: rows, columns: columns)
    try expectGolden(Scene("fleet").frame(size), "fleet-\(size.name)")
  }

  @Test(arguments: Scene.pictured, Size.pictured[1...2])
  func `a view in ASCII`(scene: Scene, size: Size) throws {
    try expectGolden(
      scene.frame(size, glyphs: .ascii).text.framed, "\(scene.name)-\(size.name)-ascii")
  }

  @Test(
    arguments: Scene.pictured.filter { ["fleet", "job", "sources"].contains($0.name) },
    Theme.allCases)
  func `a view in the colours of a theme`(scene: Scene, theme: Theme) throws {
    let size = Size.pictured[1]
    try expectGolden(
      scene.frame(size).coloured(theme), "\(scene.name)-\(size.name)-\(theme)")
  }
}

import DashboardSamples
import DashboardUI
import MigrationWatch
import Testing

/// The job view, in pictures: jobs of every kind, panes active and zoomed.
@Suite struct JobPictureTests {
  private static let tall = Size(rows: 40, columns: 120)
  private static let usual = Size(rows: 24, columns: 80)

  private func job(_ name: String, _ keys: String = "") -> Dashboard {
    var dashboard = FleetSample.dashboard()
    dashboard.select(name)
    dashboard.press(.enter)
    // A pane knows its length from the frame before.
    _ = dashboard.frame(Self.usual)
    dashboard.press(keys)
    return dashboard
  }

  @Test(arguments: Size.pictured) func `a job that failed shows its cause first`(
    size: Size
  ) throws {
    var dashboard = job("erp-oracle-gauss")
    try expectGolden(
      dashboard.frame(size), "job-failed-\(size.name)")
  }

  @Test(arguments: [usual, tall]) func `a job with an idle source`(size: Size) throws {
    var dashboard = job("library-to-atlas")
    try expectGolden(dashboard.frame(size), "job-idle-\(size.name)")
  }

  @Test(arguments: [usual, tall]) func `a job that copies has no lag yet`(size: Size) throws {
    var dashboard = job("report-dw-init")
    try expectGolden(dashboard.frame(size), "job-copying-\(size.name)")
  }

  @Test func `a job that is done`() throws {
    var dashboard = job("mes-plant-07")
    try expectGolden(dashboard.frame(Self.usual), "job-done-80x24")
  }

  @Test func `a narrow screen has one pane and the way to the others`() throws {
    var dashboard = job("订单中心-同步", "5")
    try expectGolden(dashboard.frame(Size(rows: 20, columns: 60)), "job-cutover-60x20")
  }

  @Test func `a zoomed graph has a cursor with time and value`() throws {
    var dashboard = job("订单中心-同步", "2z")
    _ = dashboard.frame(Self.tall)
    for _ in 0..<40 { dashboard.press(.left) }
    try expectGolden(dashboard.frame(Self.tall), "job-graph-120x40")
  }

  @Test func `the steps take the place of the events`() throws {
    var dashboard = job("订单中心-同步", "6")
    try expectGolden(dashboard.frame(Self.tall), "job-steps-120x40")
  }

  @Test func `a zoomed pane is scrolled`() throws {
    let size = Size(rows: 12, columns: 80)
    var dashboard = job("erp-oracle-gauss", "4z")
    _ = dashboard.frame(size)
    dashboard.press("jjj")
    try expectGolden(dashboard.frame(size), "job-events-80x12")
  }

  @Test(arguments: GraphStyle.allCases) func `a graph in other characters`(
    style: GraphStyle
  ) throws {
    var dashboard = job("订单中心-同步", "2z")
    dashboard.setGraph(style)
    let size = Size(rows: 16, columns: 60)
    try expectGolden(dashboard.frame(size), "job-graph-\(style.rawValue)-60x16")
  }

  @Test func `a wide job in ASCII`() throws {
    var dashboard = job("订单中心-同步")
    try expectGolden(dashboard.frame(Self.tall, glyphs: .ascii), "job-120x40-ascii")
  }

  @Test(arguments: [
    ("audit-log-kafka", "copying"), ("订单中心-同步", "behind"), ("library-to-atlas", "idle"),
    ("mes-plant-07", "done"),
  ]) func `the box below the fleet`(name: String, picture: String) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.select(name)
    try expectGolden(dashboard.frame(Self.tall), "preview-\(picture)-120x40")
  }

  @Test(arguments: [("订单中心-同步", "behind"), ("支付流水-灾备", "ready")])
  func `the panel beside a wide fleet`(name: String, picture: String) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.select(name)
    try expectGolden(
      dashboard.frame(Size(rows: 60, columns: 200)), "panel-\(picture)-200x60")
  }
}

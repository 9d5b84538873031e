import DashboardSamples
import DashboardUI
import MigrationWatch
import Testing

@Suite struct PictureTests {
  static let sizes = [
    Size(rows: 10, columns: 40), Size(rows: 24, columns: 80), Size(rows: 40, columns: 120),
    Size(rows: 60, columns: 200),
  ]

  @Test(arguments: sizes) func `the fleet`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    try expectGolden(dashboard.frame(size), "fleet-\(size.name)", hasStyles: size == Self.sizes[1])
  }

  @Test(arguments: sizes) func `a job that falls behind`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.select("订单中心-同步")
    dashboard.press(.enter)
    try expectGolden(dashboard.frame(size), "job-\(size.name)")
  }

  @Test(arguments: sizes) func `the steps of a job, at the one that failed`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.select("crm-customer-迁移")
    dashboard.press("tn")
    try expectGolden(dashboard.frame(size), "steps-\(size.name)")
  }

  @Test(arguments: sizes) func `the errors of a job`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.select("订单中心-同步")
    dashboard.press("e")
    try expectGolden(dashboard.frame(size), "errors-\(size.name)")
  }

  @Test(arguments: sizes) func `one error in full`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.press("e")
    dashboard.press(.enter)
    try expectGolden(dashboard.frame(size), "error-\(size.name)")
  }

  @Test(arguments: sizes) func `what changed`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.press("E")
    try expectGolden(dashboard.frame(size), "events-\(size.name)")
  }

  @Test(arguments: sizes) func `the sources, at one that is refused`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.press("Sjj")
    try expectGolden(
      dashboard.frame(size), "sources-\(size.name)", hasStyles: size == Self.sizes[1])
  }

  @Test(arguments: sizes) func `the help`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.press("?")
    try expectGolden(dashboard.frame(size), "help-\(size.name)")
  }

  @Test(arguments: sizes) func `a filter while it is typed`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.press("/(source:rm-lab or lag>10m) -state:stopped")
    try expectGolden(dashboard.frame(size), "filter-\(size.name)")
  }

  @Test(arguments: sizes) func `a filter with a mistake`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.press("/lag>10m stat:failed")
    try expectGolden(dashboard.frame(size), "filter-mistake-\(size.name)")
  }

  @Test(arguments: sizes) func `the fleet as it was a minute ago`(size: Size) throws {
    var dashboard = FleetSample.dashboard()
    dashboard.press("{")
    try expectGolden(dashboard.frame(size), "past-\(size.name)", hasStyles: size == Self.sizes[1])
  }

  @Test func `fleet and job in ASCII`() throws {
    var dashboard = FleetSample.dashboard()
    let size = Self.sizes[1]
    try expectGolden(dashboard.frame(size, glyphs: .ascii), "fleet-\(size.name)-ascii")
    dashboard.select("user-center-sync")
    dashboard.press(.enter)
    try expectGolden(dashboard.frame(size, glyphs: .ascii), "job-\(size.name)-ascii")
  }
}

extension Size {
  /// `80x24`, columns first as terminals are named.
  var name: String { "\(columns)x\(rows)" }
}

import DashboardSamples
import DashboardUI
import MigrationWatch
import Testing
import migtop

/// The views that say what to do, with the advice that comes with the program.
@Suite struct RemedyPictureTests {
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)]

  private var dashboard: Dashboard {
    var settings = DashboardSettings()
    settings.remedies = .builtIn()
    return FleetSample.dashboard(settings)
  }

  @Test(arguments: sizes) func `an error in full, with what to do`(size: Size) throws {
    var dashboard = dashboard
    dashboard.press("e")
    dashboard.press(.enter)
    try expectGolden(dashboard.frame(size), "error-advice-\(size.name)")
  }

  @Test(arguments: sizes) func `the step that failed, with what to do`(size: Size) throws {
    var dashboard = dashboard
    dashboard.select("crm-customer-迁移")
    dashboard.press("tn")
    try expectGolden(dashboard.frame(size), "steps-advice-\(size.name)")
  }

  @Test func `a failed job beside a wide fleet, with what to do`() throws {
    var dashboard = dashboard
    let size = Size(rows: 60, columns: 200)
    try expectGolden(dashboard.frame(size), "fleet-advice-\(size.name)")
  }

  @Test(arguments: sizes + [Size(rows: 60, columns: 200)])
  func `the change that it failed by, with its place and what to do`(size: Size) throws {
    var dashboard = dashboard
    dashboard.press("Ennn")
    try expectGolden(dashboard.frame(size), "events-advice-\(size.name)")
  }

  @Test(arguments: sizes) func `a source that is refused, with what to do`(size: Size) throws {
    var dashboard = dashboard
    dashboard.press("Sjj")
    try expectGolden(dashboard.frame(size), "sources-advice-\(size.name)")
  }
}

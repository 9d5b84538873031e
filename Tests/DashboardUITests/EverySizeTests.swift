import DashboardSamples
import DashboardUI
import MigrationModel
import MigrationWatch
import Testing

/// What holds for every view at every size from 1x1 to 250x80.
@Suite struct EverySizeTests {
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let dashboard: Dashboard
    var testDescription: String { name }
  }

  static let scenes: [Scene] = [
    scene("fleet", "", at: "members-华北"), scene("last row", "G"), scene("without preview", "p"),
    scene("filter", "/lag>1"), scene("mistake", "/lag>1 stat:x"), scene("help", "?"),
    scene("job", "\n", at: "订单中心-同步"), scene("copying job", "\n", at: "report-dw-init"),
    scene("job without readings", "\n", at: "finance-ledger"), scene("cut-over", "\n5"),
    scene("zoomed lag", "\n2z", at: "user-center-sync"), scene("steps", "tLjj"),
    scene("errors", "ej"), scene("error", "e\n"), scene("events", "EG"), scene("sources", "Sjj"),
    scene("past", "{"), scene("past job", "\n{{", at: "订单中心-同步"),
    Scene(
      name: "nothing",
      dashboard: Dashboard(settings: DashboardSettings(), sources: [], now: FleetSample.now)),
  ]

  private static func scene(_ name: String, _ keys: String, at job: String? = nil) -> Scene {
    var dashboard = FleetSample.dashboard()
    if let job { dashboard.select(job) }
    for key in keys.unicodeScalars { dashboard.press(key == "\n" ? .enter : .character(key)) }
    return Scene(name: name, dashboard: dashboard)
  }

  private static let rows = [1, 2, 3, 6, 10, 12, 16, 20, 24, 40, 80]
  private static let columns = [1, 2, 3, 8, 24, 40, 50, 60, 80, 110, 180, 250]

  @Test(arguments: scenes) func `a frame is whole, its figures too, and its list has its cursor`(
    scene: Scene
  ) {
    for size in Self.rows.flatMap({ rows in Self.columns.map { Size(rows: rows, columns: $0) } }) {
      var dashboard = scene.dashboard
      let frame = dashboard.frame(size)
      #expect(frame.size == size)
      #expect(frame.hasWholeRows, "\(size.name)")
      guard dashboard.hasList else { continue }
      let hasCutFigure = frame.text.contains("##")
      #expect(!hasCutFigure, "\(size.name)")
      #expect(frame.cursor != nil || size.rows < 6 || size.columns < 3, "\(size.name)")
    }
  }

  @Test(arguments: scenes) func `in ASCII there is nothing else`(scene: Scene) {
    for size in Self.columns.map({ Size(rows: 24, columns: $0) }) + [Size(rows: 60, columns: 200)] {
      var dashboard = scene.dashboard
      let others = dashboard.frame(size, glyphs: .ascii).text.filter { !$0.isASCII }
      #expect(others.isEmpty, "\(size.name)")
    }
  }
}

extension Dashboard {
  /// Whether the view on screen is a list with a selected row.
  fileprivate var hasList: Bool {
    guard openHelp == nil, openPrompt == nil else { return false }
    return switch place.view {
    case .fleet: !order.isEmpty
    case .steps, .errors, .json, .events, .sources: true
    case .job, .error: false
    }
  }
}

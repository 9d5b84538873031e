import DashboardSamples
import DashboardUI
import MigrationWatch
import Testing

/// The sample fleet after some keys: what pictures are drawn of, and what holds at every size is tried on.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let dashboard: Dashboard
  var testDescription: String { name }

  /// - Parameters:
  ///   - keys: `\n` is Enter.
  ///   - job: Selected before the keys are pressed.
  init(_ name: String, _ keys: String = "", at job: String? = nil) {
    var dashboard = FleetSample.dashboard()
    if let job { dashboard.select(job) }
    // Menus offer what is on screen.
    _ = dashboard.frame(Size.pictured[1])
    for key in keys.unicodeScalars { dashboard.press(key == "\n" ? .enter : .character(key)) }
    self.init(name, dashboard)
  }

  init(_ name: String, _ dashboard: Dashboard) {
    self.name = name
    self.dashboard = dashboard
  }

  func frame(_ size: Size, glyphs: Glyphs = .unicode) -> Frame {
    var dashboard = dashboard
    return dashboard.frame(size, glyphs: glyphs)
  }

  /// Every view once. A line here is a picture at each size, in UTF-8 and in ASCII.
  static let pictured: [Scene] = [
    Scene("fleet"),
    Scene("job", "\n", at: "订单中心-同步"),
    Scene("steps", "tnnn", at: "crm-customer-迁移"),
    Scene("errors", "e", at: "订单中心-同步"),
    Scene("error", "e\n"),
    Scene("events", "Ennn"),
    Scene("sources", "Sjj"),
    Scene("help", "?"),
    Scene("filter", "/(source:rm-lab or lag>10m) -state:stopped"),
    Scene("filter-mistake", "/lag>10m stat:failed"),
    Scene("help-search", "?sort"),
    Scene("command", ":sort n"),
    Scene("json", "J", at: "订单中心-同步"),
    Scene("past", "{"),
    Scene("sort-menu", "sjjj"),
    Scene("columns-menu", "Cjjj jjK"),
    Scene("groups", ":group source\nghjj"),
  ]

  /// Other moments of those views.
  static let others: [Scene] = [
    Scene("fleet at a name in Chinese", at: "members-华北"),
    Scene("last row", "G"),
    Scene("without preview", "p"),
    Scene("filtered", "/lag>1\n"),
    Scene("copying job", "\n", at: "report-dw-init"),
    Scene("job without readings", "\n", at: "finance-ledger"),
    Scene("cut-over", "\n5"),
    Scene("progress", "\n1z", at: "订单中心-同步"),
    Scene("failed", "\n", at: "erp-oracle-gauss"),
    Scene("graph with a cursor", "\n2hhh", at: "订单中心-同步"),
    Scene("idle", "\n4", at: "library-to-atlas"),
    Scene("zoomed lag", "\n2z", at: "user-center-sync"),
    Scene("unfolded steps", "tLjj"),
    Scene("last event", "EG"),
    Scene("unwrapped error", "e\nwllG"),
    Scene("followed events", "Efn"),
    Scene("no events", "E/nothing-like-it\n"),
    Scene("followed steps", "tf", at: "crm-customer-迁移"),
    Scene("no errors", "e", at: "members-华北"),
    Scene("no steps", "t", at: "finance-ledger"),
    Scene("scrolled columns", ">>>>>"),
    Scene("folded groups", "sgH"),
    Scene("past job", "\n{{", at: "订单中心-同步"),
    Scene(
      "nothing",
      Dashboard(settings: DashboardSettings(), sources: [], now: FleetSample.now)),
  ]

  static let all = pictured + others
}

extension Size {
  static let pictured = [
    Size(rows: 10, columns: 40), Size(rows: 24, columns: 80), Size(rows: 40, columns: 120),
    Size(rows: 60, columns: 200),
  ]

  /// `80x24`, columns first as terminals are named.
  var name: String { "\(columns)x\(rows)" }
}

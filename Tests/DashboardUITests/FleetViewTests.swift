import DashboardSamples
import DashboardUI
import MigrationModel
import MigrationWatch
import Testing

/// What the fleet says about itself beside its figures.
@Suite struct FleetViewTests {
  private static let usual = Size(rows: 24, columns: 80)
  private static let wide = Size(rows: 60, columns: 200)

  @Test func `a new state stands out for ten seconds, with a mark and in any colours`() {
    var dashboard = FleetSample.dashboard()
    dashboard.pause("bi-mart-dws")
    let row = dashboard.row(of: "bi-mart-dws")
    #expect(row.text.hasPrefix(" *= PAUS  bi-mart-dws"))
    #expect(row.cells.dropFirst(2).first?.style.isBold == true)
    #expect(row.cells.dropFirst(2).first?.style.isUnderlined == true)
    for _ in 1...9 {
      _ = dashboard.apply(.tick(dashboard.now.advanced(by: .seconds(1))))
      #expect(dashboard.row(of: "bi-mart-dws").cells.prefix(20) == row.cells.prefix(20))
    }
    _ = dashboard.apply(.tick(dashboard.now.advanced(by: .seconds(1))))
    let later = dashboard.row(of: "bi-mart-dws")
    #expect(later.text.hasPrefix("  = PAUS  bi-mart-dws"))
    #expect(later.cells.allSatisfy { !$0.style.isUnderlined })
  }

  @Test func `the filter stands in the header where it has room, by its name if it has one`() {
    var settings = DashboardSettings()
    settings.views = [SavedView(name: "hot", filter: "lag>10m")]
    var dashboard = Dashboard(
      settings: settings, sources: [], now: FleetSample.now)
    func header(_ filter: String) -> String {
      dashboard.press("/\(filter)")
      dashboard.press(.enter)
      defer { dashboard.press("\\") }
      return dashboard.frame(Self.wide).lines[1]
    }
    #expect(header("state:failed").hasSuffix("sort STATE▼  filter state:failed  0 jobs"))
    #expect(header("lag>10m").hasSuffix("sort STATE▼  view hot  0 jobs"))
    let long = header(String(repeating: "x", count: 300))
    #expect(long.hasSuffix("x…  0 jobs"))
    #expect(long.count == 200)
  }

  @Test func `a filter that hides failures says so at every height`() {
    for rows in [10, 14, 24] {
      var dashboard = FleetSample.dashboard()
      dashboard.press("/state:running")
      dashboard.press(.enter)
      let frame = dashboard.frame(Size(rows: rows, columns: 80))
      let warning = frame.lines.suffix(2).joined()
      #expect(warning.contains("X2 !3"), "\(rows): \(warning)")
    }
  }

  @Test func `a menu leaves the selected row in sight, wherever that is`() {
    for key in ["g", "G", "g\u{4}\u{4}"] {
      for menu in ["s", "C"] {
        var dashboard = FleetSample.dashboard()
        _ = dashboard.frame(Self.usual)
        dashboard.press(key)
        let name = DashboardViewModel(dashboard).currentJob?.job.name ?? "-"
        dashboard.press(menu)
        let lines = dashboard.frame(Self.usual).lines
        #expect(lines.contains { $0.contains("» ") && $0.contains(name) && !$0.contains("│") })
      }
    }
  }
}

extension Frame {
  fileprivate var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension Dashboard {
  /// The row of a job at 80x24.
  fileprivate mutating func row(of name: String) -> (text: String, cells: ArraySlice<Cell>) {
    let frame = frame(Size(rows: 24, columns: 80))
    let index = frame.lines.firstIndex { $0.contains(name) } ?? 0
    return (frame.lines[index], frame.row(index))
  }
}

import DashboardSamples
import DashboardUI
import MigrationWatch
import Testing

/// What keys do to the panes of the job view.
@Suite struct JobKeyTests {
  private let size = Size(rows: 12, columns: 80)

  private func job(_ name: String, _ keys: String) -> Dashboard {
    var dashboard = FleetSample.dashboard()
    dashboard.select(name)
    dashboard.press(.enter)
    _ = dashboard.frame(size)
    for key in keys.unicodeScalars {
      dashboard.press(.character(key))
      _ = dashboard.frame(size)
    }
    return dashboard
  }

  @Test(arguments: ["3z", "4z", "1z", "5z", "6z"])
  func `a pane is scrolled to its last line and not past it`(keys: String) {
    var dashboard = job("erp-oracle-gauss", keys)
    for _ in 0..<100 { dashboard.press("j") }
    let end = dashboard.frame(size).text
    dashboard.press("G")
    #expect(dashboard.frame(size).text == end)
    let top = dashboard.place.top
    dashboard.press("k")
    #expect(dashboard.place.top == max(0, top - 1))
    dashboard.press("g")
    #expect(dashboard.place.top == 0)
  }

  @Test func `a pane that grew shorter is not shown past its end`() {
    var dashboard = job("erp-oracle-gauss", "4zG")
    #expect(dashboard.place.top > 0)
    _ = dashboard.frame(Size(rows: 60, columns: 80))
    #expect(dashboard.place.top == 0)
  }

  @Test func `the cursor of the graph stops at both ends, and escape takes it away`() throws {
    var dashboard = job("订单中心-同步", "2z")
    func header() -> String {
      dashboard.frame(size).text.split(separator: "\n").map(String.init)
        .first { $0.contains("2 lag") } ?? ""
    }
    #expect(!header().contains("at "))
    dashboard.press(.left)
    let newest = header()
    #expect(newest.contains("at 14:22:42 18m04s (read 1.1s)"))
    dashboard.press(.right)
    #expect(header() == newest)
    for _ in 0..<500 { dashboard.press(.left) }
    let oldest = header()
    #expect(oldest.contains("at 13:2"))
    dashboard.press(.right)
    #expect(header() != oldest)
    dashboard.press(.escape)
    #expect(!header().contains("at ") && dashboard.place.isZoomed)
    dashboard.press(.escape)
    #expect(!dashboard.place.isZoomed)
  }

  @Test func `a job without errors opens with its progress, another one with them`() {
    #expect(job("user-center-sync", "").place.pane == .progress)
    #expect(job("erp-oracle-gauss", "").place.pane == .errors)
  }
}

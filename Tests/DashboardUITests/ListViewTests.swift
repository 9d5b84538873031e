import DashboardSamples
import DashboardUI
import MigrationModel
import MigrationWatch
import Testing

/// Keys in, screen out: the lists and texts of one job and of the fleet.
@Suite struct ListViewTests {
  private static let size = Size(rows: 24, columns: 80)

  /// The screen after some keys; `\n` is Enter.
  private static func screen(
    _ keys: String, at job: String? = nil, _ dashboard: inout Dashboard
  ) -> String {
    if let job { dashboard.select(job) }
    for key in keys.unicodeScalars {
      _ = dashboard.frame(size)
      dashboard.press(key == "\n" ? .enter : .character(key))
    }
    return dashboard.frame(size).text
  }

  private static func footnote(_ screen: String) -> Substring {
    screen.split(separator: "\n", omittingEmptySubsequences: false)[22]
  }

  @Test func `a text ends with its last line, and goes back at once`() {
    var dashboard = FleetSample.dashboard()
    let end = Self.screen("e\nG", at: "erp-oracle-gauss", &dashboard)
    #expect(end.contains("same code on other jobs: none"))
    #expect(Self.footnote(end).contains("-33 of 33"))
    #expect(Self.footnote(Self.screen("jjj", &dashboard)).contains("-33 of 33"))
    #expect(Self.footnote(Self.screen("k", &dashboard)).contains("-32 of 33"))
  }

  @Test func `a text in ASCII, which shows no ends of lines, goes back at once too`() {
    var dashboard = FleetSample.dashboard()
    dashboard.select("erp-oracle-gauss")
    // Among so many lengths there is one that only the mark of the line's end makes too long.
    dashboard.readEverything(
      saying: (40...80).map { String(repeating: "x", count: $0) }.joined(separator: "\n"))
    for key: Key in [.character("e"), .enter, .character("G")] {
      _ = dashboard.frame(Self.size, glyphs: .ascii)
      dashboard.press(key)
    }
    let end = dashboard.frame(Self.size, glyphs: .ascii).text
    dashboard.press("k")
    #expect(dashboard.frame(Self.size, glyphs: .ascii).text != end)
  }

  @Test func `a text that is not wrapped moves sideways, and its labels stay`() {
    var dashboard = FleetSample.dashboard()
    let text = Self.screen("e\nwll", at: "erp-oracle-gauss", &dashboard)
    #expect(Self.footnote(text).contains("wrap off, from column 17"))
    #expect(text.contains(" where     full"))
    #expect(!text.contains("service DATAMOVE failed, cause"))
    #expect(Self.footnote(Self.screen("hh", &dashboard)).contains("from column 1"))
  }

  @Test func `a filter of the events says how many pass`() {
    var dashboard = FleetSample.dashboard()
    let all = Self.screen("E", &dashboard)
    #expect(all.contains("53 events"))
    let some = Self.screen("/source:dts-sg\n", &dashboard)
    #expect(some.contains("of 53 events"))
    #expect(!some.contains("crm-customer"))
  }

  @Test func `enter on a step opens its error, on a fold the fold`() {
    var dashboard = FleetSample.dashboard()
    let folded = Self.screen("t", at: "crm-customer-迁移", &dashboard)
    #expect(folded.contains("+ . 36 parts"))
    #expect(Self.screen("nnn\n", &dashboard).contains("error 1 of 1"))
  }

  @Test func `follow names the step that it keeps in view`() {
    var dashboard = FleetSample.dashboard()
    let screen = Self.screen("tf", at: "crm-customer-迁移", &dashboard)
    #expect(Self.footnote(screen).contains("follow on: crm.customer"))
    #expect(Self.footnote(Self.screen("k", &dashboard)).contains("follow off"))
  }

  @Test func `of many sources the selected one still says what is wrong and what to do`() {
    let sources = (1...30).map { number in
      SourceState(
        source: Source(
          name: "dts-\(number)", service: .dts, endpoint: "https://dts.cn-hangzhou.aliyuncs.com",
          authentication: "AK v3"), callsPerMinute: 60)
    }
    var dashboard = Dashboard(
      settings: DashboardSettings(), sources: sources, now: FleetSample.now)
    let refused = ProviderError(
      .unauthorised, code: "InvalidAccessKeyId.NotFound", message: "It is not found.", status: 404)
    _ = dashboard.apply(.polled(FleetSample.poll("dts-20", ago: 0, .failed(refused))))
    let screen = Self.screen("S" + String(repeating: "j", count: 19), &dashboard)
    #expect(screen.contains("» X failing  dts-20"))
    #expect(screen.contains("error    404 InvalidAccessKeyId.NotFound"))
    #expect(screen.contains("to do    renew the credentials"))
    #expect(Self.footnote(screen).contains("of 30"))
  }

  @Test func `a source tells where its secret is read from, and what is tried`() {
    var dashboard = FleetSample.dashboard()
    let screen = Self.screen("Sjj", &dashboard)
    #expect(screen.contains("STS v3, read from ~/.secrets/sts"))
    #expect(screen.contains("at most 54 in the last hour"))
  }
}

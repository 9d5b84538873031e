import DashboardSamples
import DashboardUI
import MigrationWatch
import Testing

/// Texts on screen name the keys that the user bound.
@Suite struct ReboundKeyTests {
  private static func screen(
    _ keys: [Key], _ size: Size, bound: [String: String], glyphs: Glyphs = .unicode
  ) -> String {
    var dashboard = FleetSample.dashboard(settings(bound))
    dashboard.select("erp-oracle-gauss")
    for key in keys {
      _ = dashboard.frame(size, glyphs: glyphs)
      dashboard.press(key)
    }
    return dashboard.frame(size, glyphs: glyphs).text
  }

  private static func settings(_ bound: [String: String]) -> DashboardSettings {
    var settings = DashboardSettings()
    settings.keys = KeyTable(rebinding: bound)
    return settings
  }

  private static let medium = Size(rows: 40, columns: 120)
  private static let wide = Size(rows: 60, columns: 200)

  @Test func `the way to hide the preview, beside the fleet and below it`() {
    for size in [Self.medium, Self.wide] {
      let screen = Self.screen([], size, bound: ["preview": "F6"])
      #expect(screen.contains(" F6 hides"), "\(size)")
    }
  }

  @Test func `the ways from the panes of a job to what they are parts of`() {
    let bound = ["errors": "F7", "events": "F8", "steps": "F9"]
    let screen = Self.screen([.enter], Self.wide, bound: bound)
    for words in ["F7 all", "F8 of all jobs", "F9 full tree"] { #expect(screen.contains(words)) }
  }

  @Test func `the ways through errors, to all events and back to the present`() {
    let errors = Self.screen(
      [.character("e"), .enter, .function(6)], Self.wide,
      bound: ["next-match": "F7", "previous-match": "F8", "pause": "F6"])
    #expect(errors.contains(" F7 F8 "))
    #expect(errors.contains("polling goes on: F6 goes live"))
    let sources = Self.screen([.character("S")], Self.medium, bound: ["events": "F8"])
    #expect(sources.contains("F8 all events"))
  }

  @Test func `the way into a step, the way to try a source again and the way out of the help`() {
    var steps = FleetSample.dashboard(Self.settings(["open": "F7"]))
    steps.select("crm-customer-迁移")
    steps.press("tnnn")
    #expect(steps.frame(Self.medium).text.contains(" F7: full error "))
    let sources = Self.screen(
      [.character("S"), .character("j"), .character("j")], Self.medium, bound: ["refresh": "F8"])
    #expect(sources.contains("until the credentials change, or F8 is pressed"))
    #expect(!sources.contains("r tries"))
    let help = Self.screen([.function(9)], Self.medium, bound: ["help": "F9"])
    #expect(help.contains(" F9 or Esc closes "))
    let found = Self.screen(
      [.function(9), .character("/"), .character("s")], Self.medium, bound: ["help": "F9"])
    #expect(found.contains(" Esc whole help ─┘"))
  }

  @Test func `a key that ASCII cannot show is spelled`() {
    let bound = ["preview": "left", "fold": "F6"]
    #expect(Self.screen([], Self.medium, bound: bound).contains("← hides"))
    #expect(Self.screen([], Self.medium, bound: bound, glyphs: .ascii).contains("Left hides"))
  }
}

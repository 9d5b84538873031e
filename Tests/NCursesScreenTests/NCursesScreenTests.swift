import DashboardSamples
import DashboardUI
import Glibc
import MigrationWatch
import NCursesScreen
import Testing

/// Curses has one current screen: one test at a time.
@MainActor @Suite(.serialized) struct NCursesScreenTests {
  nonisolated static let sizes = [
    Size(rows: 10, columns: 40), Size(rows: 24, columns: 80), Size(rows: 60, columns: 200),
  ]

  @Test(arguments: sizes) func `a screen on a file has the size that was asked for`(size: Size)
    throws
  {
    let terminal = try FileTerminal(size)
    #expect(terminal.screen.size == size)
    #expect(terminal.screen.glyphs == .unicode)
    try terminal.close()
  }

  @Test(arguments: sizes) func `the terminal shows what the frames say`(size: Size) throws {
    let terminal = try FileTerminal(size)
    var dashboard = FleetSample.dashboard()
    for keys in ["", "j", "G", "?", "?", "S", "j", "q", "E", "q", "g", "t", "q", "/lag>1s"] {
      dashboard.press(keys)
      let frame = dashboard.frame(size)
      _ = try terminal.bytes(showing: frame)
      let picture = try terminal.picture()
      #expect(picture.unknown.isEmpty)
      #expect(picture.text == frame.text, "after \(keys)")
    }
    try terminal.close()
  }

  nonisolated static let hostile = [
    "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m", "\u{202E}gnp\u{2066}\u{200F}", "\r\n\tx\u{8}\u{85}",
    "\u{200B}\u{200D}\u{FEFF}\u{E0041}\u{F8FF}\u{AD}",
    "👨\u{200D}👩\u{200D}👧👍🏽🇩🇪⚠\u{FE0F}1\u{FE0F}\u{20E3}",
    "e\u{301}\u{302}\u{303}\u{304}\u{301}", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1161}가", "订单ｶﾞ中心Ａ☰𝌆",
  ]

  @Test(arguments: hostile) func `no name shifts a view or does anything else`(text: String) throws
  {
    let size = Size(rows: 24, columns: 80)
    let terminal = try FileTerminal(size)
    var dashboard = FleetSample.dashboard()
    dashboard.readEverything(saying: text)
    for keys in ["", "p", "e", "`", "t", "`", "E", "q", "/\(text)"] {
      dashboard.press(keys)
      let frame = dashboard.frame(size)
      _ = try terminal.bytes(showing: frame)
      let picture = try terminal.picture()
      #expect(picture.unknown.isEmpty)
      #expect(picture.text == frame.text, "after \(keys)")
    }
    try terminal.close()
  }

  @Test func `a character that the locale gives another width is not sent`() throws {
    let size = Size(rows: 1, columns: 12)
    let terminal = try FileTerminal(size)
    var canvas = Canvas(size: size)
    canvas.write("│订单 é-e\u{301}│", row: 0, column: 0)
    // Where nothing but ASCII has a width.
    let locale = unsafe newlocale(1 << LC_CTYPE, "C", nil)
    let before = unsafe uselocale(locale)
    _ = try terminal.bytes(showing: canvas.frame)
    _ = unsafe uselocale(before)
    unsafe freelocale(locale)
    #expect(try terminal.picture().text == "????? ?-??  ")
    try terminal.close()
  }

  @Test func `wide characters and marks stand in their columns`() throws {
    let size = Size(rows: 4, columns: 12)
    let terminal = try FileTerminal(size)
    var canvas = Canvas(size: size)
    canvas.write("订单中心-同步", row: 0, column: 0)
    canvas.write("e\u{301}a\u{302}\u{308}|", row: 1, column: 0)
    canvas.write("x迁y", row: 2, column: 8)
    _ = try terminal.bytes(showing: canvas.frame)
    #expect(try terminal.picture().text == canvas.frame.text)
    canvas.write("|", row: 0, column: 3)
    canvas.write("移", row: 1, column: 1)
    canvas.write("迁移", row: 2, column: 7)
    _ = try terminal.bytes(showing: canvas.frame)
    #expect(try terminal.picture().text == canvas.frame.text)
    try terminal.close()
  }
}

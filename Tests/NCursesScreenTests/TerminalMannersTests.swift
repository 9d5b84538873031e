import DashboardSamples
import DashboardUI
import Foundation
import MigrationWatch
import NCursesScreen
import Testing

extension NCursesScreenTests {
  /// What a terminal is sent beside pictures.
  @MainActor @Suite(.serialized) struct TerminalMannersTests {
    private static let size = Size(rows: 24, columns: 80)

    @Test(arguments: [
      ("xterm-256color", true), ("xterm", true), ("tmux-256color", true), ("screen", true),
      ("linux", false), ("vt100", false),
    ])
    func `a terminal of any type shows the frame, and is as it was afterwards`(
      type: String, hasTitle: Bool
    ) throws {
      let terminal = try FileTerminal(Self.size, type: type)
      var dashboard = FleetSample.dashboard()
      let frame = dashboard.frame(Self.size)
      terminal.screen.show(frame)
      let picture = try terminal.picture()
      #expect(picture.unknown.isEmpty)
      #expect(picture.text == frame.text)
      let taken = try terminal.text()
      #expect(taken.contains("\u{1B}[?2004h"))
      #expect(taken.contains("\u{1B}]2;migtop\u{07}") == hasTitle)
      terminal.screen.lend()
      let given = try terminal.text().dropFirst(taken.count)
      #expect(given.contains("\u{1B}[?2004l"))
      #expect(given.contains("\u{1B}[23;2t") == hasTitle)
      #expect(given.contains("\u{1B}[?1049l") || !taken.contains("\u{1B}[?1049h"))
      #expect(given.contains("\u{1B}[?25h") || !taken.contains("\u{1B}[?25l"))
      // The palette is the user's.
      let all = taken + given
      #expect(!all.contains("\u{1B}]104") && !all.contains("\u{1B}]R"))
      try terminal.close()
    }

    @Test func `a terminal scrolls in all of its rows from the first picture on`() throws {
      let size = Size(rows: 40, columns: 120)
      let terminal = try FileTerminal(size)
      var dashboard = FleetSample.dashboard()
      terminal.screen.show(dashboard.frame(size))
      let regions = try terminal.text().matches(of: #/\u{1B}\[\d*;\d*r/#).map { String($0.0) }
      #expect(regions.last == "\u{1B}[1;40r")
      dashboard.press("j")
      terminal.screen.show(dashboard.frame(size))
      dashboard.press(.enter)
      let frame = dashboard.frame(size)
      terminal.screen.show(frame)
      #expect(try terminal.picture().text == frame.text)
      try terminal.close()
    }

    @Test func `a terminal that is lent is sent nothing, and everything when it is back`() throws {
      let terminal = try FileTerminal(Self.size)
      var dashboard = FleetSample.dashboard()
      terminal.screen.show(dashboard.frame(Self.size))
      terminal.screen.lend()
      let lent = try terminal.text()
      dashboard.press("j")
      let frame = dashboard.frame(Self.size)
      terminal.screen.show(frame)
      terminal.screen.setMouse(true)
      terminal.screen.ring()
      #expect(terminal.screen.copy("text"))
      #expect(try terminal.text() == lent)
      terminal.screen.takeBack()
      terminal.screen.show(frame)
      let back = try terminal.text().dropFirst(lent.count)
      #expect(back.contains("\u{1B}[?2004h") && back.contains("\u{1B}[?1000;1006h"))
      #expect(back.contains("\u{1B}[?1049h") && back.contains("\u{1B}[2J"))
      #expect(try terminal.picture().text == frame.text)
      try terminal.close()
    }

    @Test func `the mouse is told on and off, and off at the end`() throws {
      let terminal = try FileTerminal(Self.size)
      #expect(try !terminal.text().contains("1006"))
      terminal.screen.setMouse(true)
      #expect(try terminal.text().hasSuffix("\u{1B}[?1000;1006h"))
      terminal.screen.setMouse(false)
      #expect(try terminal.text().hasSuffix("\u{1B}[?1006;1000l"))
      terminal.screen.setMouse(true)
      terminal.screen.lend()
      #expect(try terminal.text().split(separator: "1006h").last?.contains("1006;1000l") == true)
      try terminal.close()
    }

    @Test func `a copy is OSC 52, up to what terminals take`() throws {
      let terminal = try FileTerminal(Self.size)
      #expect(terminal.screen.copy("订单 lag 3s"))
      #expect(try terminal.text().hasSuffix("\u{1B}]52;c;6K6i5Y2VIGxhZyAzcw==\u{07}"))
      let before = try terminal.text()
      #expect(!terminal.screen.copy(String(repeating: "x", count: 56_300)))
      #expect(try terminal.text() == before)
      #expect(terminal.screen.copy(String(repeating: "x", count: 56_000)))
      try terminal.close()
    }

    @Test func `it rings once, however often it is told`() throws {
      let terminal = try FileTerminal(Self.size)
      let before = try terminal.text()
      for _ in 0..<50 { terminal.screen.ring() }
      #expect(try terminal.text() == before + "\u{07}")
      try terminal.close()
    }
  }
}

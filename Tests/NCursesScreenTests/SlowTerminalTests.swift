import DashboardSamples
import DashboardUI
import Foundation
import MigrationWatch
import NCursesScreen
import Testing

extension NCursesScreenTests {
  @MainActor @Suite(.serialized, .timeLimit(.minutes(2))) struct SlowTerminalTests {
    private static let size = Size(rows: 60, columns: 200)

    @Test func `a terminal that takes nothing for a while gets the newest frame then`()
      async throws
    {
      let line = try Line()
      let screen = try NCursesScreen(
        type: "xterm-256color", path: line.name, size: Self.size)
      var dashboard = FleetSample.dashboard()
      for step in 0..<200 {
        dashboard.press(step.isMultiple(of: 2) ? "S" : "q")
        screen.redraw()
        screen.show(dashboard.frame(Self.size))
      }
      dashboard.press("?")
      let last = dashboard.frame(Self.size)
      screen.show(last)
      var bytes: [UInt8] = []
      while TerminalPicture(size: Self.size, bytes: bytes).text != last.text {
        bytes += line.taken()
        await Task.yield()
      }
      #expect(bytes.count < 300_000)
      screen.close()
    }

    @Test func `a line that was cut is told as such`() throws {
      let line = try Line()
      let screen = try NCursesScreen(
        type: "xterm-256color", path: line.name, size: Self.size)
      #expect(screen.readEvents().isEmpty)
      line.cut()
      let events = screen.readEvents().map { "\($0)" }
      #expect(events == ["stopRequested(signal: 1)"])
      screen.close()
    }
  }
}

/// Both ends of a line to a terminal.
private final class Line {
  let name: String
  private let terminal: Int32
  private let program: Int32
  private var isCut = false

  init() throws {
    var ends: (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    try #require(unsafe openpty(&ends.0, &ends.1, &name, nil, nil) == 0)
    (terminal, program) = ends
    self.name = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
  }

  deinit {
    cut()
    close(program)
  }

  /// What the terminal takes now.
  func taken() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe read(terminal, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  func cut() {
    if !isCut { close(terminal) }
    isCut = true
  }
}

import DashboardSamples
import DashboardUI
import Testing

extension NCursesScreenTests {
  /// Terminals with 256 colours, with eight, and with none.
  @MainActor @Suite(.serialized) struct TerminalTypeTests {
    struct Expected: Sendable, CustomTestStringConvertible {
      let type: String
      let theme: Theme
      /// The colours and attributes that are used beside those that end all others.
      let renditions: Set<String>
      var testDescription: String { "\(type) \(theme)" }
    }

    /// Plain, bold, bold and underlined, bold and reversed, reversed.
    private nonisolated static let attributes: Set = ["", "0;1", "0;1;4", "0;1;7", "0;7"]
    private nonisolated static let ends: Set = ["0", "39", "39;49"]
    /// Green, yellow, red, cyan.
    private nonisolated static let eight: Set = ["32", "33", "31", "36"]
    private nonisolated static let grey = "38;5;244"
    private nonisolated static let dim = "0;2"

    nonisolated static let expected = [
      Expected(
        type: "xterm-256color", theme: .standard,
        renditions: attributes.union(ends).union(eight).union([grey])),
      Expected(
        type: "tmux-256color", theme: .standard,
        renditions: attributes.union(ends).union(eight).union([grey])),
      Expected(
        type: "xterm-256color", theme: .colourBlind,
        renditions: attributes.union(ends).union(["38;5;33", "33", "38;5;166", "36", grey])),
      Expected(
        type: "xterm-256color", theme: .mono, renditions: attributes.union([dim])),
      Expected(
        type: "xterm", theme: .standard,
        renditions: attributes.union(ends).union(eight).union([dim])),
      Expected(
        type: "screen", theme: .standard,
        renditions: attributes.union(ends).union(eight).union([dim])),
      Expected(
        type: "xterm", theme: .colourBlind,
        renditions: attributes.union(ends).union(["34", "33", "31", "36", dim])),
      // Its attributes begin with the choice of a font.
      Expected(
        type: "linux", theme: .standard,
        renditions: eight.union([
          "", "0;10", "0;10;1", "0;10;4;1", "0;10;7;1", "0;10;7", "0;10;2", "39", "39;49",
        ])),
      // Neither colours nor dim.
      Expected(type: "vt100", theme: .standard, renditions: attributes.union(["0"])),
      Expected(type: "vt100", theme: .colourBlind, renditions: attributes.union(["0"])),
    ]

    @Test(arguments: expected)
    func `each terminal shows the same text, in the colours that it has`(
      expected: Expected
    ) throws {
      let size = Size(rows: 24, columns: 80)
      let terminal = try FileTerminal(size, type: expected.type, theme: expected.theme)
      var dashboard = FleetSample.dashboard()
      for keys in ["", "j", "\u{4}", "S", "q"] {
        dashboard.press(keys)
        let frame = dashboard.frame(size)
        _ = try terminal.bytes(showing: frame)
        let picture = try terminal.picture()
        #expect(picture.unknown.isEmpty)
        #expect(picture.text == frame.text, "after \(keys)")
      }
      #expect(try terminal.picture().renditions == expected.renditions)
      try terminal.close()
    }
  }
}

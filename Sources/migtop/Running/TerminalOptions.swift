import ArgumentParser
import Foundation

/// How to draw.
struct TerminalOptions: ParsableArguments {
  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Flag(name: .customLong("no-color"), help: "Draw without colours, as NO_COLOR does.")
  var noColor = false

  var hasColor: Bool {
    !noColor && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}

import DashboardUI
import Foundation
import NCursesScreen

/// A terminal that is a file: what it is sent can be counted and looked at.
@MainActor final class FileTerminal {
  let screen: NCursesScreen
  private let file: URL
  private let size: Size
  private var seen = 0

  init(
    _ size: Size, type: String = "xterm-256color", theme: Theme = .standard, isASCII: Bool = false
  ) throws {
    // Curses draws no wide characters in the C locale that a test may be run in.
    unsafe setenv("LC_ALL", "C.UTF-8", 1)
    file = URL.temporaryDirectory.appending(path: "terminal-\(UUID().uuidString)")
    screen = try NCursesScreen(
      type: type, path: file.path, size: size, hasColor: theme != .mono,
      isColourBlind: theme == .colourBlind, isASCII: isASCII)
    self.size = size
  }

  /// How many bytes it takes to show the frame after the one before.
  func bytes(showing frame: Frame) throws -> Int {
    screen.show(frame)
    let before = seen
    seen = try Data(contentsOf: file).count
    return seen - before
  }

  /// What is on it.
  func picture() throws -> TerminalPicture {
    TerminalPicture(size: size, bytes: try Data(contentsOf: file))
  }

  /// Everything that it was sent.
  func text() throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }

  func close() throws {
    screen.close()
    try FileManager.default.removeItem(at: file)
  }
}

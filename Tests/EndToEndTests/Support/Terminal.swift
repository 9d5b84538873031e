import Foundation
import Testing

/// A terminal as a person sits at it: a shell in a tmux of its own.
struct Terminal {
  struct Size { var columns = 80, rows = 24 }

  /// Lines without the blanks behind them; as many as the terminal has rows.
  typealias Picture = [String]

  static let isAvailable = ["/usr/bin", "/bin", "/usr/local/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/tmux")
  }

  let folder: TemporaryFolder
  private let server: Program

  /// Opens a terminal with a shell, and closes it behind the body.
  static func with(_ size: Size = Size(), _ body: (Terminal) async throws -> Void) async throws {
    let terminal = try Terminal()
    try await terminal.open(size)
    do {
      try await body(terminal)
    } catch {
      try await terminal.tmux("kill-server")
      throw error
    }
    try await terminal.tmux("kill-server")
  }

  /// The server stays in the foreground: as a daemon it would keep what Foundation waits by for the
  /// end of a process.
  private init() throws {
    folder = try TemporaryFolder()
    let configuration = try folder.write("set -g status off\n", as: "tmux.conf")
    server = try Self.tmux(["-D", "-f", configuration], in: folder)
  }

  private static func tmux(
    _ arguments: [String], in folder: TemporaryFolder
  ) throws -> Program {
    try Program(
      "/usr/bin/env", ["tmux", "-L", "migtop"] + arguments,
      environment: ["TMUX_TMPDIR": folder.url.path])
  }

  private func open(_ size: Size) async throws {
    _ = try await eventually("a tmux server") {
      try? await tmux(
        "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", "-c", folder.url.path,
        "exec env PATH=\(Program.builtFolder):\"$PATH\" PS1='$ ' sh")
    }
    try await picture("a prompt") { $0.contains { $0.hasPrefix("$") } }
  }

  @discardableResult private func tmux(_ arguments: String...) async throws -> String {
    let end = try await Self.tmux(["-N"] + arguments, in: folder).end()
    guard end.code == 0 else { throw Overdue(what: "tmux \(arguments)", seen: end.errors) }
    return end.output
  }

  /// Types a command for the shell.
  func run(_ command: String) async throws {
    try await type(command)
    try await press("Enter")
  }

  func type(_ text: String) async throws { try await tmux("send-keys", "-l", text) }

  /// Presses a key by tmux's name of it.
  func press(_ key: String) async throws { try await tmux("send-keys", key) }

  func resize(to size: Size) async throws {
    try await tmux("resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)")
  }

  /// Whether a program has the second screen, behind which the shell's is kept.
  func showsAlternateScreen() async throws -> Bool {
    try await tmux("display-message", "-p", "#{alternate_on}") == "1\n"
  }

  func picture() async throws -> Picture {
    try await tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  /// Waits for a picture.
  @discardableResult func picture(
    _ what: String, where isRight: (Picture) -> Bool
  ) async throws -> Picture {
    try await eventually(what, seen: { try await picture().joined(separator: "\n") }) {
      let picture = try await picture()
      return isRight(picture) ? picture : nil
    }
  }
}

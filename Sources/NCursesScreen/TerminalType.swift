internal import CNCurses
internal import Glibc
import MigrationWatch

/// What is known of the terminal by its type.
@MainActor struct TerminalType {
  /// As terminfo knows it: not always what `$TERM` says.
  let name: String

  /// - Parameter name: Of a type that terminfo knows.
  init(name: String) { self.name = name }

  /// What `$TERM` names. A type that this host does not know is driven as an xterm, which most are.
  static func ofEnvironment(_ descriptor: Int32) throws(NCursesScreen.OpenError) -> Self {
    let name = unsafe getenv("TERM").map { unsafe String(cString: $0) } ?? ""
    guard !["", "dumb", "unknown"].contains(name) else { throw .unfit(type: name) }
    switch unsafe cnc_terminal_kind(name, descriptor) {
    case 1: return Self(name: name)
    case 0: throw .unfit(type: name)
    default:
      guard unsafe cnc_terminal_kind("xterm-256color", descriptor) == 1 else {
        throw .unfit(type: name)
      }
      return Self(name: "xterm-256color")
    }
  }

  /// Whether it understands sequences that begin with `ESC [`, and leaves alone those that it does not know.
  var isANSI: Bool { Self.capability("cup")?.starts(with: "\u{1B}[".utf8) ?? false }

  /// Whether it keeps a stack of window titles. Others may show what is sent to it.
  var hasTitle: Bool {
    ["xterm", "tmux", "screen", "rxvt", "alacritty", "kitty", "foot", "vte", "gnome", "konsole"]
      .contains { name.hasPrefix($0) }
  }

  /// What each key sends, where that is a sequence.
  var keys: [[UInt8]: Key] {
    var names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete),
      ("kcbt", .backTab), ("kent", .enter),
    ]
    names += (1...12).map { ("kf\($0)", .function($0)) }
    let sequences = names.compactMap { name, key in Self.capability(name).map { ($0, key) } }
    return Dictionary(
      sequences.filter { $0.0.first == 0x1B && $0.0.count > 1 },
      uniquingKeysWith: { first, _ in first })
  }

  /// Without the pauses that a printing terminal asks for: `$<5>`.
  static func capability(_ name: String) -> [UInt8]? {
    guard let value = unsafe cnc_capability(name) else { return nil }
    return Array(unsafe String(cString: value).replacing(#/\$<[^>]*>/#, with: "").utf8)
  }
}

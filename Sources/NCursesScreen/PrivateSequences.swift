/// What curses does not send: the modes beside drawing, and the window's title.
@MainActor struct PrivateSequences {
  private let isANSI: Bool
  private let hasTitle: Bool
  /// Of the screen as curses leaves it, for when curses cannot run any more.
  private let restoring: [UInt8]
  /// The cursor as the shell wants it. Curses sends it only if the last frame hid it, and a terminal that nobody reads
  /// may have lost that frame.
  let cursor: [UInt8]

  init(_ type: TerminalType) {
    isANSI = type.isANSI
    hasTitle = type.hasTitle
    cursor = TerminalType.capability("cnorm") ?? []
    restoring = ["rmcup", "cnorm", "sgr0"].compactMap(TerminalType.capability).flatMap { $0 }
  }

  /// Bracketed paste, and the title kept and set.
  var entering: [UInt8] {
    bytes((isANSI ? "\u{1B}[?2004h" : "") + (hasTitle ? "\u{1B}[22;2t\u{1B}]2;migtop\u{07}" : ""))
  }

  var leaving: [UInt8] {
    bytes((isANSI ? "\u{1B}[?2004l\u{1B}[?1006;1000l" : "") + (hasTitle ? "\u{1B}[23;2t" : ""))
  }

  /// What a crash sends.
  var rescue: [UInt8] { leaving + restoring }

  /// Buttons and wheel with coordinates beyond 223, and no motion: that would flood a slow line.
  func mouse(_ isOn: Bool) -> [UInt8] {
    guard isANSI else { return [] }
    return bytes(isOn ? "\u{1B}[?1000;1006h" : "\u{1B}[?1006;1000l")
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

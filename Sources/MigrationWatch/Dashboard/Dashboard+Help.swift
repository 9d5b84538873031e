/// Keys while the help is open: it scrolls, and letters search it.
extension Dashboard {
  mutating func pressInHelp(_ key: Key) -> [DashboardEffect] {
    guard var help = openHelp else { return [] }
    let command = settings.keys.command(for: key)
    if help.isTyping {
      typeInHelp(key, &help)
    } else if command == .quit {
      return [.quit(code: 130)]
    } else if command == .redraw || command == .suspend {
      return command == .redraw ? [.redraw] : [.suspend]
    } else if key == .escape, help.search != nil {
      help = OpenHelp()
    } else if command == .close || command == .help || command == .back {
      openHelp = nil
      return []
    } else if command == .filter {
      help.search = help.search ?? Prompt()
      help.isTyping = true
    } else if let command, let top = scrolled(help.top, by: command) {
      help.top = top
    } else if case .character(let scalar) = key, scalar.properties.isAlphabetic {
      help.search = Prompt(String(Character(scalar)))
      help.isTyping = true
      help.top = 0
    }
    openHelp = help
    return []
  }

  private func typeInHelp(_ key: Key, _ help: inout OpenHelp) {
    switch key {
    case .escape: help = OpenHelp()
    case .enter: help.isTyping = false
    case .up, .down, .pageUp, .pageDown:
      if let command = settings.keys.command(for: key) {
        help.top = scrolled(help.top, by: command) ?? help.top
      }
    case .backspace where help.search?.string.isEmpty ?? true: help = OpenHelp()
    default:
      if help.search?.edit(key) == true { help.top = 0 }
    }
  }

  mutating func scrollHelp(_ command: Command) {
    if let help = openHelp, let top = scrolled(help.top, by: command) { openHelp?.top = top }
  }

  /// `nil` for a command that is no move.
  private func scrolled(_ top: Int, by command: Command) -> Int? {
    guard command.isMove else { return nil }
    let last = max(0, lineCount - rows)
    return min(max(0, target(of: command, from: top, count: last + 1)), last)
  }
}

import MigrationModel

extension Dashboard {
  /// Types a pasted text into the open prompt. Without one it does nothing: no paste runs a command.
  mutating func paste(_ text: String) -> [DashboardEffect] {
    if openHelp != nil { return pasteIntoHelp(Self.line(text)) }
    guard openPrompt != nil else {
      let characters = text.count == 1 ? "1 character" : "\(text.count) characters"
      let keys = [Command.filter, .commandLine].compactMap(settings.keys.keyName)
      let hint = keys.isEmpty ? "" : ", \(keys.joined(separator: " or "))"
      notice = "a paste of \(characters) was ignored: open a prompt first\(hint)"
      return []
    }
    notice = nil
    return act {
      $0.type(pasted: Self.line(text))
      return []
    }
  }

  private mutating func pasteIntoHelp(_ line: String) -> [DashboardEffect] {
    guard openHelp?.isTyping == true else {
      notice = "a paste was ignored: the help is open"
      return []
    }
    for character in line { openHelp?.search?.insert(character) }
    openHelp?.top = 0
    return []
  }

  /// As if the last key had not been Esc.
  mutating func reopenPrompt() {
    guard let escapedPrompt else { return }
    openPrompt = escapedPrompt
    self.escapedPrompt = nil
  }

  private static let longestPaste = 500

  /// A text as one line without controls: an end of a line in it becomes a blank.
  private static func line(_ text: String) -> String {
    let lines = text.oneLine
    let scalars = lines.unicodeScalars.lazy.map { $0 == "\t" ? " " : $0 }
      .filter { $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(scalars.prefix(longestPaste)))
  }
}

extension Key {
  /// Reads a key as the configuration spells it: `r`, `ctrl-r`, `F5`, `Enter`, `Space`, `Tab`; `nil` for anything else.
  package init?(parsing text: String) {
    let scalars = Array(text.unicodeScalars)
    if scalars.count == 1, let scalar = scalars.first, scalar.value > 0x20, scalar.value != 0x7F {
      self = .character(scalar)
      return
    }
    let name = text.lowercased()
    for prefix in ["ctrl-", "^"] where name.hasPrefix(prefix) {
      let rest = Array(name.dropFirst(prefix.count).unicodeScalars)
      guard rest.count == 1, let letter = rest.first, ("a"..."z").contains(letter) else {
        return nil
      }
      self = .control(letter)
      return
    }
    if name.first == "f", let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
      return
    }
    guard let key = Self.named[name] else { return nil }
    self = key
  }

  private static let named: [String: Key] = [
    "space": .character(" "), "enter": .enter, "esc": .escape, "tab": .tab, "s-tab": .backTab,
    "backspace": .backspace, "del": .delete, "up": .up, "down": .down, "left": .left,
    "right": .right, "pgup": .pageUp, "pgdn": .pageDown, "home": .home, "end": .end,
  ]
}

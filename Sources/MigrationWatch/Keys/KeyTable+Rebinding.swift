extension KeyTable {
  /// What is wrong with some bindings of the configuration, by their action; empty if all can be had together.
  package static func complaints(about keys: [String: String]) -> [String: String] {
    var complaints: [String: String] = [:]
    var taken: [Key: String] = [:]
    for binding in standard where keys[binding.command.rawValue] == nil {
      for key in binding.keys { taken[key] = binding.command.rawValue }
    }
    for (action, text) in keys.sorted(by: { $0.key < $1.key }) {
      guard let key = Key(parsing: text) else {
        complaints[action] = "\"\(text)\" is no key; write r, ctrl-r, F5, Enter, Space or Tab"
        continue
      }
      if let other = taken[key] {
        complaints[action] =
          "\"\(text)\" is the key of \(other) already; give that one another key too"
      }
      taken[key] = action
    }
    return complaints
  }

  /// The standard keys with some actions on other ones. Entries that ``complaints(about:)`` refuses are left out.
  package init(rebinding keys: [String: String]) {
    self.init(
      Self.standard.map { binding in
        guard let key = keys[binding.command.rawValue].flatMap(Key.init(parsing:)) else {
          return binding
        }
        return KeyBinding(
          binding.command, binding.group, [key], binding.label, shared: binding.shared)
      })
  }
}

/// One value of a settings file, with the line on which its key stands.
struct SettingsNode: Sendable {
  enum Value: Sendable {
    case string(String)
    case integer(Int)
    case decimal(Double)
    case array([SettingsNode])
    case table([String: SettingsNode])
    /// A type that no setting has, in words.
    case other(String)
  }

  let line: Int
  let value: Value
}

extension SettingsNode.Value {
  /// The type, as a person would call it.
  var kind: String {
    switch self {
    case .string: "a text"
    case .integer: "a whole number"
    case .decimal: "a number with a fraction"
    case .array: "a list"
    case .table: "a table"
    case .other(let kind): kind
    }
  }
}

/// A key of a settings file with its value.
struct SettingsEntry {
  /// Dotted, as in `poll.interval`.
  let name: String
  let node: SettingsNode
}

/// One table of a settings file, whose keys are known.
struct SettingsTable<Key: RawRepresentable<String>> {
  /// Dotted; empty for the file itself.
  let name: String
  let line: Int
  let entries: [String: SettingsNode]

  subscript(key: Key) -> SettingsEntry? { entry(key.rawValue) }

  func entry(_ key: String) -> SettingsEntry? {
    entries[key].map { SettingsEntry(name: path(key), node: $0) }
  }

  func path(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }
}

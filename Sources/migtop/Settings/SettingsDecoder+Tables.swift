import MigrationModel
import MigrationWatch

extension SettingsDecoder {
  /// The table that stands there, its unknown keys refused.
  mutating func table<Key: RawRepresentable<String> & CaseIterable>(
    _ entry: SettingsEntry?, of keys: Key.Type
  ) -> SettingsTable<Key>? {
    guard let entry else { return nil }
    guard case .table(let entries) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); make it a table: [\(entry.name)]")
      return nil
    }
    let table = SettingsTable<Key>(name: entry.name, line: entry.node.line, entries: entries)
    refuseUnknownKeys(of: table)
    return table
  }

  mutating func refuseUnknownKeys<Key: RawRepresentable<String> & CaseIterable>(
    of table: SettingsTable<Key>
  ) {
    let known = Key.allCases.map(\.rawValue)
    for (key, node) in table.entries where Key(rawValue: key) == nil {
      let hint = Nearest.hint(key, among: known)
      let advice =
        hint.isEmpty ? "take it out, or use one of \(known.joined(separator: ", "))" : "correct it"
      refuse(table.path(key), line: node.line, "is not a known key; \(advice)\(hint)")
    }
  }

  /// The entry, or a mistake that shows how to write it.
  mutating func required<Key>(
    _ key: Key, of table: SettingsTable<Key>, like example: String
  ) -> SettingsEntry? {
    if let entry = table[key] { return entry }
    refuse(
      table.path(key.rawValue), line: table.line,
      "is missing; add \(key.rawValue) = \(example)")
    return nil
  }

  mutating func keys(_ entry: SettingsEntry?) -> [String: String] {
    var keys = texts(entry, example: "refresh = \"r\"")
    guard let entry, case .table(let nodes) = entry.node.value else { return [:] }
    if let actions = rules.actions {
      for name in keys.keys.filter({ !actions.contains($0) }) {
        keys[name] = nil
        refuse(
          "\(entry.name).\(name)", line: nodes[name]?.line ?? entry.node.line,
          "is not an action; press ? in the dashboard for the actions"
            + Nearest.hint(name, among: actions))
      }
    }
    refuse(rules.keys(keys), in: entry)
    return keys
  }

  mutating func views(_ entry: SettingsEntry?) -> [String: String] {
    let views = texts(entry, example: "hot = \"state:failed\"")
    if let entry { refuse(rules.views(views), in: entry) }
    return views
  }

  private mutating func refuse(_ complaints: [String: String], in entry: SettingsEntry) {
    guard case .table(let nodes) = entry.node.value else { return }
    for (name, complaint) in complaints {
      refuse("\(entry.name).\(name)", line: nodes[name]?.line ?? entry.node.line, complaint)
    }
  }

  /// A table whose keys the user chooses and whose values are texts.
  private mutating func texts(_ entry: SettingsEntry?, example: String) -> [String: String] {
    guard let entry else { return [:] }
    guard case .table(let nodes) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); make it a table: [\(entry.name)]")
      return [:]
    }
    var texts: [String: String] = [:]
    for (name, node) in nodes {
      let child = SettingsEntry(name: "\(entry.name).\(name)", node: node)
      texts[name] = text(child, like: "\"…\", as in \(example)")
    }
    return texts
  }
}

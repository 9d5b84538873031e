extension SettingsDecoder {
  private static let forms =
    "{ env = \"NAME\" }, { file = \"PATH\" } or { command = [\"PROGRAM\", \"ARGUMENT\"] }"

  /// A reference to a secret. No mistake repeats the value: it may be the secret itself.
  mutating func secret(_ entry: SettingsEntry?) -> SecretReference? {
    guard let entry else { return nil }
    if case .string = entry.node.value {
      refuse(
        entry, "is written in the file itself; take it out and say where it is kept: \(Self.forms)")
      return nil
    }
    guard case .table(let entries) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); say where the secret is kept: \(Self.forms)")
      return nil
    }
    let table = SettingsTable<SecretKey>(
      name: entry.name, line: entry.node.line, entries: entries)
    refuseUnknownKeys(of: table)
    let known = SecretKey.allCases.filter { table[$0] != nil }
    guard let key = known.first, known.count == 1 else {
      if known.count > 1 || entries.isEmpty {
        refuse(entry, "must be kept in one place; use \(Self.forms)")
      }
      return nil
    }
    return table[key].flatMap { reference(key, $0) }
  }

  private mutating func reference(_ key: SecretKey, _ entry: SettingsEntry) -> SecretReference? {
    switch key {
    case .env: variable(entry)
    case .file: path(entry).map { .file($0) }
    case .command: command(entry)
    }
  }

  private mutating func variable(_ entry: SettingsEntry) -> SecretReference? {
    guard let name = text(entry, like: "the name of a variable") else { return nil }
    guard name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil else {
      refuse(entry, "is not the name of a variable; use letters, digits and _ only")
      return nil
    }
    return .environment(name)
  }

  private mutating func command(_ entry: SettingsEntry) -> SecretReference? {
    let example = "[\"pass\", \"show\", \"cloud/key\"]"
    let words = list(entry, like: "\(example), for no shell runs it") { decoder, word in
      decoder.text(word, like: "\"show\"")
    }
    guard let words, !words.isEmpty else { return nil }
    return .command(words)
  }
}

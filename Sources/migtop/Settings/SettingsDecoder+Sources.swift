import MigrationModel
import MigrationWatch

extension SettingsDecoder {
  mutating func sources(_ entry: SettingsEntry?) -> [SourceSettings] {
    guard let entry else { return [] }
    guard case .array(let nodes) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); begin each source with [[source]]")
      return []
    }
    return nodes.compactMap { source(SettingsEntry(name: entry.name, node: $0)) }
  }

  private mutating func source(_ entry: SettingsEntry) -> SourceSettings? {
    guard let table = table(entry, of: SourceKey.self) else { return nil }
    let name = sourceName(required(.name, of: table, like: "\"prod\""))
    let example = "\"dts\" (or \"relational-migrator\", \"drs\")"
    guard let service: Service = word(required(.service, of: table, like: example)) else {
      return nil
    }
    refuseForeignKeys(of: table, service: service)
    let access = access(service, table)
    var source = access.map { SourceSettings(name: name ?? "", access: $0) }
    source = common(table, source)
    return name == nil ? nil : source
  }

  /// What every source may have. Read even when the rest is wrong, so that all mistakes are found.
  private mutating func common(
    _ table: SettingsTable<SourceKey>, _ source: SourceSettings?
  ) -> SourceSettings? {
    let jobs = list(table[.jobs], like: "[\"id\"]") { $0.text($1, like: "\"id\"") }
    let calls = integer(table[.callsPerMinute], in: 1...6_000)
    var timeout = Duration.seconds(10)
    read(table[.timeout], into: &timeout, atLeast: .milliseconds(100))
    let certificateFile = path(table[.certificateFile])
    guard var source else { return nil }
    source.jobs = jobs
    source.callsPerMinute = calls ?? source.callsPerMinute
    source.timeout = timeout
    source.certificateFile = certificateFile
    return source
  }

  private mutating func sourceName(_ entry: SettingsEntry?) -> String? {
    guard let entry, let name = text(entry, like: "\"prod\"") else { return nil }
    let isUsable = name.unicodeScalars.allSatisfy { scalar in
      ServiceText.isPrintable(scalar) && !scalar.properties.isWhitespace
        && !"/,\"".unicodeScalars.contains(scalar)
    }
    guard isUsable else {
      refuse(
        entry, "\(Self.quoted(name)) cannot be typed as source/job; leave out / , \" and spaces")
      return nil
    }
    if let line = lineOfName[name] {
      refuse(
        entry, "\(Self.quoted(name)) is the name of the source in line \(line) too; choose another")
      return nil
    }
    lineOfName[name] = entry.node.line
    return name
  }

  /// Keys that exist, but not for this service.
  private mutating func refuseForeignKeys(
    of table: SettingsTable<SourceKey>, service: Service
  ) {
    let own = service.sourceKeys
    for key in SourceKey.allCases where !own.contains(key) {
      guard let entry = table[key] else { continue }
      let hint = Nearest.hint(key.rawValue, among: own.map(\.rawValue))
      refuse(entry, "is no key of a \(service.rawValue) source; take it out\(hint)")
    }
  }
}

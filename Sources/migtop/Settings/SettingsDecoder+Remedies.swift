import MigrationModel
import MigrationWatch

extension SettingsDecoder {
  /// The entries without a mistake, those about jobs first.
  mutating func remedies(_ root: SettingsNode) -> [RemedyEntry] {
    let entry = SettingsEntry(name: "", node: root)
    guard let table = table(entry, of: RemedyRootKey.self) else { return [] }
    let errors = tables(table[.error]) { $0.errorRemedy($1) }
    let calls = tables(table[.call]) { $0.callRemedy($1) }
    return errors + calls
  }

  private mutating func tables(
    _ entry: SettingsEntry?, _ element: (inout Self, SettingsEntry) -> RemedyEntry?
  ) -> [RemedyEntry] {
    guard let entry else { return [] }
    guard case .array(let nodes) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); begin each entry with [[\(entry.name)]]")
      return []
    }
    var lines: [String: Int] = [:]
    return nodes.compactMap { node in
      let found = problems.count
      let remedy = element(&self, SettingsEntry(name: entry.name, node: node))
      guard let remedy, problems.count == found else { return nil }
      if let line = lines[remedy.code] {
        refuse("\(entry.name).code", line: node.line, "is that of line \(line) too; join the two")
        return nil
      }
      lines[remedy.code] = node.line
      return remedy
    }
  }

  private mutating func errorRemedy(_ entry: SettingsEntry) -> RemedyEntry? {
    guard let table = table(entry, of: ErrorRemedyKey.self) else { return nil }
    var remedy = remedy(table, .job)
    let engines = list(table[.engines], like: "[\"mysql\"]") { $0.word($1) as DatabaseEngine? }
    remedy?.engines = Set(engines ?? [])
    return remedy
  }

  private mutating func callRemedy(_ entry: SettingsEntry) -> RemedyEntry? {
    guard let table = table(entry, of: CallRemedyKey.self) else { return nil }
    let kind: ProviderError.Kind? = word(table[.kind])
    if kind != nil, let patterns = table[.patterns] {
      refuse(patterns, "would be ignored: an entry with a kind is about every call of that kind")
    }
    return remedy(table, kind.map { .callsOfKind($0) } ?? .call)
  }

  private mutating func remedy<Key: RemedyKey>(
    _ table: SettingsTable<Key>, _ subject: RemedyEntry.Subject
  ) -> RemedyEntry? {
    let example = "\"ORA-01555\""
    let code = text(required(.code, of: table, like: example), like: example)
    let patterns = list(table[.patterns], like: "[\"snapshot too old\"]") { $0.pattern($1) } ?? []
    let names = patterns.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    let cause = words(required(.cause, of: table, like: "\"Why it comes.\""), names)
    let action = words(required(.remedy, of: table, like: "\"What to do, and where.\""), names)
    let document = "\"the title or address of a document\""
    let source = text(required(.source, of: table, like: document), like: document)
    let aliases = list(table[.also], like: "[\(example)]") { $0.text($1, like: example) }
    let services = list(table[.services], like: "[\"dts\"]") { $0.word($1) as Service? }
    guard let code, let cause, let action, let source else { return nil }
    var remedy = RemedyEntry(
      code: code, subject: subject, cause: cause, action: action, source: source)
    remedy.aliases = aliases ?? []
    remedy.patterns = patterns
    remedy.services = Set(services ?? [])
    if !remedy.isReachable, let entry = table[.code] {
      refuse(entry, "\(Self.quoted(code)) is a name and no error carries it; add patterns or also")
    }
    return remedy
  }

  private mutating func pattern(_ entry: SettingsEntry) -> RemedyPattern? {
    guard let text = text(entry, like: "\"snapshot too old\"") else { return nil }
    guard let pattern = RemedyPattern(text) else {
      refuse(
        entry,
        "\(Self.quoted(text)) is no pattern; write six letters or more, and text on both sides of "
          + "each {name} and *")
      return nil
    }
    return pattern
  }

  /// - Parameter names: What the entry's patterns keep.
  private mutating func words(_ entry: SettingsEntry?, _ names: Set<String>) -> RemedyText? {
    guard let entry, let told = text(entry, like: "\"a sentence\"") else { return nil }
    guard let words = RemedyText(told) else {
      refuse(entry, "has a { or } without its partner; write {name} or {name|the words without it}")
      return nil
    }
    let known = Set(RemedyPlace.allCases.map(\.rawValue))
    for place in words.places.sorted() where !known.contains(place) {
      guard names.contains(place) else {
        let all = known.union(names).sorted()
        refuse(
          entry,
          "{\(place)} is kept by no pattern; use one of \(all.joined(separator: ", "))"
            + Nearest.hint(place, among: all))
        continue
      }
      guard words.demands.contains(place) else { continue }
      refuse(entry, "{\(place)} may be missing; write {\(place)|the words without it}")
    }
    return words
  }
}

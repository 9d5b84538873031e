import class FoundationEssentials.FileManager
import MigrationSimulator

extension SettingsDecoder {
  mutating func literals(
    of service: Scenario.Service, _ table: SettingsTable<ScenarioJobKey>
  ) -> [Scenario.Literal] {
    if let entry = table[.statusDocument], service != .drs {
      refuse(entry, "is of drs only; take it out")
      return []
    }
    if let entry = table[.document] ?? table[.statusDocument], table[.id] == nil {
      refuse(entry, "belongs to an id; add id = \"…\", as it stands in the document")
    }
    return [
      literal(.job, table[.document]), literal(.status, table[.statusDocument]),
    ].compactMap { $0 }
  }

  private mutating func literal(
    _ place: Scenario.Literal.Place, _ entry: SettingsEntry?
  ) -> Scenario.Literal? {
    guard let entry, let path = path(entry), case .string(let name) = entry.node.value else {
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      refuse(entry, "\(Self.quoted(name)) cannot be read; paths begin at the scenario's folder")
      return nil
    }
    do throws(NotJSON) {
      return try Scenario.Literal(place, json: text)
    } catch {
      refuse(entry, "\(Self.quoted(name)) is not JSON from its line \(error.line) on; correct it")
      return nil
    }
  }
}

import MigrationModel
import MigrationSimulator
import MigrationWatch

extension SettingsDecoder {
  /// Stands for the one job that Relational Migrator can run, among the ids, which have no spaces.
  private static let runningJob = "running job"

  mutating func scenarioJob(_ entry: SettingsEntry) -> Scenario.Job? {
    guard let table = table(entry, of: ScenarioJobKey.self) else { return nil }
    let example = "\"dts\" (or \"relational-migrator\", \"drs\")"
    guard
      let service: Scenario.Service = word(required(.service, of: table, like: example)),
      let story = story(of: service, table)
    else { return nil }
    var job = Scenario.Job(story: story)
    job.name = text(table[.name], like: "\"orders\"")
    job.id = jobID(service, table[.id])
    job.kind = kind(of: service, table[.kind])
    job.task = task(of: service, table[.task])
    job.from = engine(of: service, table[.from])
    job.to = target(of: service, table[.to])
    (job.full, job.at) = course(of: story, table)
    job.literals = literals(of: service, table)
    return job
  }

  private mutating func story(
    of service: Scenario.Service, _ table: SettingsTable<ScenarioJobKey>
  ) -> Scenario.Story? {
    let names = service.storyNames
    let entry = required(.story, of: table, like: "\"\(names.first ?? "")\"")
    guard let entry, let name = text(entry, like: "\"\(names.first ?? "")\"") else { return nil }
    guard let story = service.story(named: name) else {
      let hint = Nearest.hint(name, among: names)
      refuse(
        entry,
        "\(Self.quoted(name)) is no story of \(service.rawValue)\(hint); it has "
          + names.joined(separator: ", "))
      return nil
    }
    guard !story.isLive || lineOfName[Self.runningJob] == nil else {
      refuse(
        entry,
        "is a second job that runs, and Relational Migrator runs one at a time; keep one, "
          + "the others are over: verified, different, aborted, cancelled, setup-fails, breaks-off")
      return nil
    }
    if story.isLive { lineOfName[Self.runningJob] = entry.node.line }
    return story
  }

  private mutating func jobID(_ service: Scenario.Service, _ entry: SettingsEntry?) -> String? {
    guard let entry, let id = text(entry, like: "the id of the job") else { return nil }
    let isRight =
      switch service {
      case .relationalMigrator: id.wholeMatch(of: /[A-Za-z0-9-]+/) != nil
      case .dts: id.wholeMatch(of: /[A-Za-z0-9*]+/) != nil
      case .drs: id.wholeMatch(of: /[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}/) != nil
      }
    guard isRight else {
      refuse(entry, "\(Self.quoted(id)) is no id of \(service.rawValue); see its own documents")
      return nil
    }
    let key = "\(service.rawValue)/\(id)"
    if let line = lineOfName[key] {
      refuse(entry, "\(Self.quoted(id)) is the id of the job on line \(line); write another")
    }
    lineOfName[key] = entry.node.line
    return id
  }

  private mutating func kind(
    of service: Scenario.Service, _ entry: SettingsEntry?
  ) -> Scenario.Kind? {
    guard let entry, let kind: Scenario.Kind = word(entry) else { return nil }
    guard service.kinds.contains(kind) else {
      let kinds = service.kinds.map(\.rawValue).joined(separator: ", ")
      let advice = kinds.isEmpty ? "take it out" : "use one of \(kinds)"
      refuse(entry, "\(service.rawValue) has no \(kind.rawValue) as a kind; \(advice)")
      return nil
    }
    return kind
  }

  private mutating func task(
    of service: Scenario.Service, _ entry: SettingsEntry?
  ) -> Scenario.Task? {
    guard let entry else { return nil }
    guard service == .drs else {
      refuse(entry, "is of drs only; take it out")
      return nil
    }
    return word(entry)
  }

  private mutating func target(
    of service: Scenario.Service, _ entry: SettingsEntry?
  ) -> String? {
    guard let entry else { return nil }
    guard service != .relationalMigrator else {
      refuse(entry, "is always MongoDB for relational-migrator; take it out")
      return nil
    }
    return engine(of: service, entry)
  }

  private mutating func engine(
    of service: Scenario.Service, _ entry: SettingsEntry?
  ) -> String? {
    let engines = service.engines
    guard let entry, let name = text(entry, like: "\"mysql\"") else { return nil }
    guard engines.contains(name) else {
      refuse(
        entry,
        "\(Self.quoted(name)) is no engine of \(service.rawValue); use one of "
          + engines.joined(separator: ", ") + Nearest.hint(name, among: engines))
      return nil
    }
    return name
  }

  private mutating func course(
    of story: Scenario.Story, _ table: SettingsTable<ScenarioJobKey>
  ) -> (full: Double?, at: Double?) {
    let full = seconds(table[.full], atLeast: .seconds(1))
    let at = seconds(table[.at], atLeast: .zero)
    guard !story.travels else { return (full, at) }
    for entry in [table[.full], table[.at]].compactMap({ $0 }) {
      refuse(entry, "means nothing in this story, which does not go on by itself; take it out")
    }
    return (nil, nil)
  }
}

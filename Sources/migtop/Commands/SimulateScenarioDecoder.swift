import MigrationSimulator

extension SettingsDecoder {
  mutating func scenario(_ root: SettingsNode) -> Scenario {
    var scenario = Scenario()
    guard let table = table(SettingsEntry(name: "", node: root), of: ScenarioKey.self) else {
      return scenario
    }
    scenario.speed = speed(table[.speed])
    scenario.seed = integer(table[.seed], in: 0...Int.max).map { UInt64($0) }
    scenario.relationalMigrator = version(table[.relationalMigrator])
    scenario.cast = elements(table[.job], begin: "job") { $0.scenarioJob($1) }
    scenario.faults = elements(table[.fault], begin: "fault") { $0.scenarioFault($1) }
    scenario.jobs = integer(table[.jobs], in: ScenarioLimits.jobs)
    if let jobs = scenario.jobs, let entry = table[.jobs], jobs < scenario.cast.count {
      refuse(entry, "\(jobs) is fewer than the \(scenario.cast.count) jobs that follow; raise it")
    }
    return scenario
  }

  private mutating func version(_ entry: SettingsEntry?) -> RelationalMigratorVersion? {
    guard let table = table(entry, of: ScenarioInstanceKey.self) else { return nil }
    return word(table[.version])
  }

  private mutating func speed(_ entry: SettingsEntry?) -> Double? {
    guard let entry else { return nil }
    let speed: Double
    switch entry.node.value {
    case .integer(let integer): speed = Double(integer)
    case .decimal(let decimal): speed = decimal
    case .string, .array, .table, .other:
      refuse(entry, "is \(entry.node.value.kind); write a number without quotes, such as 10")
      return nil
    }
    guard ScenarioLimits.isSpeed(speed) else {
      refuse(entry, "is out of range; write a number from 0.001 to 100000")
      return nil
    }
    return speed
  }

  private mutating func elements<Element>(
    _ entry: SettingsEntry?, begin name: String,
    _ element: (inout Self, SettingsEntry) -> Element?
  ) -> [Element] {
    guard let entry else { return [] }
    guard case .array(let nodes) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); begin each \(name) with [[\(name)]]")
      return []
    }
    return nodes.compactMap { element(&self, SettingsEntry(name: entry.name, node: $0)) }
  }

  private mutating func scenarioFault(_ entry: SettingsEntry) -> Scenario.Fault? {
    guard let table = table(entry, of: ScenarioFaultKey.self) else { return nil }
    let service: Scenario.Service? = word(table[.service])
    let kind: FaultKind? = word(required(.kind, of: table, like: "\"throttle\""))
    guard let kind else { return nil }
    var fault = Scenario.Fault(kind: kind, after: seconds(table[.after], atLeast: .zero) ?? 0)
    fault.service = service
    fault.match = text(table[.match], like: "\"a part of a path or an action\"")
    fault.count = integer(table[.count], in: 1...1_000_000_000)
    let least = kind == .clockSkew ? -31_536_000_000 : 0
    fault.milliseconds = integer(table[.milliseconds], in: least...31_536_000_000)
    if let service, let entry = table[.kind], !service.faultKinds.contains(kind) {
      let kinds = service.faultKinds.map(\.rawValue).sorted().joined(separator: ", ")
      refuse(entry, "\(service.rawValue) cannot have the fault \(kind.rawValue); it has \(kinds)")
    }
    return fault
  }

  /// A time as people write it, in seconds.
  mutating func seconds(_ entry: SettingsEntry?, atLeast least: Duration) -> Double? {
    guard entry != nil else { return nil }
    var duration = Duration.seconds(300)
    read(entry, into: &duration, atLeast: least)
    return duration / .seconds(1)
  }
}

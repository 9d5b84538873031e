/// The keys of a scenario file, spelled as in the file.
enum ScenarioKey: String, CaseIterable {
  case jobs, speed, seed, job, fault
  case relationalMigrator = "relational-migrator"
}

enum ScenarioInstanceKey: String, CaseIterable { case version }

enum ScenarioJobKey: String, CaseIterable {
  case service, story, name, id, kind, task, from, to, full, at, document
  case statusDocument = "status-document"
}

enum ScenarioFaultKey: String, CaseIterable {
  case kind, service, match, count, milliseconds, after
}

import MigrationModel

import struct FoundationEssentials.Date

/// The names of the projects, which a job document has the ids of only.
struct ProjectNames {
  private var names: [String: String] = [:]
  private var askedAt: Date?
  /// Why the names are not known; jobs go by their ids then.
  private(set) var problem: ProviderError?

  private static let interval = 600.0

  subscript(id: String?) -> String? { id.flatMap { names[$0] } }

  /// Names change rarely: one call every ten minutes is worth it, and none without a project.
  func areDue(at now: Date, for ids: [String]) -> Bool {
    guard !ids.isEmpty else { return false }
    guard let askedAt else { return true }
    return now.timeIntervalSince(askedAt) >= Self.interval
  }

  mutating func willAsk(at now: Date) { askedAt = now }

  /// Keeps the names known before where the call failed.
  mutating func learn(_ result: Result<[RelationalMigrator.Project], ProviderError>) {
    switch result {
    case .success(let projects):
      problem = nil
      names = [:]
      for project in projects {
        if let id = project.id, let name = project.name?.nonEmpty { names[id] = name }
      }
    case .failure(let error): problem = error
    }
  }
}

extension RelationalMigratorProvider {
  func readProjects() async {
    projects.willAsk(at: now())
    do throws(ProviderError) {
      let (call, reply) = try await get("project", name: "project")
      let entries = try RelationalMigrator.json(
        [Told<RelationalMigrator.Project>].self, from: reply, call: call)
      projects.learn(.success(entries.compactMap(\.wrappedValue)))
    } catch {
      projects.learn(.failure(error))
    }
  }
}

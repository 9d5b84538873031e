import MigrationModel

/// What stands beside the jobs: the names of their projects, and who answers.
extension RelationalMigratorProvider {
  var areNamesDue: Bool {
    projects.areDue(at: now(), for: documents.values.compactMap(\.document.projectId))
  }

  func isContextDue(for document: RelationalMigrator.JobDocument) -> Bool {
    version.isDue(at: now())
      || projects.areDue(at: now(), for: [document.projectId].compactMap(\.self))
  }

  /// The pages behind those of the jobs; `nil` if nothing is due.
  var cursorToContext: ListingCursor? {
    if areNamesDue { return ListingCursor(part: Page.names.rawValue, page: 0) }
    return version.isDue(at: now()) ? ListingCursor(part: Page.version.rawValue, page: 0) : nil
  }

  func listNames() async -> Listing {
    await readProjects()
    return pass.add(listing(problems: [projects.problem].compactMap(\.self)))
  }

  func listVersion() async -> Listing {
    await readVersion()
    return pass.add(listing(problems: []))
  }

  /// The jobs of the pass that look different with what has just been learnt; they are no younger
  /// for it.
  private func listing(problems: [ProviderError]) -> Listing {
    var jobs: [Job] = []
    for (id, read) in documents.sorted(by: { $0.key < $1.key }) where isWanted(id) {
      // A closer reading since is newer.
      guard let before = memory[id], before.observedAt == read.arrivedAt,
        let job = job(read.document, at: read.arrivedAt), job != before
      else { continue }
      jobs.append(job)
    }
    record.warnings = warnings
    return Listing(jobs: jobs, next: cursorToContext, missing: missing, problems: problems)
  }

  private func isWanted(_ id: String) -> Bool { configuration.jobs?.contains(id) ?? true }
}

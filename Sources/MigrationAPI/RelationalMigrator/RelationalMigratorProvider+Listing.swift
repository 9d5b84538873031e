import MigrationModel

extension RelationalMigratorProvider {
  /// Reads the list, and the names of the projects when they are due.
  func listAll() async throws(ProviderError) -> Listing {
    pass = ListingPass()
    let entries: [RelationalMigrator.JobDocument?]
    do throws(ProviderError) {
      entries = try await listEntries()
    } catch {
      return pass.add(try listingWithout(error))
    }
    if projects.areDue(at: now(), for: entries.compactMap { $0?.projectId }) {
      await readProjects()
    }
    return pass.add(listing(of: entries))
  }

  private func listEntries() async throws(ProviderError) -> [RelationalMigrator.JobDocument?] {
    let (call, reply) = try await get("jobs", name: "jobs")
    guard reply.isSuccess else { throw RelationalMigrator.failure(reply, call: call) }
    return try Answer.json(RelationalMigrator.JobList.self, from: reply, call: call).entries
  }

  /// A service that has no list may still know the jobs that the configuration names.
  private func listingWithout(_ error: ProviderError) throws(ProviderError) -> Listing {
    guard let jobs = configuration.jobs, !jobs.isEmpty, error.concernsOneCall else { throw error }
    unlisted = jobs
    return Listing(jobs: [], next: cursor(behind: -1), problems: [error])
  }

  private func listing(of entries: [RelationalMigrator.JobDocument?]) -> Listing {
    var listing = Listing(jobs: [], problems: projects.problem.map { [$0] } ?? [])
    for (index, entry) in entries.enumerated() {
      if let job = entry.flatMap(job) {
        listing.jobs.append(job)
      } else {
        listing.problems.append(unreadable(index, of: entries.count))
      }
    }
    if let wanted = configuration.jobs {
      listing.jobs.removeAll { !wanted.contains($0.id.native) }
      unlisted = wanted.filter { id in !listing.jobs.contains { $0.id.native == id } }
      listing.next = cursor(behind: -1)
    }
    return listing
  }

  private func unreadable(_ index: Int, of count: Int) -> ProviderError {
    ProviderError(
      .malformed, message: "job \(index + 1) of \(count) in the list has no id", call: "GET jobs")
  }

  /// Asks for the configured job of that number which the list did not have.
  func listUnlisted(_ number: Int) async throws(ProviderError) -> Listing {
    guard unlisted.indices.contains(number) else { return Listing(jobs: []) }
    var listing = Listing(jobs: [], next: cursor(behind: number))
    switch try await readOne(Job.ID(source: source.name, native: unlisted[number])) {
    case .job(let job): listing.jobs = [job]
    case .missing(let id, _): listing.missing = [id.native]
    case .failed(_, let error): listing.problems = [error]
    }
    return pass.add(listing)
  }

  private func cursor(behind number: Int) -> ListingCursor? {
    unlisted.indices.contains(number + 1) ? ListingCursor(part: 1, page: number + 1) : nil
  }
}

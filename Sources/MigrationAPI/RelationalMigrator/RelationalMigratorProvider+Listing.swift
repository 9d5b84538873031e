import MigrationModel

import struct FoundationEssentials.Date

extension RelationalMigratorProvider {
  /// The list has no pages, and an instance keeps every job that it ever ran: some megabytes is
  /// all that one call may bring. Older jobs are read if the configuration names them, and those
  /// that were on the list once are kept and read singly.
  static let longestList = 1_000

  /// Reads the list, and the names of the projects and the version when they are due.
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
    if version.isDue(at: now()) { await readVersion() }
    return pass.add(listing(of: entries))
  }

  private func listEntries() async throws(ProviderError) -> [RelationalMigrator.JobDocument?] {
    do throws(ProviderError) {
      let (call, reply) = try await get(
        "jobs", query: "sort=submittedAt,DESC&limit=\(listLength)", name: "jobs")
      return try RelationalMigrator.json(
        RelationalMigrator.JobList.self, from: reply, call: call
      ).entries
    } catch {
      // Too large to be taken in, as it can be until 1.14 with the logs inside: without a status.
      if error.kind == .malformed, error.status == nil { listLength = max(listLength / 4, 10) }
      throw error
    }
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
    // A longer one comes from a service that does not know the parameter, and is whole.
    let isCut = entries.count == listLength
    // An entry that could not be understood may be any of the jobs that are missing.
    let isWhole = listing.jobs.count == entries.count
    if let wanted = configuration.jobs {
      choose(wanted, from: &listing)
    } else {
      complete(&listing, isCut: isCut)
    }
    if isWhole { memory.forgetAll(but: Set(listing.jobs.map(\.id.native) + unlisted)) }
    listing.next = cursor(behind: -1)
    record.warnings = warnings(about: listing.jobs, isCut: isCut && configuration.jobs == nil)
    return listing
  }

  /// Leaves the configured jobs, and asks for those that the list lacks.
  private func choose(_ wanted: [String], from listing: inout Listing) {
    listing.jobs.removeAll { !wanted.contains($0.id.native) }
    unlisted = wanted.filter { id in !listing.jobs.contains { $0.id.native == id } }
  }

  /// Adds the jobs that fell off the end of a list: as they were read last if they have ended, else
  /// each as a page of its own.
  private func complete(_ listing: inout Listing, isCut: Bool) {
    let displaced = isCut ? memory.displaced(by: listing.jobs) : []
    let live = displaced.filter { !$0.hasEnded }
    let oldest = displaced.first { $0.hasEnded && isOld($0) }
    let read = live + [oldest].compactMap(\.self)
    unlisted = read.map(\.id.native)
    listing.jobs += displaced.filter { !read.contains($0) }
  }

  /// What has ended hardly changes: it is looked at once an hour, one job a pass.
  private func isOld(_ job: Job) -> Bool { now().timeIntervalSince(job.observedAt) >= 3_600 }

  private func unreadable(_ index: Int, of count: Int) -> ProviderError {
    ProviderError(
      .malformed, message: "job \(index + 1) of \(count) in the list has no id", call: "GET jobs")
  }

  /// Asks for the job of that number which the list did not have.
  func listUnlisted(_ number: Int) async throws(ProviderError) -> Listing {
    guard unlisted.indices.contains(number) else { return Listing(jobs: []) }
    var listing = Listing(jobs: [], next: cursor(behind: number))
    switch try await readOne(Job.ID(source: source.name, native: unlisted[number])) {
    case .job(let job): listing.jobs = [job]
    case .missing(let id, _):
      memory.forget(id.native)
      if configuration.jobs != nil { listing.missing = [id.native] }
    case .failed(_, let error): listing.problems = [error]
    }
    return pass.add(listing)
  }

  private func cursor(behind number: Int) -> ListingCursor? {
    unlisted.indices.contains(number + 1) ? ListingCursor(part: 1, page: number + 1) : nil
  }
}

import MigrationModel

import struct FoundationEssentials.Date

extension RelationalMigratorProvider {
  /// What the list brought, and what was asked for.
  private struct ListAnswer {
    let entries: [RelationalMigrator.JobDocument?]
    let arrivedAt: Date
    /// How many jobs were asked for. An instance keeps every job that it ever ran and its list has no
    /// pages: older jobs are read if the configuration names them, and those that were on the list
    /// once are kept and read singly.
    let length: Int
  }

  /// Reads the list, the first page of a pass.
  ///
  /// Jobs that it lacks come as pages of their own; names and version are the last ones, so that a
  /// service that does not answer for them keeps no job waiting.
  func listAll() async throws(ProviderError) -> Listing {
    pass = ListingPass()
    documents = [:]
    (unlisted, missing) = ([], [])
    let answer: ListAnswer
    do throws(ProviderError) {
      answer = try await listEntries()
    } catch {
      return pass.add(try listingWithout(error))
    }
    return pass.add(listing(of: answer))
  }

  private func listEntries() async throws(ProviderError) -> ListAnswer {
    let asked = listLength.value
    do throws(ProviderError) {
      let (call, reply) = try await get(
        "jobs", query: "sort=submittedAt,DESC&limit=\(asked)", name: "jobs")
      let entries = try RelationalMigrator.json(
        RelationalMigrator.JobList.self, from: reply, call: call
      ).entries
      hasListed = true
      listLength.wasRead(bytes: reply.body.count, of: call.largestAnswer, at: now())
      return ListAnswer(entries: entries, arrivedAt: reply.arrivedAt ?? now(), length: asked)
    } catch {
      if error.isTooLarge { listLength.wasTooLarge(at: now()) }
      throw error
    }
  }

  /// A service that has no list may still know the jobs that the configuration names.
  private func listingWithout(_ error: ProviderError) throws(ProviderError) -> Listing {
    guard let jobs = configuration.jobs, !jobs.isEmpty, error.concernsOneCall else { throw error }
    unlisted = jobs
    return Listing(jobs: [], next: cursor(behind: -1), problems: [error])
  }

  private func listing(of answer: ListAnswer) -> Listing {
    let entries = answer.entries
    var listing = Listing(jobs: [])
    for (index, entry) in entries.enumerated() {
      if let job = entry.flatMap({ job($0, at: answer.arrivedAt) }) {
        listing.jobs.append(job)
      } else {
        listing.problems.append(unreadable(index, of: entries.count))
      }
    }
    // A longer one comes from a service that does not know the parameter, and is whole.
    let isCut = entries.count == answer.length
    // An entry that could not be understood may be any of the jobs that are missing.
    let isWhole = listing.jobs.count == entries.count
    if let wanted = configuration.jobs {
      choose(wanted, from: &listing)
    } else {
      complete(&listing, isCut: isCut)
    }
    cutAt = isCut && configuration.jobs == nil ? answer.length : nil
    if isWhole { memory.forgetAll(but: Set(listing.jobs.map(\.id.native) + unlisted)) }
    listing.next = cursor(behind: -1)
    if !areNamesDue, let problem = projects.problem { listing.problems.append(problem) }
    record.warnings = warnings
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
    var listing = Listing(jobs: [])
    switch try await readOne(Job.ID(source: source.name, native: unlisted[number])) {
    case .job(let job): listing.jobs = [job]
    case .missing(let id, _):
      memory.forget(id.native)
      if configuration.jobs != nil { missing.append(id.native) }
    case .failed(_, let error): listing.problems = [error]
    }
    listing.next = cursor(behind: number)
    listing.missing = missing
    return pass.add(listing)
  }

  private func cursor(behind number: Int) -> ListingCursor? {
    unlisted.indices.contains(number + 1)
      ? ListingCursor(part: Page.job.rawValue, page: number + 1) : cursorToContext
  }
}

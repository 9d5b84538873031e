package import MigrationModel

import struct FoundationEssentials.Date

/// One of the listings that together show all tasks.
struct ListingPart: Hashable, Sendable {
  let useType: DRS.UseType
  /// The ids to list; empty for all.
  let ids: [String]

  private static let longestFilter = 100

  /// One part for each use, and for each hundred of the configured jobs.
  static func all(jobs: [String]?) -> [ListingPart] {
    guard let jobs else { return DRS.UseType.allCases.map { ListingPart(useType: $0, ids: []) } }
    return stride(from: 0, to: jobs.count, by: longestFilter).flatMap { start in
      let ids = Array(jobs[start..<min(start + longestFilter, jobs.count)])
      return DRS.UseType.allCases.map { ListingPart(useType: $0, ids: ids) }
    }
  }
}

extension DRSProvider {
  private static let pageSize = 100

  package func list(after cursor: ListingCursor?) async throws(ProviderError) -> Listing {
    if cursor == nil { (pass, namedOnPages) = (ListingPass(), []) }
    let cursor = cursor ?? ListingCursor(part: 0, page: 1)
    guard parts.indices.contains(cursor.part) else { return Listing(jobs: []) }
    let useType = parts[cursor.part].useType
    if let error = restraint.error(for: useType, at: now()) { return try skip(cursor, error) }
    do throws(ProviderError) {
      let answer = try await listPage(cursor)
      return finish(pass.add(listing(of: answer, at: cursor)))
    } catch {
      if DRS.ErrorCode(error.code) == .pageTooHigh {
        return finish(pass.add(Listing(jobs: [], next: partBehind(cursor))))
      }
      // A use that this user may not see, that the region does not have, or whose list is broken,
      // is not the whole source.
      guard error.leavesOtherParts else { throw error }
      if error.isPermission { restraint.refuse(useType, error, at: now()) }
      return try skip(cursor, error)
    }
  }

  private func skip(
    _ cursor: ListingCursor, _ error: ProviderError
  ) throws(ProviderError) -> Listing {
    do throws(ProviderError) {
      return try pass.skip(error, next: partBehind(cursor))
    } catch {
      restraint.forgetUses()
      throw error
    }
  }

  private func listPage(_ cursor: ListingCursor) async throws(ProviderError) -> DRS.TaskList {
    let part = parts[cursor.part]
    let request = DRS.ListRequest(
      currentPage: cursor.page, perPage: Self.pageSize, useType: part.useType.rawValue,
      name: part.ids.isEmpty ? nil : part.ids.joined(separator: ","))
    let (call, reply) = try await post("jobs", request)
    guard reply.isSuccess else { throw DRS.failure(reply, call: call) }
    do throws(ProviderError) {
      return try Answer.json(DRS.TaskList.self, from: reply, call: call)
    } catch {
      // Some errors come with a status of success.
      let failure = DRS.failure(reply, call: call)
      throw failure.code == nil ? error : failure
    }
  }

  private func listing(of answer: DRS.TaskList, at cursor: ListingCursor) -> Listing {
    let part = parts[cursor.part]
    var listing = Listing(jobs: [])
    let time = now()
    for (index, row) in answer.jobs.enumerated() {
      guard let row, let id = row.id?.nonEmpty, let job = keep(row, id, part.useType, at: time)
      else {
        listing.problems.append(unreadable(index, of: answer.jobs.count))
        continue
      }
      // The filter also finds tasks by their names.
      guard part.ids.isEmpty || part.ids.contains(id) else { continue }
      listing.jobs.append(job)
    }
    listing.next = partBehind(cursor)
    let named = Set(answer.jobs.compactMap { $0?.id?.nonEmpty })
    let isRepeated = cursor.page > 1 && namedOnPages.isSuperset(of: named)
    namedOnPages.formUnion(named)
    guard hasMore(behind: answer, at: cursor) else { return listing }
    if isRepeated {
      listing.problems.append(repeated(cursor))
    } else {
      listing.next = ListingCursor(part: cursor.part, page: cursor.page + 1)
    }
    return listing
  }

  private func hasMore(behind answer: DRS.TaskList, at cursor: ListingCursor) -> Bool {
    guard !answer.jobs.isEmpty else { return false }
    guard let total = answer.totalRecord else { return answer.jobs.count >= Self.pageSize }
    return Int64(cursor.page * Self.pageSize) < total
  }

  /// A service that has one page for every number would be asked without end.
  private func repeated(_ cursor: ListingCursor) -> ProviderError {
    ProviderError(
      .malformed,
      message: "page \(cursor.page) of the tasks has none that the pages before do not have",
      call: "POST jobs")
  }

  private func keep(
    _ row: DRS.ListedTask, _ id: String, _ useType: DRS.UseType, at time: Date
  ) -> Job? {
    update(Job.ID(source: source.name, native: id)) { $0.keep(row, from: useType, at: time) }
  }

  private func unreadable(_ index: Int, of count: Int) -> ProviderError {
    ProviderError(
      .malformed, message: "task \(index + 1) of \(count) on the page has no id",
      call: "POST jobs")
  }

  private func partBehind(_ cursor: ListingCursor) -> ListingCursor? {
    let part = cursor.part + 1
    return parts.indices.contains(part) ? ListingCursor(part: part, page: 1) : nil
  }

  /// On the last page, says what was not found, and forgets the tasks that are gone. A row that
  /// could not be read may be any task.
  private func finish(_ listing: Listing) -> Listing {
    guard listing.next == nil, pass.isWhole, pass.problems.isEmpty else { return listing }
    var listing = listing
    if let jobs = configuration.jobs {
      listing.missing = jobs.filter { !pass.seen.contains($0) }
    } else {
      tasks = tasks.filter { pass.seen.contains($0.key) }
    }
    return listing
  }
}

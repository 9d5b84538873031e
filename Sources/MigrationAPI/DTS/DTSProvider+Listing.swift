package import MigrationModel

extension DTSProvider {
  /// One page of one kind of task; the kinds follow one another.
  package func list(after cursor: ListingCursor?) async throws(ProviderError) -> Listing {
    if cursor == nil {
      pass = ListingPass()
      wholeKinds = []
    }
    let cursor = cursor ?? ListingCursor(part: 0, page: 1)
    guard configuration.kinds.indices.contains(cursor.part), configuration.jobs?.isEmpty != true
    else { return Listing(jobs: []) }
    let kind = configuration.kinds[cursor.part]
    do throws(ProviderError) {
      let answer = try await describe(kind, page: cursor.page, ids: configuration.jobs)
      if cursor.page > 1 { try pass.expectNews(in: answer) }
      let next = cursor.next(after: answer, kinds: configuration.kinds.count)
      if next?.part != cursor.part { wholeKinds.insert(kind) }
      return finish(pass.add(Listing(jobs: answer.jobs, next: next, problems: answer.problems)))
    } catch {
      guard error.leavesOtherParts else { throw error }
      return finish(try skip(cursor, error))
    }
  }

  private func skip(
    _ cursor: ListingCursor, _ error: ProviderError
  ) throws(ProviderError) -> Listing {
    do throws(ProviderError) {
      return try pass.skip(error, next: cursor.nextKind(of: configuration.kinds.count))
    } catch {
      restraint.forgetKinds()
      throw error
    }
  }

  /// On the last page, says what was not found, and forgets the tasks that are gone: those of a
  /// kind that was not listed to its end may be there still.
  private func finish(_ listing: Listing) -> Listing {
    guard listing.next == nil else { return listing }
    records = records.filter { id, record in
      pass.seen.contains(id) || !wholeKinds.contains(record.listedType)
    }
    guard pass.isWhole else { return listing }
    var listing = listing
    listing.missing = (configuration.jobs ?? []).filter { !pass.seen.contains($0) }
    return listing
  }

  /// What one call of `DescribeDtsJobs` told.
  struct Page {
    var jobs: [Job] = []
    var problems: [ProviderError] = []
    /// Places in the list, readable or not.
    var count = 0
    /// Of all pages; `nil` if it is not told.
    var total: Int64?
  }

  func describe(
    _ type: DTSJobType, page: Int, ids: [String]?
  ) async throws(ProviderError) -> Page {
    let operation = DTSOperation.describeJobs(
      type, page: page, ids: ids, region: configuration.region)
    let answer = try await answer(to: operation, about: type)
    var result = Page(count: answer.jobs?.count ?? 0, total: answer.totalRecordCount)
    for listed in answer.jobs ?? [] {
      if let job = take(listed, type: type) {
        result.jobs.append(job)
      } else {
        result.problems.append(
          ProviderError(
            .malformed, message: "a task of the list without DtsJobId", call: operation.name))
      }
    }
    return result
  }

  /// A kind that may not be listed is not asked for again for a while.
  private func answer(
    to operation: DTSOperation, about kind: DTSJobType
  ) async throws(ProviderError) -> DTSDescribeJobsAnswer {
    if let error = restraint.error(for: kind, at: now()) { throw error }
    do throws(ProviderError) {
      return try await perform(operation, DTSDescribeJobsAnswer.self)
    } catch {
      if DTSErrorCode.isMissingPermission(error) { restraint.refuse(kind, error, at: now()) }
      throw error
    }
  }

  /// `nil` if the task has no id.
  private func take(_ listed: DTSListedJob, type: DTSJobType) -> Job? {
    guard let entry = listed.entry, let id = entry.dtsJobID?.nonEmpty else { return nil }
    var record = DTSRecord(
      id: Job.ID(source: source.name, native: id), entry: entry, unknown: listed.unknown,
      type: type, at: now())
    record.inherit(from: records[id])
    records[id] = record
    return job(of: record)
  }
}

extension ListingPass {
  /// Throws for a page behind others that tells no task that they did not: it may be the same one
  /// for ever.
  fileprivate func expectNews(in page: DTSProvider.Page) throws(ProviderError) {
    guard page.count > 0, page.jobs.allSatisfy({ seen.contains($0.id.native) }) else { return }
    throw ProviderError(
      .malformed, message: "a page of the list repeats the ones before it",
      call: "DescribeDtsJobs")
  }
}

extension ListingCursor {
  /// The next page of the same kind, else the next kind.
  fileprivate func next(after answer: DTSProvider.Page, kinds: Int) -> Self? {
    let reached = (page - 1) * DTSOperation.pageSize + answer.count
    let isFull = answer.count >= DTSOperation.pageSize
    if answer.count > 0, answer.total.map({ reached < Int($0) }) ?? isFull {
      return Self(part: part, page: page + 1)
    }
    return nextKind(of: kinds)
  }

  fileprivate func nextKind(of kinds: Int) -> Self? {
    part + 1 < kinds ? Self(part: part + 1, page: 1) : nil
  }
}

package import MigrationModel

extension DRSProvider {
  package func read(
    _ jobs: [Job.ID], _ depth: ReadingDepth
  ) async throws(ProviderError) -> [JobReading] {
    switch depth {
    case .status: try await read(jobs, as: DRS.TaskStatus.self)
    case .statistics: try await read(jobs, as: DRS.TaskProgress.self)
    case .steps: try await read(jobs, as: DRS.TaskDetail.self)
    case .details: try await readDetails(jobs)
    }
  }

  /// Asks for some tasks, and again in halves if the service refuses them as a whole without
  /// saying which it means: one bad id must not hide the others.
  func read<Item: DRSBatchItem>(
    _ jobs: [Job.ID], as type: Item.Type
  ) async throws(ProviderError) -> [JobReading] {
    var readings: [Job.ID: JobReading] = [:]
    for id in jobs {
      let error = restraint.error(for: id.native, Item.call, at: now())
      if let error { readings[id] = reading(of: id, failed: error, as: type) }
    }
    var open = [jobs.unique.filter { readings[$0] == nil }]
    var callsLeft = Self.mostCallsToRead
    while let group = open.popLast() {
      guard !group.isEmpty else { continue }
      callsLeft -= 1
      do throws(ProviderError) {
        readings.merge(try await readAtOnce(group, as: type)) { $1 }
      } catch {
        guard error.mayConcernOneTask else { throw error }
        // Every group that waits keeps a call.
        if group.count > 1, callsLeft >= open.count + 2 {
          open += [Array(group[(group.count / 2)...]), Array(group[..<(group.count / 2)])]
        } else {
          readings.merge(refuse(group, error, as: type)) { $1 }
        }
      }
    }
    return jobs.compactMap { readings[$0] }
  }

  /// One task in ten is found by nine calls.
  private static var mostCallsToRead: Int { 12 }

  private func readAtOnce<Item: DRSBatchItem>(
    _ jobs: [Job.ID], as type: Item.Type
  ) async throws(ProviderError) -> [Job.ID: JobReading] {
    let ids = jobs.map(\.native)
    let (call, reply) = try await post(
      "jobs/\(Item.call)", DRS.BatchRequest(jobs: ids, page: Item.hasPages ? .everything : nil))
    let items = try DRS.BatchReply<Item>(reply, call: call, ids: ids)
    return Dictionary(uniqueKeysWithValues: jobs.map { ($0, reading(of: $0, in: items)) })
  }

  private func reading<Item: DRSBatchItem>(
    of id: Job.ID, in items: DRS.BatchReply<Item>
  ) -> JobReading {
    if let call = Item.detailsCall, items.leavesOut(id.native) { return untold(id, call) }
    switch items[id.native] {
    case .success(let item):
      let time = now()
      guard let job = update(id, { item.join(&$0, at: time) }) else {
        return .failed(id, items.unreadable("the entry has no status"))
      }
      return .job(job)
    case .failure(let error): return reading(of: id, failed: error, as: Item.self)
    }
  }

  /// That there is nothing to tell of a task is no failure, and details never say that it is gone.
  private func reading<Item: DRSBatchItem>(
    of id: Job.ID, failed error: ProviderError, as type: Item.Type
  ) -> JobReading {
    if let call = type.detailsCall {
      return error.meansNoDetails ? untold(id, call) : .failed(id, error)
    }
    if type == DRS.TaskProgress.self, error.meansNothingNow, tasks[id.native]?.isAtRest == true {
      return unasked(id)
    }
    guard error.meansMissingTask else { return .failed(id, error) }
    tasks[id.native] = nil
    return .missing(id, error)
  }

  private func untold(_ id: Job.ID, _ call: DRS.DetailsCall) -> JobReading {
    tasks[id.native]?.forget(call)
    return unasked(id)
  }

  /// A task alone is the reason; several are what the calls did not suffice to tell apart.
  private func refuse<Item: DRSBatchItem>(
    _ jobs: [Job.ID], _ error: ProviderError, as type: Item.Type
  ) -> [Job.ID: JobReading] {
    guard jobs.count == 1, let id = jobs.first else {
      let isNothing = type.detailsCall != nil && error.meansNoDetails
      return Dictionary(
        uniqueKeysWithValues: jobs.map { ($0, isNothing ? unasked($0) : .failed($0, error)) })
    }
    if !error.meansMissingTask || type.detailsCall != nil {
      restraint.refuse(id.native, type.call, error, at: now())
    }
    return [id: reading(of: id, failed: error, as: type)]
  }
}

extension [Job.ID] {
  /// The service refuses a batch that names a task twice.
  fileprivate var unique: [Job.ID] {
    var seen: Set<Job.ID> = []
    return filter { seen.insert($0).inserted }
  }
}

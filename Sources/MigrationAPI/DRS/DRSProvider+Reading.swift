package import MigrationModel

import struct FoundationEssentials.Date

extension DRSProvider {
  package func read(
    _ jobs: [Job.ID], _ depth: ReadingDepth
  ) async throws(ProviderError) -> [JobReading] {
    guard !jobs.isEmpty else { return [] }
    switch depth {
    case .status:
      return try await read(jobs, "batch-status", as: DRS.TaskStatus.self, page: .everything)
    case .statistics:
      return try await read(jobs, "batch-progress", as: DRS.TaskProgress.self, page: nil)
    case .steps, .details:
      return try await read(jobs, "batch-detail", as: DRS.TaskDetail.self, page: .everything)
    }
  }

  private func read<Item: DRSBatchItem>(
    _ jobs: [Job.ID], _ name: String, as type: Item.Type, page: DRS.PageRequest?
  ) async throws(ProviderError) -> [JobReading] {
    let (call, reply) = try await post(
      "jobs/\(name)", DRS.BatchRequest(jobs: jobs.map(\.native), page: page))
    let time = now()
    do throws(ProviderError) {
      let items = try DRS.BatchItems<Item>(reply, call: call, ids: jobs.map(\.native))
      return jobs.map { reading(of: $0, in: items, at: time) }
    } catch {
      // Of several ids a refusal of the whole call does not say which it means.
      guard jobs.count == 1, error.meansMissingTask else { throw error }
      return [missing(jobs[0], error)]
    }
  }

  private func reading<Item: DRSBatchItem>(
    of id: Job.ID, in items: DRS.BatchItems<Item>, at time: Date
  ) -> JobReading {
    switch items[id.native] {
    case .success(let item):
      guard let job = update(id, { item.join(&$0, at: time) }) else {
        return .failed(id, items.unreadable("the entry has no status"))
      }
      return .job(job)
    case .failure(let error):
      return error.meansMissingTask ? missing(id, error) : .failed(id, error)
    }
  }

  private func missing(_ id: Job.ID, _ error: ProviderError) -> JobReading {
    tasks[id.native] = nil
    return .missing(id, error)
  }
}

extension ProviderError {
  fileprivate var meansMissingTask: Bool { DRS.ErrorCode(code)?.meansMissing == true }
}

import MigrationModel

extension DRSProvider {
  /// One request for each call that the tasks' states ask for; a task that none is for comes back
  /// as it is known.
  func readDetails(_ jobs: [Job.ID]) async throws(ProviderError) -> [JobReading] {
    var readings: [Job.ID: JobReading] = [:]
    for call in DRS.DetailsCall.allCases {
      let asked = jobs.filter { tasks[$0.native]?.detailsCall == call }
      guard !asked.isEmpty else { continue }
      for reading in try await readDetails(asked, call) { readings[reading.id] = reading }
    }
    return jobs.map { readings[$0] ?? unasked($0) }
  }

  /// A call that fails is told of the tasks it was for: the other call, and all that this one adds
  /// to, work without it.
  private func readDetails(
    _ jobs: [Job.ID], _ call: DRS.DetailsCall
  ) async throws(ProviderError) -> [JobReading] {
    if let error = restraint.error(for: call, at: now()) { return without(jobs, error) }
    do throws(ProviderError) {
      switch call {
      case .delays: return try await read(jobs, as: DRS.ReplicationDelays.self)
      case .precheck: return try await read(jobs, as: DRS.PrecheckReport.self)
      }
    } catch {
      guard error.leavesOtherParts else { throw error }
      if error.isPermission || error.meansUnknownCall {
        restraint.refuse(call, error, at: now())
        for id in tasks.keys { tasks[id]?.forget(call) }
      }
      return without(jobs, error)
    }
  }

  /// A service that does not have the call is not in trouble.
  private func without(_ jobs: [Job.ID], _ error: ProviderError) -> [JobReading] {
    jobs.map { error.meansUnknownCall ? unasked($0) : .failed($0, error) }
  }

  /// A task as it is known without the call.
  func unasked(_ id: Job.ID) -> JobReading {
    guard let job = known(id) else {
      return .failed(
        id,
        ProviderError(.rejected, message: "the state of this task was not read yet"))
    }
    return .job(job)
  }
}

extension JobReading {
  fileprivate var id: Job.ID {
    switch self {
    case .job(let job): job.id
    case .missing(let id, _), .failed(let id, _): id
    }
  }
}

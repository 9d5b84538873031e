import MigrationModel

extension DRSProvider {
  /// One request for each call that the tasks' states ask for; a task that none is for comes back
  /// as it is known.
  func readDetails(_ jobs: [Job.ID]) async throws(ProviderError) -> [JobReading] {
    var readings: [Job.ID: JobReading] = [:]
    for call in DRS.DetailsCall.allCases where !restraint.withholds(call, at: now()) {
      let asked = jobs.filter { tasks[$0.native]?.detailsCall == call }
      guard !asked.isEmpty else { continue }
      for (id, reading) in zip(asked, try await readDetails(asked, call)) {
        readings[id] = withoutNothing(reading, call)
      }
    }
    return jobs.map { readings[$0] ?? unasked($0) }
  }

  private func readDetails(
    _ jobs: [Job.ID], _ call: DRS.DetailsCall
  ) async throws(ProviderError) -> [JobReading] {
    do throws(ProviderError) {
      switch call {
      case .delays: return try await read(jobs, as: DRS.ReplicationDelays.self)
      case .precheck: return try await read(jobs, as: DRS.PrecheckReport.self)
      }
    } catch {
      // The other call, and all that this one adds to, work without it.
      guard error.isPermission || error.meansUnknownCall else { throw error }
      restraint.withhold(call, isForGood: error.meansUnknownCall, at: now())
      for id in tasks.keys { tasks[id]?.forget(call) }
      return jobs.map { error.isPermission ? .failed($0, error) : unasked($0) }
    }
  }

  /// That the service has nothing to tell is no failure.
  private func withoutNothing(_ reading: JobReading, _ call: DRS.DetailsCall) -> JobReading {
    guard case .failed(let id, let error) = reading, error.meansNothingToTell else {
      return reading
    }
    tasks[id.native]?.forget(call)
    return unasked(id)
  }

  private func unasked(_ id: Job.ID) -> JobReading {
    guard let job = known(id) else {
      return .failed(
        id,
        ProviderError(.rejected, message: "the state of this task was not read yet"))
    }
    return .job(job)
  }
}

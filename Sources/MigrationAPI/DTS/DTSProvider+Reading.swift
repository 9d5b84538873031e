package import MigrationModel

extension DTSProvider {
  /// Statistics are a listing of these tasks alone, one call for each kind among them.
  package func read(
    _ jobs: [Job.ID], _ depth: ReadingDepth
  ) async throws(ProviderError) -> [JobReading] {
    switch depth {
    case .status, .statistics: try await readStatistics(jobs)
    case .steps: try await readEach(jobs, readSteps)
    case .details: try await readEach(jobs, readDetails)
    }
  }

  private func readStatistics(_ jobs: [Job.ID]) async throws(ProviderError) -> [JobReading] {
    var found: [Job.ID: Job] = [:]
    var failed: [Job.ID: ProviderError] = [:]
    for kind in configuration.kinds {
      let asked = jobs.filter { id in
        found[id] == nil && records[id.native].map { $0.listedType == kind } ?? true
      }
      guard !asked.isEmpty else { continue }
      do throws(ProviderError) {
        for job in try await describe(kind, page: 1, ids: asked.map(\.native)).jobs {
          found[job.id] = job
        }
      } catch {
        // What other kinds tell is not lost for it.
        guard !found.isEmpty || DTSErrorCode.isMissingPermission(error) else { throw error }
        for id in asked { failed[id] = error }
      }
    }
    return jobs.map { id in
      if let job = found[id] { return .job(job) }
      return failed[id].map { .failed(id, $0) } ?? .missing(id, Self.unknownJob)
    }
  }

  private func readEach(
    _ jobs: [Job.ID], _ readOne: (Job.ID) async throws(ProviderError) -> JobReading
  ) async throws(ProviderError) -> [JobReading] {
    var readings: [JobReading] = []
    for id in jobs { readings.append(try await readOne(id)) }
    return readings
  }

  private func readSteps(_ id: Job.ID) async throws(ProviderError) -> JobReading {
    guard records[id.native] != nil else { return .missing(id, Self.unknownJob) }
    let answer: DTSListJobStepAnswer
    do {
      answer = try await perform(
        .listJobStep(id.native, region: configuration.region), DTSListJobStepAnswer.self)
    } catch {
      if DTSErrorCode.isMissingJob(error) { return .missing(id, error) }
      guard error.concernsOneTask else { throw error }
      return .failed(id, error)
    }
    records[id.native]?.update(steps: answer.jobSteps ?? [], at: now())
    guard let record = records[id.native] else { return .missing(id, Self.unknownJob) }
    return .job(job(of: record))
  }

  static let unknownJob = ProviderError(
    .rejected, message: "the service does not list this task", call: "DescribeDtsJobs")
}

extension ProviderError {
  /// Whether the steps of other tasks may still be told. A failure inside a 200 is about its task;
  /// a missing permission or an unknown operation is about all of them.
  var concernsOneTask: Bool {
    if status == 200, kind == .rejected || kind == .unavailable { return true }
    return concernsOneCall && (kind != .rejected || status == 400)
  }
}

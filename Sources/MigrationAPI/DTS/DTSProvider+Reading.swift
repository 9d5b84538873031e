package import MigrationModel

extension DTSProvider {
  /// Statistics are a listing of these tasks alone, one call for each kind among them.
  package func read(
    _ jobs: [Job.ID], _ depth: ReadingDepth
  ) async throws(ProviderError) -> [JobReading] {
    switch depth {
    case .status, .statistics: try await readStatistics(jobs)
    case .steps: try await readEach(jobs)
    }
  }

  private func readStatistics(_ jobs: [Job.ID]) async throws(ProviderError) -> [JobReading] {
    var found: [Job.ID: JobReading] = [:]
    for kind in configuration.kinds {
      let asked = jobs.filter { id in
        found[id] == nil && records[id.native].map { $0.listedType == kind } ?? true
      }
      guard !asked.isEmpty else { continue }
      do {
        for job in try await describe(kind, page: 1, ids: asked.map(\.native)).jobs {
          found[job.id] = .job(job)
        }
      } catch {
        // What other kinds told is not lost for it.
        guard !found.isEmpty else { throw error }
        for id in asked { found[id] = .failed(id, error) }
      }
    }
    return jobs.map { found[$0] ?? .missing($0, Self.unknownJob) }
  }

  private func readEach(_ jobs: [Job.ID]) async throws(ProviderError) -> [JobReading] {
    var readings: [JobReading] = []
    for id in jobs {
      do {
        readings.append(try await readSteps(id))
      } catch {
        guard !readings.isEmpty else { throw error }
        readings.append(.failed(id, error))
      }
    }
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
      // A refusal inside a 200 is about this task, not about the way to the service.
      guard error.kind == .rejected, error.status == 200 else { throw error }
      return .failed(id, error)
    }
    records[id.native]?.update(steps: answer.jobSteps ?? [], at: now())
    guard let record = records[id.native] else { return .missing(id, Self.unknownJob) }
    return .job(DTSJobInterpretation(record).job)
  }

  private static let unknownJob = ProviderError(
    .rejected, message: "the service does not list this task", call: "DescribeDtsJobs")
}

import MigrationModel

extension RelationalMigratorProvider {
  /// The newest entries are what a person reads; a log can have many thousands.
  static let longestLog = 200

  /// Reads the log of a job that was read before; of another, the job itself.
  func readLog(_ id: Job.ID) async throws(ProviderError) -> JobReading {
    guard let job = memory[id.native] else { return try await readOne(id) }
    guard job.details == .log else { return .job(job) }
    // `offset` counts back from the newest entry.
    let (call, reply) = try await get(
      "jobs/\(PercentEncoding.encode(id.native))/logs", query: "limit=\(Self.longestLog)&offset=0",
      name: "jobs/{id}/logs")
    do throws(ProviderError) {
      switch RelationalMigrator.LogAnswer(reply) {
      case .log:
        let events = try RelationalMigrator.json(
          [Told<RelationalMigrator.LogEvent>].self, from: reply, call: call)
        let entries = events.compactMap { $0.wrappedValue?.entry }
        memory.keep(LogEntry.newest(Self.longestLog, of: entries), of: id.native)
      case .nothingWritten: memory.keep([], of: id.native)
      case .noSuchJob: return .missing(id, RelationalMigrator.failure(reply, call: call))
      case .noSuchCall: logIsUnknown = true
      }
    } catch {
      guard error.concernsOneCall else { throw error }
      return .failed(id, error)
    }
    return reading(of: id)
  }

  /// The job as it was read last, with its log.
  private func reading(of id: Job.ID) -> JobReading {
    guard var job = memory[id.native] else {
      return .failed(
        id, ProviderError(.malformed, message: "the job went while its log was read"))
    }
    job.log = memory.log(of: id.native)
    if logIsUnknown { job.details = .nothing }
    memory.keep(job)
    return .job(job)
  }
}

extension RelationalMigrator {
  /// What an answer of `GET /jobs/{id}/logs` is, before it is decoded.
  enum LogAnswer {
    /// The log, or a failure to tell it.
    case log
    /// The job has none yet: a 404 whose body names the job (seen with 1.15.2).
    case nothingWritten
    case noSuchJob
    /// The web interface, or the framework, answers for a path that this version does not have.
    case noSuchCall

    init(_ reply: HTTPReply) {
      let isAbsent = reply.status == 404 || reply.status == 405
      guard isAbsent || reply.isSuccess else {
        self = .log
        return
      }
      if RelationalMigrator.isWebPage(reply) {
        self = .noSuchCall
      } else if isAbsent {
        self = Self.absence(Answer.errorBody(ErrorBody.self, from: reply))
      } else {
        self = .log
      }
    }

    private static func absence(_ body: ErrorBody?) -> Self {
      guard let body, let message = body.message?.nonEmpty, body.path == nil else {
        return .noSuchCall
      }
      let isAboutLog = message.lowercased().contains("log file")
      return body.jobId != nil || isAboutLog ? .nothingWritten : .noSuchJob
    }
  }
}

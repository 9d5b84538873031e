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
      switch RelationalMigrator.LogAnswer(reply, version: version.number) {
      case .log:
        let events = try RelationalMigrator.json(
          [Told<RelationalMigrator.LogEvent>].self, from: reply, call: call)
        let entries = events.compactMap { $0.wrappedValue?.entry }
        memory.keep(LogEntry.newest(Self.longestLog, of: entries), of: id.native)
      case .nothingWritten: memory.keep([], of: id.native)
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
  /// What an answer of `GET /jobs/{id}/logs` is, before it is decoded. It never denies the job: the
  /// job's own call does.
  enum LogAnswer {
    /// The log, or a failure to tell it.
    case log
    /// The job has none yet (seen with 1.15.2, with the job's id beside the words).
    case nothingWritten
    /// The web interface, or the framework, answers for a path that this version does not have.
    case noSuchCall

    /// - Parameter version: Of the service; `nil` if it does not tell.
    init(_ reply: HTTPReply, version: Version?) {
      let body = Answer.errorBody(ErrorBody.self, from: reply)
      if body?.message?.lowercased().contains("no log file") == true {
        self = .nothingWritten
      } else if RelationalMigrator.isWebPage(reply) {
        let hasLog = version.map { $0 >= .withLog } ?? false
        let isOfPath = reply.isSuccess || [404, 405, 501].contains(reply.status)
        self = isOfPath && !hasLog ? .noSuchCall : .log
      } else {
        self = Self.deniesCall(reply, body) ? .noSuchCall : .log
      }
    }

    private static func deniesCall(_ reply: HTTPReply, _ body: ErrorBody?) -> Bool {
      let isEmpty = reply.text.trimmed.isEmpty
      return switch reply.status {
      case 405, 501: true
      case 404: body?.message?.nonEmpty == nil || body?.path != nil || body?.deniesPath == true
      case 400: body?.path != nil
      case 500: body?.deniesPath == true
      default: reply.isSuccess && isEmpty
      }
    }
  }
}

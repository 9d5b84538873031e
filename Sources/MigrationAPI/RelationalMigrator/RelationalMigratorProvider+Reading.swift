package import MigrationModel

extension RelationalMigratorProvider {
  /// Reads each job with a call of its own; every depth but the log brings the whole job.
  package func read(
    _ jobs: [Job.ID], _ depth: ReadingDepth
  ) async throws(ProviderError) -> [JobReading] {
    var readings: [JobReading] = []
    for id in jobs {
      switch depth {
      case .status, .statistics, .steps: readings.append(try await readOne(id))
      case .details: readings.append(try await readLog(id))
      }
    }
    return readings
  }

  func readOne(_ id: Job.ID) async throws(ProviderError) -> JobReading {
    let path = "jobs/\(PercentEncoding.encode(id.native))"
    let (call, reply) = try await get(path, name: "jobs/{id}")
    guard !deniesJob(reply, to: call) else {
      return .missing(id, RelationalMigrator.failure(reply, call: call))
    }
    do throws(ProviderError) {
      let answer = try RelationalMigrator.json(
        Told<RelationalMigrator.JobDocument>.self, from: reply, call: call)
      guard let document = answer.wrappedValue, document.id == id.native,
        let job = job(document, at: reply.arrivedAt ?? now())
      else {
        throw Answer.malformed(reply, call: call, expected: "the job \(id.native)")
      }
      return .job(job)
    } catch {
      guard error.concernsOneCall else { throw error }
      return .failed(id, error)
    }
  }

  /// A 404 in the service's own words, or the empty body with which 1.15 answers for an id it does
  /// not know. An HTML page is another server's or the web interface's, and the framework below has
  /// words for a path that nothing answers to: both say nothing about the job, unless the list
  /// answers beside it.
  private func deniesJob(_ reply: HTTPReply, to call: HTTPCall) -> Bool {
    let isEmpty = reply.text.trimmed.isEmpty
    if reply.isSuccess { return isEmpty }
    guard reply.status == 404 else { return false }
    if isEmpty { return true }
    guard let body = Answer.errorBody(RelationalMigrator.ErrorBody.self, from: reply) else {
      return false
    }
    return body.deniesJob || hasListed && body.message == nil && body.path == call.path
  }
}

extension ProviderError {
  /// Whether other calls to the same service may still succeed. An instance answers 500 for a job
  /// it cannot read, and 501 is about a call by its meaning.
  var concernsOneCall: Bool {
    switch kind {
    case .rejected, .malformed: true
    case .unavailable: status == 500 || status == 501
    case .unreachable, .timedOut, .tls, .unauthorised, .throttled: false
    }
  }
}

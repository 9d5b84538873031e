/// Relational Migrator's API: no authentication, and its web page for whatever is no route.
struct RelationalMigratorService: PlayedService {
  let fleet: RelationalMigratorFleet
  var version = RelationalMigratorVersion.v117

  let faultKinds = FaultKind.ofEveryService.union([.staleScrape])

  func action(of call: ReceivedCall) -> String? { nil }

  func refusal(of call: ReceivedCall, at moment: SimulatedMoment) -> Refusal? { nil }

  func reply(to call: ReceivedCall, at moment: SimulatedMoment) -> Reply {
    guard call.method == "GET" else { return Self.webPage }
    let path = call.path.split(separator: "/").map(String.init)
    switch (path.first, path.dropFirst().first) {
    case ("actuator", "health") where path.count == 2:
      return .json(Self.health)
    case ("actuator", .some):
      return Self.frameworkFailure(404, "Not Found", call, moment)
    case ("api", "v1"):
      return resource(Array(path.dropFirst(2)), call, moment)
    default:
      return Self.webPage
    }
  }

  func reply(in trouble: Fault, to call: ReceivedCall, at moment: SimulatedMoment) -> Reply? {
    switch trouble.kind {
    case .html:
      return Self.webPage
    case .empty:
      return Reply(status: 200, contentType: nil, body: "")
    case .serverError where version.hasNewErrors:
      return failure(
        500, "INTERNAL_ERROR", "Could not open JPA EntityManager for transaction", moment)
    case .serverError:
      return Self.frameworkFailure(500, "Internal Server Error", call, moment)
    case .throttle, .expire, .unauthorized, .hang, .slow, .reset, .truncate, .staleScrape,
      .clockSkew:
      return nil
    }
  }

  private func resource(
    _ path: [String], _ call: ReceivedCall, _ moment: SimulatedMoment
  ) -> Reply {
    switch (path.first, path.count) {
    case ("jobs", 1):
      return list(call, moment)
    case ("jobs", 2):
      guard let job = fleet.job(id: path[1], at: moment.ofScrape) else {
        return unknownJob(path[1], moment)
      }
      return .json(job.document(at: moment, in: version))
    case ("jobs", 3) where path[2] == "logs" && version.hasLogs:
      guard let job = fleet.job(id: path[1], at: moment.ofScrape) else {
        return failure(
          404, "NOT_FOUND", "There were no log files for job with id: \(path[1])", moment,
          job: path[1])
      }
      return logs(of: job, call, moment)
    case ("project", 1):
      return .json(.array(fleet.projects.map { $0.document(at: moment) }))
    case ("info", 1):
      return .json(information)
    default:
      return Self.webPage
    }
  }

  private func unknownJob(_ id: String, _ moment: SimulatedMoment) -> Reply {
    guard !version.isSilentOnUnknownJobs else {
      return Reply(status: 404, contentType: nil, body: "")
    }
    return failure(404, "NOT_FOUND", "Job not found: \(id)", moment, job: id)
  }

  static let webPage = Reply.html("Relational Migrator")
}

extension RelationalMigratorProject {
  fileprivate func document(at moment: SimulatedMoment) -> Document {
    [
      "id": .text(id), "jdbcId": .text("j-\(id.prefix(8))"),
      "mongodbId": .text("m-\(id.prefix(8))"),
      "name": .text(name), "type": "MIGRATION", "lastModified": .text(moment.text(-864_000)),
    ]
  }
}

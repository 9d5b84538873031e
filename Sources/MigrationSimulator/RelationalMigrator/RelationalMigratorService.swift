/// Relational Migrator's API, version 1.17: no authentication, and its web page for whatever is
/// no route.
struct RelationalMigratorService: PlayedService {
  let fleet: RelationalMigratorFleet

  let faultKinds = FaultKind.ofEveryService.union([.staleScrape])

  func action(of call: ReceivedCall) -> String? { nil }

  func refusal(of call: ReceivedCall, at moment: SimulatedMoment) -> Refusal? { nil }

  func reply(to call: ReceivedCall, at moment: SimulatedMoment) -> Reply {
    guard call.method == "GET" else { return Self.webPage }
    let path = call.path.split(separator: "/").map(String.init)
    switch (path.first, path.dropFirst().first) {
    case ("actuator", "health") where path.count == 2:
      return .json(["status": "UP", "groups": ["liveness", "readiness"]])
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
    case .serverError:
      return Self.failure(
        500, "INTERNAL_ERROR", "Could not open JPA EntityManager for transaction", moment)
    case .throttle, .expire, .unauthorized, .hang, .slow, .reset, .truncate, .staleScrape,
      .clockSkew:
      return nil
    }
  }

  private func resource(
    _ path: [String], _ call: ReceivedCall, _ moment: SimulatedMoment
  ) -> Reply {
    switch (path.first, path.count) {
    case ("jobs", 1): return list(call, moment)
    case ("jobs", 2): return one(path[1], moment) { .json($0.document(at: moment)) }
    case ("jobs", 3) where path[2] == "logs":
      return one(path[1], moment) { logs(of: $0, call, moment) }
    case ("project", 1):
      return .json(.array(RelationalMigratorProject.all.map { $0.document(at: moment) }))
    case ("info", 1): return .json(Self.information)
    default: return Self.webPage
    }
  }

  private func one(
    _ id: String, _ moment: SimulatedMoment, _ body: (RelationalMigratorJob) -> Reply
  ) -> Reply {
    guard let job = fleet.job(id: id, at: moment.ofScrape) else {
      return Self.failure(404, "NOT_FOUND", "Job not found: \(id)", moment)
    }
    return body(job)
  }

  static let webPage = Reply.html("Relational Migrator")

  /// The error body that came with the standard status codes.
  static func failure(
    _ status: Int, _ type: String, _ message: String, _ moment: SimulatedMoment
  ) -> Reply {
    .json(
      [
        "errorType": .text(type), "message": .text(message),
        "timestamp": .text(CivilTime(moment.now).isoMilliseconds), "issues": [],
      ], status: status)
  }

  private static let information: Document = [
    "build": [
      "artifact": "migrator", "name": "MongoDB Relational Migrator",
      "time": "2026-06-24T08:15:21.000Z", "version": "1.17.2", "group": "com.mongodb.migrator",
    ],
    "buildStatus": ["latest": true, "enabled": true, "latestReleaseVersion": "1.17.2"],
    "telemetry": ["enabled": false],
    "credentials": ["isCredentialsStoreValid": true],
    "news": ["enabled": false],
    "featureFlags": [:],
    "deployment": ["type": "LOCAL", "environment": "PROD"],
  ]
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

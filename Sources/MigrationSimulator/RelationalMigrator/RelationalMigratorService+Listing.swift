extension RelationalMigratorService {
  /// `GET /jobs`: newest first, without pages.
  func list(_ call: ReceivedCall, _ moment: SimulatedMoment) -> Reply {
    guard let order = Order(call.parameter("sort") ?? "submittedAt,DESC") else {
      return failure(400, "VALIDATION_ERROR", "sort does not match ^\\w+,(DESC|ASC)$", moment)
    }
    guard let limit = Self.count(call.parameter("limit"), default: Int.max) else {
      return failure(400, "VALIDATION_ERROR", "limit must be 0 or more", moment)
    }
    let type = call.parameter("type")
    guard type == nil || type == "IN_PROGRESS" else {
      return failure(400, "VALIDATION_ERROR", "type must be IN_PROGRESS", moment)
    }
    let project = call.parameter("projectId")
    let jobs = fleet.jobs(at: moment.ofScrape)
      .filter { type == nil || $0.isInProgress }
      .filter { project == nil || $0.project.id == project }
    return .json(
      .array(order.sorted(jobs).prefix(limit).map { $0.document(at: moment, in: version) }))
  }

  /// `GET /jobs/{id}/logs`: newest first; the offset counts back from the newest.
  func logs(
    of job: RelationalMigratorJob, _ call: ReceivedCall, _ moment: SimulatedMoment
  ) -> Reply {
    guard let limit = Self.count(call.parameter("limit"), default: 1_000),
      let offset = Self.count(call.parameter("offset"), default: 0)
    else {
      return failure(400, "VALIDATION_ERROR", "limit and offset must be 0 or more", moment)
    }
    let type = call.parameter("eventType")
    guard type.map({ ["ERROR", "WARNING", "INFO"].contains($0) }) != false else {
      return failure(400, "VALIDATION_ERROR", "eventType is unknown", moment)
    }
    let events = job.wholeLog.filter { type == nil || $0.type == type }.reversed()
    return .json(.array(events.dropFirst(offset).prefix(limit).map { $0.document(at: moment) }))
  }

  private static func count(_ text: String?, default absent: Int) -> Int? {
    guard let text else { return absent }
    return Int(text).flatMap { $0 < 0 ? nil : $0 }
  }
}

/// `field,DESC` or `field,ASC`.
private struct Order {
  private let field: String
  private let isDescending: Bool

  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0].wholeMatch(of: /[A-Za-z0-9_]+/) != nil,
      ["DESC", "ASC"].contains(parts[1])
    else {
      return nil
    }
    (field, isDescending) = (parts[0], parts[1] == "DESC")
  }

  func sorted(_ jobs: [RelationalMigratorJob]) -> [RelationalMigratorJob] {
    let ascending =
      switch field {
      case "status": jobs.sorted { $0.status < $1.status }
      case "id": jobs.sorted { $0.id < $1.id }
      default: jobs.sorted { $0.submittedAt < $1.submittedAt }
      }
    return isDescending ? ascending.reversed() : ascending
  }
}

extension RelationalMigratorService {
  /// The error body that came with the standard status codes, or the one before it.
  func failure(
    _ status: Int, _ type: String, _ message: String, _ moment: SimulatedMoment,
    job: String? = nil
  ) -> Reply {
    let time = CivilTime(moment.now)
    guard version.hasNewErrors else {
      return .json(
        [
          "jobId": .orNull(job), "message": .text(message), "description": .null,
          "timestamp": .text(time.isoMicroseconds),
        ], status: status)
    }
    return .json(
      [
        "errorType": .text(type), "message": .text(message),
        "timestamp": .text(time.isoMilliseconds), "issues": [],
      ], status: status)
  }

  /// The body of the framework below the API, the same in every version.
  static func frameworkFailure(
    _ status: Int, _ error: String, _ call: ReceivedCall, _ moment: SimulatedMoment
  ) -> Reply {
    .json(
      [
        "timestamp": .text(CivilTime(moment.now).isoWithOffset), "status": .number(status),
        "error": .text(error), "path": .text(call.path),
      ], status: status)
  }
}

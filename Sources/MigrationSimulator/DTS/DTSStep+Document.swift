extension DTSStep {
  /// - Parameter createdAt: When the job was created.
  func document(serial: Int, createdAt: Double, at moment: SimulatedMoment) -> Document {
    let parts = children.enumerated().map { index, child in
      child.partDocument(serial: index + 1, createdAt: createdAt, at: moment)
    }
    let head: Document = [
      "JobStepId": .text(id), "JobStepName": .text(name), "Code": .text(code),
      "Serial": .number(serial), "Progress": .number(course.percent),
      "SubJobCount": .number(partCount ?? children.count),
      "IncLatencySeconds": .number(lag < 0 ? -1 : lag / 1_000),
      "State": .text(state), "ErrMsg": .text(errorText), "SubJobSteps": .array(parts),
    ]
    return head + times(createdAt, moment) + [
      "ErrorDetails": errorDetails,
      // A number here, and a text in the parts.
      "IncLatencyMilliseconds": .number(lag),
      // The full step that has outrun its estimate is offered a remedy.
      "NeedAcceleration": .flag(course.percent > 100),
      "redisPhaseType": redisPhase.map(Document.text),
    ]
  }

  private func partDocument(
    serial: Int, createdAt: Double, at moment: SimulatedMoment
  ) -> Document {
    let head: Document = [
      "JobStepId": .text(id), "JobStepName": .text(name), "Code": .text(code),
      "Serial": .number(serial), "Progress": .number(course.percent),
      "IncLatencySeconds": .number(lag < 0 ? -1 : lag / 1_000),
      "State": .text(partState), "ErrMsg": .text(errorText),
    ]
    return head + times(createdAt, moment) + [
      "ErrorDetails": errorDetails, "IncLatencyMilliseconds": .text(String(lag)),
      "NeedAcceleration": false,
    ]
  }

  private var errorText: String { course.error?.message ?? remark ?? "" }

  private var errorDetails: Document {
    if let error = course.error { return error.documents }
    guard remark != nil else { return [] }
    return [["ErrorCode": children.isEmpty ? "Success" : "200", "HelpUrl": ""]]
  }

  private func times(_ createdAt: Double, _ moment: SimulatedMoment) -> Document {
    [
      "CreateTime": .text(moment.text(createdAt)),
      "BootTime": moment.text(startedAt).map(Document.text),
      "FinishTime": moment.text(finishedAt).map(Document.text),
      "ModifyTime": .text(moment.text(finishedAt ?? max(createdAt, moment.elapsed - 3))),
    ]
  }

  private var state: String {
    switch course {
    case .waiting: "NotStarted"
    case .running, .replicating: "Running"
    case .caughtUp: "Catched"
    case .retrying: "Warning"
    case .paused: "Suspending"
    case .failed: "Failed"
    case .finished: "○ Finished"
    }
  }

  /// The parts have a vocabulary of their own, and not always its capitals.
  private var partState: String {
    switch course {
    case .waiting: "Schedule"
    case .running(percent: 0): "Init"
    case .running, .replicating: "running"
    case .caughtUp: "Catched"
    case .retrying, .failed: "Failed"
    case .paused: "Pause"
    case .finished: "Finished"
    }
  }
}

extension DRSJob {
  /// A row of the list, whose times are the clock's of UTC+8, without saying so.
  func listed(at moment: SimulatedMoment) -> Document {
    row(at: moment) + ["children": .array(children.map { $0.row(at: moment) })]
  }

  private func row(at moment: SimulatedMoment) -> Document {
    [
      "id": .text(id), "name": .text(name), "status": .text(status), "description": "",
      "create_time": .text(DRSJob.localTime(createdAt, moment)),
      "engine_type": .text(engineType), "net_type": .text(networkType), "billing_tag": false,
      "job_direction": "up", "db_use_type": .text(useType.rawValue),
      "task_type": .text(taskType), "node_newFramework": true,
      // In the examples of the document, though not in its table of a task's fields.
      "error_msg": failure.map(Document.text),
      "job_action": [
        "available_actions": .array(actions.map(Document.text)),
        "unavailable_actions": ["CREATE", "CHOOSE_OBJECT"], "current_action": "",
      ],
    ]
  }

  /// What the service would let a person do now. Nobody here does any of it.
  private var actions: [String] {
    switch status {
    case "CONFIGURATION": ["PRE_CHECK", "START", "DELETE"]
    case "PAUSING": ["START", "FREE_RESOURCE"]
    case "FULL_TRANSFER_STARTED", "INCRE_TRANSFER_STARTED": ["PAUSE", "FREE_RESOURCE"]
    case "FULL_TRANSFER_FAILED", "INCRE_TRANSFER_FAILED": ["RETRY", "RESET", "FREE_RESOURCE"]
    case "CREATE_FAILED", "RELEASE_RESOURCE_COMPLETE": ["DELETE"]
    default: []
    }
  }

  /// Where a public address could not be bound, one was wanted.
  var networkType: String { unbound.isEmpty ? "vpc" : "eip" }

  var engineType: String {
    switch useType {
    case .migration: source.engine
    case .sync: "\(source.engine)-to-\(target.engine)"
    case .cloudDataGuard: "cloudDataGuard-\(source.engine)"
    }
  }

  static func localTime(_ second: Double, _ moment: SimulatedMoment) -> String {
    CivilTime(moment.date(at: second), offset: 8 * 3_600).spaced
  }
}

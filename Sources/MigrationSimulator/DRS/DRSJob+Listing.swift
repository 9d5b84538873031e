extension DRSJob {
  /// A row of the list, whose times are the clock's of UTC+8, without saying so.
  func listed(at moment: SimulatedMoment) -> Document {
    row(at: moment) + [
      "children": .array(children.map { $0.row(at: moment) }),
      "job_action": [
        "available_actions": [], "unavailable_actions": ["START", "RESET"], "current_action": "",
      ],
    ]
  }

  private func row(at moment: SimulatedMoment) -> Document {
    [
      "id": .text(id), "name": .text(name), "status": .text(status), "description": "",
      "create_time": .text(DRSJob.localTime(createdAt, moment)),
      "engine_type": .text(engineType), "net_type": "vpc", "billing_tag": false,
      "job_direction": "up", "db_use_type": .text(useType.rawValue),
      "task_type": .text(taskType), "node_newFramework": true,
      "error_msg": failure.map(Document.text),
    ]
  }

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

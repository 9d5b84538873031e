extension DRSJob {
  /// An element of batch-detail. Times are milliseconds in texts; what has no value has no key.
  func detailResult(at moment: SimulatedMoment) -> Document {
    let head: Document = [
      "id": .text(id), "parent_id": parentID.map(Document.text), "name": .text(name),
      "status": .text(status), "description": "",
      "create_time": .text(moment.milliseconds(createdAt)), "task_type": .text(taskType),
      "source_endpoint": source.endpoint(isTarget: false),
      "target_endpoint": target.endpoint(isTarget: true),
      "net_type": "vpc", "failed_reason": failure.map(Document.text),
      "inst_info": node,
      "actual_start_time": startedAt.map { .text(moment.milliseconds($0)) },
      "full_transfer_complete_time": fullCompletedAt.map { .text(moment.milliseconds($0)) },
      "update_time": .text(moment.milliseconds(full?.updatedAt ?? moment.elapsed)),
    ]
    return head + [
      "job_direction": "up", "db_use_type": .text(useType.rawValue), "need_restart": false,
      "is_target_readonly": true, "speed_limit": [], "schema_type": "Tungsten",
      // A text, as the document says; the SDK's model has a number.
      "node_num": "1",
      "object_switch": true, "replace_definer": true, "migrate_user": false,
      "error_code": failureCode.map(Document.text),
      "error_message": failureCode == nil ? nil : failure.map(Document.text),
      "az_code": "\(DRSFleet.region)a", "support_ip_v6": false, "original_job_direction": "up",
      "tags": [["key": "env", "value": "demo"]], "is_open_fast_clean": false,
      "object_infos": objects,
      "children": .array(children.map { ["id": .text($0.id), "name": .text($0.name)] }),
    ]
  }

  private var node: Document {
    [
      "engine_type": .text(engineType), "inst_type": "high", "ip": "172.16.213.101",
      "public_ip": "******", "start_time": "0", "status": "ACTIVE", "volume_size": 100,
    ]
  }

  private var objects: Document {
    let name = source.database
    return [
      ["id": .text(name), "type": "database", "name": .text(name), "select": "true"],
      [
        "id": .text("\(name)-*-*-table01"), "type": "table", "name": "table01",
        "parent_id": .text(name), "select": "true",
      ],
    ]
  }
}

extension DatabaseSeat {
  /// With the password that the service really does send, and that no client may keep.
  func endpoint(isTarget: Bool) -> Document {
    let isSet = ["mongodb", "dds", "redis"].contains(engine)
    return [
      "db_type": .text(engine),
      // A list of members, port and all, where the engine is a cluster.
      "ip": .text(isSet ? "\(host):\(port),\(host):\(port + 1)" : host),
      "db_port": .number(port), "db_user": "drs", "db_password": "demo-endpoint-password",
      "db_name": .text(database), "region": .text(DRSFleet.region),
      "project_id": .text(DRSFleet.project), "ssl_link": false,
      "inst_name": isTarget ? .text("\(database)-target") : nil,
    ]
  }
}

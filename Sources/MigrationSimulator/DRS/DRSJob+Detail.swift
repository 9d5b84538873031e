extension DRSJob {
  /// An element of batch-detail. Times are milliseconds in texts; what has no value has no key.
  func detailResult(at moment: SimulatedMoment) -> Document {
    identity(at: moment) + times(at: moment) + policy + place + notification + content
      + [
        // Of a task that has failed only.
        "failed_reason": failure.map(Document.text),
        "error_code": failureCode.map(Document.text),
        "error_message": failureCode == nil ? nil : failure.map(Document.text),
        "period_order": useType == .cloudDataGuard ? periodOrder(at: moment) : nil,
        "bind_public_ip_state": networkType == "eip" ? "failed" : nil,
        "public_ip_list": networkType == "eip"
          ? [["id": "demo-eip", "public_ip": "******", "type": "master"]] : nil,
        // Those without their public address, not all.
        "children": unbound.isEmpty
          ? nil : .array(unbound.map { ["id": .text($0.id), "name": .text($0.name)] }),
      ]
  }

  private func identity(at moment: SimulatedMoment) -> Document {
    [
      "id": .text(id), "parent_id": parentID.map(Document.text),
      "master_job_id": .text(parentID ?? id), "inherit_id": parentID.map(Document.text),
      "name": .text(name), "status": .text(status), "description": "",
      "task_type": .text(taskType), "db_use_type": .text(useType.rawValue),
      "job_direction": "up", "original_job_direction": "up", "job_kernel_direction": "up",
      "net_type": .text(networkType), "schema_type": "Tungsten", "need_restart": false,
      "multi_write": false, "inst_info": node(at: moment),
      "source_endpoint": source.endpoint(isTarget: false),
      "target_endpoint": target.endpoint(isTarget: true),
      "source_sharding": source.engine == "ddm"
        ? .array(children.map { $0.source.endpoint(isTarget: false) }) : nil,
    ]
  }

  private func times(at moment: SimulatedMoment) -> Document {
    [
      "create_time": .text(moment.milliseconds(createdAt)),
      "actual_start_time": startedAt.map { .text(moment.milliseconds($0)) },
      "full_transfer_complete_time": fullCompletedAt.map { .text(moment.milliseconds($0)) },
      "update_time": .text(moment.milliseconds(endedAt ?? full?.updatedAt ?? moment.elapsed)),
    ]
  }

  private var policy: Document {
    [
      "is_target_readonly": true, "conflict_policy": useType == .sync ? "ignore" : nil,
      "filter_ddl_policy": useType == .sync ? "drop_database" : nil, "speed_limit": speedLimit,
      "full_mode": "", "struct_trans": true, "index_trans": true, "object_switch": true,
      "replace_definer": true, "migrate_user": false, "sync_database": false,
      "sync_mode": useType == .sync ? "TABLE_LEVEL" : nil, "is_open_fast_clean": false,
      "incre_start_position": taskType == "INCR_TRANS" ? "mysql-bin.000514:4" : nil,
      "gtid": taskType == "INCR_TRANS" ? "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-57" : nil,
    ]
  }

  /// In megabytes a second, by day.
  private var speedLimit: Document {
    guard taskType == "FULL_TRANS" else { return [] }
    return [["begin": "01:00", "end": "10:59", "speed": "40", "is_utc": true]]
  }

  private var place: Document {
    let isDouble = useType == .cloudDataGuard
    return [
      // A text, as the document says; the SDK's model has a number.
      "node_num": "1",
      "az_code": "\(DRSFleet.region)a", "az_name": "az1", "is_multi_az": .flag(isDouble),
      "master_az": isDouble ? "\(DRSFleet.region)a" : nil,
      "slave_az": isDouble ? "\(DRSFleet.region)b" : nil, "node_role": isDouble ? "master" : nil,
      "vpc_id": "0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4",
      "subnet_id": "f857d371-2f03-4622-85f6-2b7d42d0d82c",
      "security_group_id": "d90c971b-4b9d-402c-9c59-5c239389b8dd", "support_ip_v6": false,
    ]
  }

  /// Thresholds in seconds.
  private var notification: Document {
    [
      "alarm_notify": [
        "topic_name": "", "delay_time": 300, "rto_delay": 0, "rpo_delay": 0,
        "alarm_to_user": true,
        "subscriptions": [["protocol": "email", "endpoints": ["oncall@example.com"]]],
      ]
    ]
  }

  private func node(at moment: SimulatedMoment) -> Document {
    [
      "engine_type": .text(engineType), "inst_type": "high", "ip": "172.16.213.101",
      "public_ip": "******",
      "start_time": .text(plannedStart.map { moment.milliseconds($0) } ?? "0"),
      // In capitals, which the document has not.
      "status": endedAt == nil ? "ACTIVE" : "deleted", "volume_size": 100,
    ]
  }

  /// Of a task that is paid by the month.
  private func periodOrder(at moment: SimulatedMoment) -> Document {
    [
      "status": "NORMAL", "order_id": "CS2611220001DEMO", "charging_mode": 0, "period_type": 2,
      "period_num": 1, "is_auto_renew": 0, "eff_time": .text(moment.text(createdAt)),
      "exp_time": .text(moment.text(createdAt + 30 * 86_400)),
    ]
  }
}

import struct FoundationEssentials.Date

extension DRSJob {
  /// An element of batch-status.
  var statusResult: Document { ["id": .text(id), "status": .text(status)] }

  /// An element of batch-progress: numbers as texts, percentages in two spellings.
  func progressResult(at moment: SimulatedMoment) -> Document {
    let isOddlyComplete = status == "FULL_TRANSFER_COMPLETE"
    let percent = isOddlyComplete ? 0 : isIncremental ? 100 : full?.data ?? 0
    let updated = isOddlyComplete ? nil : isIncremental ? lagMeasuredAt : full?.updatedAt
    return [
      "job_id": .text(id), "progress": .text(String(percent)),
      "incre_trans_delay": .text(lagMilliseconds.map { String($0 / 1_000) } ?? "-1"),
      "incre_trans_delay_millis": .text(lagMilliseconds.map { String($0) } ?? "-1"),
      "task_mode": .text(taskType), "transfer_status": .text(status),
      "process_time": .text(updated.map { moment.milliseconds($0) } ?? "0"),
      "remaining_time": .orNull(full?.remaining.map { String($0) }),
      "progress_map": progressMap,
      "apply_rows_rate": .number(isIncremental ? Int64(rowsPerSecond) : -1),
      "apply_bytes_rate": .number(isIncremental ? Int64(rowsPerSecond * 412) : -1),
    ]
  }

  /// Only there in the full phase. A bar has a time of its own only while it moves.
  private var progressMap: Document? {
    guard let full else { return nil }
    let bar = { (percent: Int, remaining: Int64?) -> Document in
      [
        "completed": .text("\(percent)%"),
        "remaining_time": .orNull(remaining.map { String($0) }),
      ]
    }
    let isCopying = full.data > 0 && full.data < 100
    return [
      "struct": bar(full.structure, nil),
      "data": bar(full.data, isCopying ? full.remaining : nil), "index": bar(full.index, nil),
    ]
  }

  /// An element of batch-rpo-and-rto, for disaster recovery. `nil` for any other task.
  func guardResult(at moment: SimulatedMoment) -> Document? {
    guard useType == .cloudDataGuard, let lagMilliseconds else { return nil }
    let info = { (delay: Int64, position: Int64) -> Document in
      [
        "check_point": .text("mysql-bin.000514:\(position)"), "delay": .text(String(delay)),
        "gtid_set": "NA",
        "time": .text(
          CivilTime(
            moment.now.addingTimeInterval(-Double(delay) / 1_000), offset: 8 * 3_600
          ).spaced),
      ]
    }
    let position = 197 + Int64(moment.elapsed * 310)
    return [
      "job_id": .text(id), "rpo_info": info(lagMilliseconds / 4, position),
      "rto_info": info(lagMilliseconds - lagMilliseconds / 4, position - 40),
    ]
  }

  /// An element of batch-precheck-result. `nil` for a task that has no check or is past it.
  func precheckResult(in language: DRSLanguage) -> Document? {
    guard status == "CONFIGURATION", let precheck else { return nil }
    return [
      "precheck_id": .text(id), "result": .flag(precheck.isPassed),
      "process": .text("\(precheck.percent)%"),
      "total_passed_rate": .text("\(precheck.passed)%"),
      "rds_instance_id": .text(target.instanceID), "job_direction": "up",
      "precheck_result": .array(precheck.items.map { $0.document(in: language) }),
    ]
  }
}

extension DRSPrecheck.Item {
  fileprivate func document(in language: DRSLanguage) -> Document {
    [
      "item": .text(name.text(in: language)), "result": .text(result),
      "failed_reason": .text(reason?.text(in: language) ?? ""),
      // JSON inside a text.
      "data": .text(#"{"group":"\#(group)"}"#), "raw_error_msg": .text(rawError),
      "group": .text(group), "failed_sub_jobs": [],
    ]
  }
}

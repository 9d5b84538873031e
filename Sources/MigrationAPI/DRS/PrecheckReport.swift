extension DRS {
  /// An element of the answer of `POST /v3/{project_id}/jobs/batch-precheck-result`: the check of a
  /// task that is being configured.
  ///
  /// Never decoded: `data` of the items, which is encrypted.
  package struct PrecheckReport: WireObject {
    /// The id of the task.
    @Told package var precheckId: String?
    /// Whether the task may be started.
    @Told package var result: Bool?
    /// Percent of the check that is over, with a sign.
    @Told package var process: String?
    /// Percent of the items that passed, with a sign.
    @Told package var totalPassedRate: String?
    @Told package var rdsInstanceId: String?
    @Told package var jobDirection: String?
    @Told package var precheckResult: [PrecheckItem]?
    @Told package var errorCode: String?
    @Told package var errorMsg: String?

    private enum CodingKeys: String, CodingKey {
      case result, process
      case precheckId = "precheck_id"
      case totalPassedRate = "total_passed_rate"
      case rdsInstanceId = "rds_instance_id"
      case jobDirection = "job_direction"
      case precheckResult = "precheck_result"
      case errorCode = "error_code"
      case errorMsg = "error_msg"
    }
  }

  /// One question of the check.
  package struct PrecheckItem: WireObject {
    @Told package var item: String?
    /// `PASSED`, `ALARM` or `FAILED`.
    @Told package var result: String?
    @Told package var failedReason: String?
    @Told package var rawErrorMsg: String?
    /// For example `network` or `db_user_privilege`.
    @Told package var group: String?
    @Told package var failedSubJobs: [FailedSubJob]?

    private enum CodingKeys: String, CodingKey {
      case item, result, group
      case failedReason = "failed_reason"
      case rawErrorMsg = "raw_error_msg"
      case failedSubJobs = "failed_sub_jobs"
    }
  }

  /// A part of a sharded task that an item failed for.
  package struct FailedSubJob: WireObject {
    @Told package var id: String?
    @Told package var name: String?
    @Told package var checkResult: String?

    private enum CodingKeys: String, CodingKey {
      case id, name
      case checkResult = "check_result"
    }
  }

  enum PrecheckWord: String, CaseIterable, ServiceWord {
    case passed = "PASSED"
    /// Does not keep the task from being started.
    case alarm = "ALARM"
    case failed = "FAILED"
  }
}

extension DRS {
  /// An element of the answer of `POST /v3/{project_id}/jobs/batch-progress`.
  package struct TaskProgress: WireObject {
    @Told package var jobId: String?
    /// Percent of the full transfer, without a sign.
    @Told package var progress: String?
    /// Seconds, a decimal number perhaps; -1 outside the incremental phase.
    @Told package var increTransDelay: Double?
    /// Milliseconds, in newer versions.
    @Told package var increTransDelayMillis: Int64?
    @Told package var taskMode: String?
    @Told package var transferStatus: String?
    /// When the service last updated this, in milliseconds since 1970; 0 for never.
    @Told package var processTime: Int64?
    /// Seconds.
    @Told package var remainingTime: Int64?
    /// By `struct`, `data` and `index`; absent outside the full phase. Every example is an object,
    /// one table calls it an array.
    @Told package var progressMap: [String: ProgressBar]?
    /// Rows a second; -1 before the incremental phase.
    @Told package var applyRowsRate: Double?
    /// Bytes a second; -1 before the incremental phase.
    @Told package var applyBytesRate: Double?
    @Told package var errorCode: String?
    @Told package var errorMsg: String?

    private enum CodingKeys: String, CodingKey {
      case progress
      case jobId = "job_id"
      case increTransDelay = "incre_trans_delay"
      case increTransDelayMillis = "incre_trans_delay_millis"
      case taskMode = "task_mode"
      case transferStatus = "transfer_status"
      case processTime = "process_time"
      case remainingTime = "remaining_time"
      case progressMap = "progress_map"
      case applyRowsRate = "apply_rows_rate"
      case applyBytesRate = "apply_bytes_rate"
      case errorCode = "error_code"
      case errorMsg = "error_msg"
    }
  }

  /// How far one part of the full transfer is.
  package struct ProgressBar: WireObject {
    /// Percent, with a sign.
    @Told package var completed: String?
    @Told package var remainingTime: String?

    private enum CodingKeys: String, CodingKey {
      case completed
      case remainingTime = "remaining_time"
    }
  }
}

extension DRS {
  /// An element of the answer of `POST /v3/{project_id}/jobs/batch-rpo-and-rto`, which tells of
  /// disaster recovery only.
  package struct ReplicationDelays: WireObject {
    @Told package var jobId: String?
    /// From the source to DRS: what would be lost with the source.
    @Told package var rpoInfo: DelayInfo?
    /// From DRS to the target: what would be waited for.
    @Told package var rtoInfo: DelayInfo?
    @Told package var errorCode: String?
    @Told package var errorMsg: String?

    private enum CodingKeys: String, CodingKey {
      case jobId = "job_id"
      case rpoInfo = "rpo_info"
      case rtoInfo = "rto_info"
      case errorCode = "error_code"
      case errorMsg = "error_msg"
    }
  }

  /// One half of the way of a change.
  package struct DelayInfo: WireObject {
    /// Where in the source's log this half is, for example `mysql-bin.000514:197`.
    @Told package var checkPoint: String?
    /// Milliseconds.
    @Told package var delay: Double?
    /// `NA` for none.
    @Told package var gtidSet: String?
    /// When this was measured: `yyyy-MM-dd HH:mm:ss` in UTC+8, like the times of the listing.
    @Told package var time: String?

    private enum CodingKeys: String, CodingKey {
      case delay, time
      case checkPoint = "check_point"
      case gtidSet = "gtid_set"
    }
  }
}

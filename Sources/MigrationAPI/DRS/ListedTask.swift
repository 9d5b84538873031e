extension DRS {
  /// A row of `POST /v3/{project_id}/jobs`.
  package struct ListedTask: WireObject {
    @Told package var id: String?
    @Told package var name: String?
    @Told package var status: String?
    @Told package var description: String?
    /// `yyyy-MM-dd HH:mm:ss` in UTC+8, as two documented tasks show.
    @Told package var createTime: String?
    @Told package var engineType: String?
    @Told package var netType: String?
    @Told package var billingTag: Bool?
    @Told package var jobDirection: String?
    @Told package var dbUseType: String?
    @Told package var taskType: String?
    @Told package var nodeNewFramework: Bool?
    @Told package var errorMsg: String?
    /// The tasks of a sharded source, with a state of their own.
    @Told package var children: [ListedTask]?

    private enum CodingKeys: String, CodingKey {
      case id, name, status, description, children
      case createTime = "create_time"
      case engineType = "engine_type"
      case netType = "net_type"
      case billingTag = "billing_tag"
      case jobDirection = "job_direction"
      case dbUseType = "db_use_type"
      case taskType = "task_type"
      case nodeNewFramework = "node_newFramework"
      case errorMsg = "error_msg"
    }
  }
}

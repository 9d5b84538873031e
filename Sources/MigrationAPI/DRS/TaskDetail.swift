extension DRS {
  /// An element of the answer of `POST /v3/{project_id}/jobs/batch-detail`.
  ///
  /// No field is promised. Passwords, certificates and keys that stand in the same answer are
  /// never decoded.
  package struct TaskDetail: WireObject {
    @Told package var id: String?
    @Told package var parentId: String?
    @Told package var name: String?
    @Told package var status: String?
    @Told package var description: String?
    /// Milliseconds since 1970, like all times of this object.
    @Told package var createTime: Int64?
    /// `FULL_TRANS`, `INCR_TRANS` or `FULL_INCR_TRANS`.
    @Told package var taskType: String?
    @Told package var sourceEndpoint: Endpoint?
    @Told package var dmqEndpoint: Endpoint?
    /// The physical databases of a sharded source.
    @Told package var sourceSharding: [Endpoint]?
    @Told package var targetEndpoint: Endpoint?
    @Told package var netType: String?
    /// Sent with a failed task only.
    @Told package var failedReason: String?
    @Told package var instInfo: Instance?
    @Told package var actualStartTime: Int64?
    /// Absent until the full transfer is over.
    @Told package var fullTransferCompleteTime: Int64?
    @Told package var updateTime: Int64?
    /// `up` to this cloud, `down` from it, `non-dbs` between databases elsewhere.
    @Told package var jobDirection: String?
    /// `migration`, `sync` or `cloudDataGuard`.
    @Told package var dbUseType: String?
    @Told package var needRestart: Bool?
    @Told package var isTargetReadonly: Bool?
    @Told package var conflictPolicy: String?
    @Told package var filterDdlPolicy: String?
    @Told package var speedLimit: [SpeedLimit]?
    @Told package var schemaType: String?
    /// A string in the documents, a number in the SDK.
    @Told package var nodeNum: Int64?
    @Told package var objectSwitch: Bool?
    @Told package var masterJobId: String?
    @Told package var fullMode: String?
    @Told package var structTrans: Bool?
    @Told package var indexTrans: Bool?
    @Told package var replaceDefiner: Bool?
    @Told package var migrateUser: Bool?
    @Told package var syncDatabase: Bool?
    /// Without a status: why this task could not be told about.
    @Told package var errorCode: String?
    @Told package var errorMessage: String?
    @Told package var targetRootDb: RootDatabase?
    @Told package var azCode: String?
    @Told package var vpcId: String?
    @Told package var subnetId: String?
    @Told package var securityGroupId: String?
    @Told package var multiWrite: Bool?
    @Told package var supportIPv6: Bool?
    @Told package var inheritId: String?
    @Told package var gtid: String?
    @Told package var alarmNotify: AlarmNotification?
    @Told package var isMultiAz: Bool?
    @Told package var azName: String?
    @Told package var masterAz: String?
    @Told package var slaveAz: String?
    @Told package var nodeRole: String?
    @Told package var increStartPosition: String?
    @Told package var periodOrder: PeriodOrder?
    @Told package var objectInfos: [ObjectInfo]?
    @Told package var originalJobDirection: String?
    /// Here by the tables of the document, beside the results in its example.
    @Told package var dataTransformation: DataTransformation?
    /// Pairs of `key` and `value`, or one object of all tags: see ``tagValues``.
    @Told package var tags: [[String: String]]?
    @Told package var publicIPList: [PublicIP]?
    @Told package var bindPublicIPState: String?
    /// Those to which a public address could not be bound, not all.
    @Told package var children: [ChildTask]?
    @Told package var isOpenFastClean: Bool?

    var unknown = UnknownFields()

    enum CodingKeys: String, CodingKey, CaseIterable {
      case id, name, status, description, gtid, tags, children
      case parentId = "parent_id"
      case createTime = "create_time"
      case taskType = "task_type"
      case sourceEndpoint = "source_endpoint"
      case dmqEndpoint = "dmq_endpoint"
      case sourceSharding = "source_sharding"
      case targetEndpoint = "target_endpoint"
      case netType = "net_type"
      case failedReason = "failed_reason"
      case instInfo = "inst_info"
      case actualStartTime = "actual_start_time"
      case fullTransferCompleteTime = "full_transfer_complete_time"
      case updateTime = "update_time"
      case jobDirection = "job_direction"
      case dbUseType = "db_use_type"
      case needRestart = "need_restart"
      case isTargetReadonly = "is_target_readonly"
      case conflictPolicy = "conflict_policy"
      case filterDdlPolicy = "filter_ddl_policy"
      case speedLimit = "speed_limit"
      case schemaType = "schema_type"
      case nodeNum = "node_num"
      case objectSwitch = "object_switch"
      case masterJobId = "master_job_id"
      case fullMode = "full_mode"
      case structTrans = "struct_trans"
      case indexTrans = "index_trans"
      case replaceDefiner = "replace_definer"
      case migrateUser = "migrate_user"
      case syncDatabase = "sync_database"
      case errorCode = "error_code"
      case errorMessage = "error_message"
      case targetRootDb = "target_root_db"
      case azCode = "az_code"
      case vpcId = "vpc_id"
      case subnetId = "subnet_id"
      case securityGroupId = "security_group_id"
      case multiWrite = "multi_write"
      case supportIPv6 = "support_ip_v6"
      case inheritId = "inherit_id"
      case alarmNotify = "alarm_notify"
      case isMultiAz = "is_multi_az"
      case azName = "az_name"
      case masterAz = "master_az"
      case slaveAz = "slave_az"
      case nodeRole = "node_role"
      case increStartPosition = "incre_start_position"
      case periodOrder = "period_order"
      case objectInfos = "object_infos"
      case originalJobDirection = "original_job_direction"
      case dataTransformation = "data_transformation"
      case publicIPList = "public_ip_list"
      case bindPublicIPState = "bind_public_ip_state"
      case isOpenFastClean = "is_open_fast_clean"
    }
  }
}

extension DRS.TaskDetail {
  package init?(wire decoder: any Decoder) {
    guard (try? decoder.container(keyedBy: AnyKey.self)) != nil,
      var detail = try? Self(from: decoder)
    else { return nil }
    detail.unknown = UnknownFields(decoder, known: Self.knownFields)
    self = detail
  }

  /// Those that are decoded, and documented ones that say nothing to a reader.
  private static let knownFields = Set(CodingKeys.allCases.map(\.rawValue)).union([
    "job_kernel_direction", "sync_mode", "issue_coupon", "vpc_id", "subnet_id",
    "security_group_id",
  ])

  /// The tags in either of the shapes in which they come.
  package var tagValues: [String: String] {
    var values: [String: String] = [:]
    for tag in tags ?? [] {
      if let key = tag["key"], let value = tag["value"] {
        values[key] = value
      } else {
        values.merge(tag) { _, later in later }
      }
    }
    return values
  }
}

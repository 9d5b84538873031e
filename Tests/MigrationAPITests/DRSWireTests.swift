import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DRS on the wire` {
  static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  static func details() throws -> [DRS.TaskDetail] {
    let text = try Recorded.text("drs", "batch-detail.json")
    return try #require(decode(DRS.BatchAnswer<DRS.TaskDetail>.self, text).items)
  }

  @Test func `every value of the documented details is decoded`() throws {
    let text = try Recorded.text("drs", "batch-detail.json")
    let answer = try Self.decode(DRS.BatchAnswer<DRS.TaskDetail>.self, text)
    let leaves = WireLeaves.ofDecoded(answer)
    #expect(leaves.count == 136)
    expectNoDifference(leaves, try WireLeaves.ofText(text))
  }

  @Test func `the documented details have these values`() throws {
    let details = try Self.details()
    #expect(details.map(\.id).count == 2)
    #expect(details[0].createTime == 1_608_519_469_412)
    #expect(details[0].sourceEndpoint?.dbPort == 3306)
    #expect(details[0].targetEndpoint?.instName == "rds-lws-target")
    #expect(details[0].instInfo?.volumeSize == 100)
    #expect(details[0].instInfo?.startTime == 0)
    #expect(details[0].isTargetReadonly == true)
    #expect(details[0].supportIPv6 == false)
    #expect(details[0].speedLimit?.isEmpty == true)
    #expect(details[0].objectInfos?[1].parentId == "test")
    #expect(details[0].fullTransferCompleteTime == nil)
    #expect(details[1].fullTransferCompleteTime == 1_608_369_510_202)
    #expect(details[1].tagValues == ["key1": "value1", "key2": "value2"])
  }

  @Test func `every value of the documented statuses is decoded`() throws {
    let text = try Recorded.text("drs", "batch-status.json")
    let answer = try Self.decode(DRS.BatchAnswer<DRS.TaskStatus>.self, text)
    expectNoDifference(WireLeaves.ofDecoded(answer), try WireLeaves.ofText(text))
    #expect(answer.items?.map(\.status) == ["INCRE_TRANSFER_STARTED", "INCRE_TRANSFER_FAILED"])
  }

  @Test func `fields come in several shapes`() throws {
    let one = try Self.decode(
      DRS.TaskDetail.self,
      #"{"node_num":"2","tags":[{"key":"a","value":"b"}],"data_transformation":{"total_count":1}}"#)
    let other = try Self.decode(DRS.TaskDetail.self, #"{"node_num":2,"tags":{"a":"b"}}"#)
    #expect(one.nodeNum == 2)
    #expect(other.nodeNum == 2)
    #expect(one.tagValues == ["a": "b"])
    #expect(other.tagValues == ["a": "b"])
    #expect(one.dataTransformation?.totalCount == 1)
  }

  @Test func `no credential is decoded`() throws {
    let detail = try Self.decode(
      DRS.TaskDetail.self,
      """
      {"source_endpoint":{"ip":"h","db_password":"SECRET","ssl_cert_password":"SECRET",
        "ssl_cert_check_sum":"SECRET","ssl_cert_key":"SECRET","ssl_cert_name":"SECRET",
        "kafka_security_config":{"type":"SSL","trust_store_key":"SECRET","key_password":"SECRET",
          "trust_store_password":"SECRET","key_store_key":"SECRET","key_store_password":"SECRET"}}}
      """)
    expectNoDifference(
      WireLeaves.ofDecoded(detail),
      ["sourceendpoint.ip": "h", "sourceendpoint.kafkasecurityconfig.type": "SSL"])
  }

  @Test func `the fields that no sample has are decoded`() throws {
    let text = """
      {"parent_id":"p","failed_reason":"f","dmq_endpoint":{"topic":"t","safe_mode":1},
       "source_sharding":[{"inst_id":"i","az_code":"z","mongo_ha_mode":"m","cluster_mode":"c",
         "security_group_id":"g","kafka_security_config":{"type":"SASL_SSL",
           "trust_store_key_name":"n","endpoint_algorithm":"e","sasl_mechanism":"PLAIN",
           "delegation_tokens":true,"enable_key_store":true,"key_store_key_name":"k",
           "set_private_key_password":false}}],
       "net_type":"vpn","conflict_policy":"stop","filter_ddl_policy":"x","node_num":1,
       "speed_limit":[{"begin":"01:00","end":"02:59","is_utc":true,"speed":"5"}],
       "master_job_id":"m","full_mode":"f","struct_trans":true,"index_trans":true,
       "sync_database":true,"error_code":"DRS.1","error_message":"e",
       "target_root_db":{"db_name":"d","db_encoding":"utf8"},"multi_write":false,
       "inherit_id":"i","gtid":"g","alarm_notify":{"topic_name":"t","delay_time":1,"rto_delay":2,
         "rpo_delay":3,"alarm_to_user":true,"subscriptions":[{"endpoints":["a"]}]},
       "is_multi_az":true,"az_name":"a","master_az":"b","slave_az":"c","node_role":"r",
       "incre_start_position":"1","period_order":{"status":"s","order_id":"o","charging_mode":0,
         "period_type":2,"period_num":1,"is_auto_renew":0,"eff_time":"e","exp_time":"x"},
       "object_infos":[{"alias_name":"a"}],
       "public_ip_list":[{"id":"i","public_ip":"1.2.3.4","type":"master"}],
       "bind_public_ip_state":"s","children":[{"id":"c","name":"n"}],
       "data_transformation":{"filter_conditions":[{"data_transformation_object_infos":[
         {"schema_name":"s"}]}]}}
      """
    let detail = try Self.decode(DRS.TaskDetail.self, text)
    expectNoDifference(WireLeaves.ofDecoded(detail), try WireLeaves.ofText(text))
  }

  @Test func `every value of progress and list is decoded`() throws {
    let progress = """
      {"job_id":"j","progress":"0","incre_trans_delay":"-1","incre_trans_delay_millis":"-1",
       "task_mode":"FULL_TRANS","transfer_status":"FULL_TRANSFER_COMPLETE","process_time":"0",
       "remaining_time":"7","apply_rows_rate":-1,"apply_bytes_rate":-1,"error_code":"c",
       "error_msg":"m","progress_map":{"struct":{"completed":"94%","remaining_time":null},
         "data":{"completed":"100%"},"index":{"completed":"100%","remaining_time":"3"}}}
      """
    expectNoDifference(
      WireLeaves.ofDecoded(try Self.decode(DRS.TaskProgress.self, progress)),
      try WireLeaves.ofText(progress))
    let list = """
      {"total_record":7,"jobs":[{"id":"j","name":"n","status":"s","description":"d",
        "create_time":"2020-12-21 10:57:49","engine_type":"mysql","net_type":"eip",
        "billing_tag":true,"job_direction":"up","db_use_type":"sync","task_type":"FULL_TRANS",
        "node_newFramework":false,"error_msg":"e","children":[{"id":"c"}]}]}
      """
    expectNoDifference(
      WireLeaves.ofDecoded(try Self.decode(DRS.TaskList.self, list)), try WireLeaves.ofText(list))
  }

  @Test func `every value of delays and check is decoded, but what is encrypted`() throws {
    let delays = """
      {"job_id":"j","rpo_info":{"check_point":"c","delay":"250","gtid_set":"NA","time":"t"},
       "rto_info":{"check_point":"d","delay":7,"gtid_set":"g","time":"u"},"error_code":"c",
       "error_msg":"m"}
      """
    expectNoDifference(
      WireLeaves.ofDecoded(try Self.decode(DRS.ReplicationDelays.self, delays)),
      try WireLeaves.ofText(delays))
    let check = """
      {"precheck_id":"p","result":false,"process":"56%","total_passed_rate":"97%",
       "rds_instance_id":"r","job_direction":"up","error_code":"c","error_msg":"m",
       "precheck_result":[{"item":"i","result":"ALARM","failed_reason":"f","raw_error_msg":"w",
         "group":"g","failed_sub_jobs":[{"id":"s","name":"n","check_result":"FAILED"}]
      """
    let decoded = try Self.decode(DRS.PrecheckReport.self, check + #","data":"SECRET"}]}"#)
    expectNoDifference(WireLeaves.ofDecoded(decoded), try WireLeaves.ofText(check + "}]}"))
  }

  @Test func `one moment is written in three ways`() throws {
    // The two documented tasks, in both of the forms.
    let job = try DRSSample.job(
      listed: #""status":"CREATING","create_time":"2020-12-21 10:57:49""#)
    let precise = try DRSSample.job(
      listed: #""status":"CREATING","create_time":"2020-12-21 10:57:49""#,
      detail: #""status":"CREATING","create_time":"1608519469412""#)
    #expect(job.createdAt == Date(timeIntervalSince1970: 1_608_519_469))
    #expect(precise.createdAt == Date(timeIntervalSince1970: 1_608_519_469.412))
    let zoned = try DRSSample.job(
      listed: #""status":"CREATING","create_time":"2020-12-21T02:57:49Z""#)
    #expect(zoned.createdAt == job.createdAt)
  }
}

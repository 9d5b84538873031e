import Foundation
import MigrationAPI
import MigrationModel
import Testing

extension MutatedAnswer {
  static func all() throws -> [MutatedAnswer] {
    let statuses = try Tree(
      json: #"{"count":1,"results":[{"id":"a","status":"INCRE_TRANSFER_STARTED"}]}"#)
    let guarded = #""status":"INCRE_TRANSFER_STARTED","db_use_type":"cloudDataGuard""#
    return [
      try relationalMigrator("job.json"), try relationalMigratorLog(),
      try relationalMigrator("jobs/1.18.1-failed-in-cdc.json"),
      try relationalMigrator("jobs/1.14.1-snapshot-running.json"),
      try dtsList("jobs/sync-two-way-reverse-failed/list.json", .sync),
      try dtsList("jobs/sync-initialize-failed/list.json", .sync),
      try drsList(sharded),
      try drsBatch("batch-rpo-and-rto", delays, .details, id: "job_id", row: guarded),
      try drsBatch(
        "batch-precheck-result", precheck, .details, id: "precheck_id",
        row: #""status":"CONFIGURATION""#),
      try dtsList("DescribeDtsJobs.migration.json", .migration),
      try dtsList("DescribeDtsJobs.sync.json", .sync),
      try dtsList("DescribeDtsJobs.subscribe.json", .subscription),
      try dtsList("DescribeDtsJobs.migration.json", .migration, isXML: true),
      try dtsSteps(), try dtsSteps(isXML: true),
      try drsBatch("batch-status", statuses, .status, id: "id"),
      try drsBatch(
        "batch-detail", Tree(json: Recorded.text("drs", "batch-detail.json")), .steps, id: "id"),
      try drsBatch("batch-progress", progress, .statistics, id: "job_id"),
    ]
  }

  private static var progress: Tree {
    get throws {
      try Tree(
        json: #"""
          {"count":1,"results":[{"job_id":"a","progress":"37","incre_trans_delay":"12",
          "incre_trans_delay_millis":"12345","task_mode":"FULL_INCR_TRANS",
          "transfer_status":"INCRE_TRANSFER_STARTED","process_time":"1790000000000",
          "remaining_time":"90","apply_rows_rate":1200,"apply_bytes_rate":3000000,
          "progress_map":{"struct":{"completed":"100%","remaining_time":null},
          "data":{"completed":"37%","remaining_time":"90"}}}]}
          """#)
    }
  }

  private static var delays: Tree {
    get throws {
      try Tree(
        json: #"""
          {"count":1,"results":[{"job_id":"a",
          "rpo_info":{"delay":"120","time":"2026-05-18 15:47:05","gtid_set":"NA","check_point":"b:1"},
          "rto_info":{"delay":"3400","time":"2026-05-18 15:47:05","gtid_set":"u:1-9"}}]}
          """#)
    }
  }

  private static var precheck: Tree {
    get throws {
      try Tree(
        json: #"""
          {"count":1,"results":[{"precheck_id":"a","result":false,"process":"100%",
          "total_passed_rate":"33%","precheck_result":[
          {"item":"network","result":"PASSED","group":"network"},
          {"item":"privilege","result":"FAILED","failed_reason":"no","raw_error_msg":"ERROR 1227",
          "failed_sub_jobs":[{"id":"s","name":"shard","check_result":"FAILED"}]}]}]}
          """#)
    }
  }

  private static var sharded: Tree {
    get throws {
      try Tree(
        json: #"""
          {"total_record":2,"jobs":[{"id":"a","name":"n","status":"FULL_TRANSFER_STARTED",
          "create_time":"2020-12-21 10:57:49","engine_type":"ddm-to-mysql","db_use_type":"migration",
          "task_type":"FULL_TRANS","error_msg":"","children":[
          {"id":"c","name":"c1","status":"FULL_TRANSFER_FAILED","error_msg":"no space"},
          {"id":"d","status":"PAUSEING","children":[{"id":"e","status":"CHILD_TRANSFER_STARTED"}]}]}]}
          """#)
    }
  }
}

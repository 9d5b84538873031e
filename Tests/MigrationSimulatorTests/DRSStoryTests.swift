import Foundation
import Testing

@Suite struct `The stories of DRS` {
  let stage = Stage(jobs: 140)

  private func result(_ operation: String, _ id: String) async throws -> JSONValue {
    let answer = try await stage.drs(operation, batch([id])).json()
    return try #require(answer["results"]?.elements.first)
  }

  @Test func `Some task or sub-task shows each of the 29 status words`() async throws {
    var shown: Set<String> = []
    for _ in 0..<2 {
      for job in try await stage.drsJobs() {
        let all = [job] + (job["children"]?.elements ?? [])
        shown.formUnion(all.compactMap { $0["status"]?.text })
      }
      stage.clock.advance(by: 700)
    }
    #expect(Self.words.subtracting(shown) == [])
  }

  static let words: Set = [
    "CREATING", "CREATE_FAILED", "CONFIGURATION", "STARTJOBING", "WAITING_FOR_START",
    "START_JOB_FAILED", "PAUSING", "FULL_TRANSFER_STARTED", "FULL_TRANSFER_FAILED",
    "FULL_TRANSFER_COMPLETE", "INCRE_TRANSFER_STARTED", "INCRE_TRANSFER_FAILED",
    "RELEASE_RESOURCE_STARTED", "RELEASE_RESOURCE_FAILED", "RELEASE_RESOURCE_COMPLETE",
    "REBUILD_NODE_STARTED", "REBUILD_NODE_FAILED", "CHANGE_JOB_STARTED", "CHANGE_JOB_FAILED",
    "DELETED", "CHILD_TRANSFER_STARTING", "CHILD_TRANSFER_STARTED", "CHILD_TRANSFER_COMPLETE",
    "CHILD_TRANSFER_FAILED", "RELEASE_CHILD_TRANSFER_STARTED", "RELEASE_CHILD_TRANSFER_COMPLETE",
    "NODE_UPGRADE_START", "NODE_UPGRADE_COMPLETE", "NODE_UPGRADE_FAILED",
  ]

  @Test func `Of a deleted task only the status is still known`() async throws {
    let id = try await stage.drsID(named: "demo-tenant-gone")
    #expect(try await result("batch-detail", id)["status"]?.text == "RELEASE_RESOURCE_COMPLETE")
    stage.clock.advance(by: 700)
    #expect(try await result("batch-status", id)["status"]?.text == "DELETED")
    for operation in ["batch-detail", "batch-progress"] {
      #expect(try await result(operation, id)["error_code"]?.text == "DRS.M05004")
      #expect(try await stage.drs(operation, batch([id])).status == 400)
    }
  }

  @Test func `A check has no result before its end, and its failure has a reason`() async throws {
    let running = try await stage.drsID(named: "tax-precheck-华南")
    let failed = try await stage.drsID(named: "fraud-precheck-fail")
    var processes: [String?] = []
    for _ in 0..<3 {
      let result = try await result("batch-precheck-result", running)
      processes.append(result["process"]?.text)
      #expect(result["result"] == .flag(false))
      stage.clock.advance(by: 60)
    }
    #expect(processes == ["0%", "20%", "40%"])
    let end = try await result("batch-precheck-result", failed)
    #expect(end["process"]?.text == "100%")
    #expect(end["result"] == .flag(false))
    let items = end["precheck_result"]?.elements ?? []
    #expect(Set(items.map { $0["result"]?.text }) == ["PASSED", "ALARM", "FAILED"])
    #expect(items.last?["failed_reason"]?.text == "The source user lacks REPLICATION SLAVE.")
  }

  @Test func `Another language changes texts and nothing else`() async throws {
    let id = try await stage.drsID(named: "fraud-precheck-fail")
    var headers = stage.drsHeaders()
    let english = try await result("batch-precheck-result", id)
    headers["x-language"] = "ZH-CN"
    let answer = try await stage.drs("batch-precheck-result", batch([id]), headers: headers)
    let chinese = try #require(try answer.json()["results"]?.elements.first)
    let last = { (result: JSONValue) in result["precheck_result"]?.elements.last }
    #expect(last(chinese)?["failed_reason"]?.text == "源库用户缺少REPLICATION SLAVE权限。")
    #expect(last(chinese)?["group"] == last(english)?["group"])
    #expect(chinese["process"] == english["process"])
    let refused = try await stage.drs("batch-status", batch([]), headers: headers)
    #expect(try refused.json()["error_msg"]?.text == "参数jobs为空。")
    #expect(try refused.json()["error_code"]?.text == "DRS.M00201")
  }

  @Test func `A detail names only the sub-tasks that have no public address`() async throws {
    let parent = try #require(
      try await stage.drsJobs().first { $0["name"]?.text == "ddm-orders-8shard" })
    let detail = try await result("batch-detail", parent["id"]?.text ?? "")
    #expect(parent["children"]?.elements.count == 8)
    #expect(detail["children"]?.elements.map { $0["name"]?.text } == ["ddm-orders-8shard-5"])
    #expect(detail["bind_public_ip_state"]?.text == "failed")
    #expect(detail["source_sharding"]?.elements.count == 8)
  }

  @Test func `An endpoint of Kafka carries seven secrets more`() async throws {
    let id = try await stage.drsID(named: "crm-stream")
    let target = try await result("batch-detail", id)["target_endpoint"]
    let security = try #require(target?["kafka_security_config"])
    for key in ["trust_store_key", "trust_store_password", "key_store_password", "key_password"] {
      #expect(security[key]?.text?.hasPrefix("demo-secret") == true)
    }
    for key in ["ssl_cert_key", "ssl_cert_password", "ssl_cert_check_sum"] {
      #expect(target?[key]?.text?.hasPrefix("demo-secret") == true)
    }
  }
}

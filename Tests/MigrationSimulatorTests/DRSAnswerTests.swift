import Foundation
import Testing

@Suite struct `The answers of DRS` {
  let stage = Stage(jobs: 80)
  static let nobody = "00000000-0000-0000-0000-000000000000"

  private func code(_ answer: Answer) throws -> String? { try answer.json()["error_code"]?.text }

  @Test(arguments: [("batch-status", 5), ("batch-detail", 5), ("batch-progress", 8)])
  func `Without a page two calls answer five tasks and the third answers all`(
    operation: String, count: Int
  ) async throws {
    let ids = try await stage.drsIDs().prefix(8)
    let body = try await stage.drs(operation, batch(Array(ids))).json()
    #expect(body["results"]?.elements.count == count)
    #expect(body["count"]?.number == Double(count))
  }

  @Test func `A page of size nothing is everything`() async throws {
    let ids = try await stage.drsIDs().prefix(9)
    let call = batch(Array(ids), page: #"{"cur_page":1,"per_page":0}"#)
    #expect(try await stage.drs("batch-status", call).json()["count"]?.number == 9)
  }

  @Test(arguments: [
    ("batch-status", "id", "error_message"), ("batch-detail", "id", "error_message"),
    ("batch-progress", "job_id", "error_msg"), ("batch-rpo-and-rto", "job_id", "error_msg"),
    ("batch-precheck-result", "precheck_id", "error_msg"),
  ])
  func `An unknown task is an item's error, and a 400 with the same body if nothing is left`(
    operation: String, idKey: String, textKey: String
  ) async throws {
    let known = try await stage.drsID(named: "members-华北")
    let mixed = try await stage.drs(operation, batch([known, Self.nobody]))
    let item = try #require(try mixed.json()["results"]?.elements.last)
    #expect((200...202).contains(mixed.status))
    #expect(item.keys == [idKey, "error_code", textKey])
    #expect(item["error_code"]?.text == "DRS.M00289")
    let alone = try await stage.drs(operation, batch([Self.nobody]))
    #expect(alone.status == 400)
    #expect(try alone.json()["results"]?.elements == [item])
    #expect(try code(alone) == nil)
  }

  @Test(arguments: [
    (#"{"cur_page":1}"#, "DRS.M00201"), (#"{"db_use_type":"replay"}"#, "DRS.M00202"),
    (#"{"db_use_type":"sync","per_page":101}"#, "DRS.M00210"),
    (#"{"db_use_type":"sync","cur_page":2,"per_page":0}"#, "DRS.M00210"),
    (#"{"db_use_type":"sync","cur_page":99}"#, "DRS.M00211"), ("{", "DRS.M00007"),
    (#"{"db_use_type":"sync","status":"RUNNING"}"#, "DRS.M00202"),
    (#"{"db_use_type":"sync","enterprise_project_id":""}"#, "DRS.M00202"),
  ])
  func `A listing that cannot be is refused with its code`(
    body: String, expected: String
  ) async throws {
    let answer = try await stage.drs("", body)
    #expect(answer.status == 400)
    #expect(try code(answer) == expected)
  }

  @Test func `A listing is filtered by a hundred ids, and by no more`() async throws {
    let ids = try await stage.drsIDs()
    let named = { (ids: [String]) in
      try await stage.drs(
        "", #"{"db_use_type":"sync","per_page":0,"name":"\#(ids.joined(separator: ","))"}"#)
    }
    let found = try await named(ids).json()
    #expect(
      found["jobs"]
        == (try await stage.drs("", #"{"db_use_type":"sync","per_page":0}"#).json())["jobs"])
    let tooMany = try await named(Array(repeating: Self.nobody, count: 101))
    #expect(try code(tooMany) == "DRS.M00202")
  }

  @Test func `The pages of a listing add up to its total`() async throws {
    var names: [String] = []
    var total = 1.0
    for page in 1...9 where Double(names.count) < total {
      let answer = try await stage.drs("", #"{"db_use_type":"sync","cur_page":\#(page)}"#).json()
      total = answer["total_record"]?.number ?? 0
      names += answer["jobs"]?.elements.compactMap { $0["name"]?.text } ?? []
    }
    #expect(total > 10)
    #expect(Double(Set(names).count) == total)
  }

  @Test func `A listing's times are eight hours ahead of a detail's`() async throws {
    let row = try #require(try await stage.drsJobs().first)
    let id = try #require(row["id"]?.text)
    let detail = try await stage.drs("batch-detail", batch([id])).json()["results"]?.elements[0]
    let milliseconds = try #require(detail?["create_time"]?.text.flatMap(Double.init))
    let local = Date(timeIntervalSince1970: milliseconds / 1_000 + 8 * 3_600)
    let text = local.formatted(.iso8601).replacing("T", with: " ").replacing("Z", with: "")
    #expect(row["create_time"]?.text == text)
  }

  @Test func `A complete full transfer says 0 and shows its bars`() async throws {
    let id = try await stage.drsID(named: "docs-2016-copy")
    let result = try await stage.drs("batch-progress", batch([id])).json()["results"]?.elements[0]
    #expect(result?["transfer_status"]?.text == "FULL_TRANSFER_COMPLETE")
    #expect(result?["progress"]?.text == "0")
    #expect(result?["process_time"]?.text == "0")
    #expect(result?["progress_map"]?["struct"]?["completed"]?.text == "94%")
  }

  @Test func `Sub-tasks are listed, and answered by their own ids`() async throws {
    let parent = try #require(
      try await stage.drsJobs().first { $0["name"]?.text == "ddm-orders-8shard" })
    let children = parent["children"]?.elements ?? []
    #expect(children.count == 8)
    #expect(children.filter { $0["status"]?.text == "CHILD_TRANSFER_FAILED" }.count == 1)
    let id = try #require(children[4]["id"]?.text)
    let detail = try await stage.drs("batch-detail", batch([id])).json()["results"]?.elements[0]
    #expect(detail?["parent_id"] == parent["id"])
    #expect(detail?["failed_reason"] == children[4]["error_msg"])
  }

  @Test func `Only a task of disaster recovery has an RPO`() async throws {
    let guarded = try await stage.drsID(named: "members-华北")
    let other = try await stage.drsID(named: "bi-mart-dws")
    let answer = try await stage.drs("batch-rpo-and-rto", batch([guarded, other]))
    #expect(answer.status == 202)
    let results = try answer.json()["results"]?.elements
    let delays = ["rpo_info", "rto_info"].compactMap {
      results?[0][$0]?["delay"]?.text.flatMap(Int.init)
    }
    let progress = try await stage.drs("batch-progress", batch([guarded])).json()
    let delay = progress["results"]?.elements[0]["incre_trans_delay_millis"]?.text
    #expect(delays.count == 2)
    #expect(delay == String(delays.reduce(0, +)))
    #expect(results?[1]["error_code"]?.text == "DRS.M00304")
  }

  @Test func `An error carries the bytes that a client must clean`() async throws {
    let id = try await stage.drsID(named: "erp-oracle-gauss")
    let detail = try await stage.drs("batch-detail", batch([id])).json()["results"]?.elements[0]
    let reason = try #require(detail?["failed_reason"]?.text)
    for byte in ["\u{1B}", "\u{202E}"] { #expect(reason.contains(byte)) }
    #expect(reason.unicodeScalars.contains("\r"))
    #expect(detail?["source_endpoint"]?["db_password"]?.text == "demo-endpoint-password")
  }
}

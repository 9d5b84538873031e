import Foundation
import HTTPTypes
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct `The answers of DTS` {
  let stage = Stage()

  @Test(arguments: [
    ("DescribeDtsJobs", [:], "MissingRegion"), ("ListJobStep", [:], "MissingDtsJobId"),
    ("DescribePreCheckStatus", ["DtsJobId": "x"], "MissingJobCode"),
    ("DescribeDtsJobs", ["Region": "cn-hangzhou", "Type": "SYNC"], "InvalidParameter"),
    ("DescribeDtsJobs", ["Region": "cn-hangzhou", "Status": "Suspended"], "InvalidParameter"),
    ("DescribeDtsJobs", ["Region": "cn-hangzhou", "PageNumber": "0"], "InvalidParameter"),
    ("ListJobStep", ["DtsJobId": "x", "ZeroEtlJob": "perhaps"], "InvalidParameter"),
    ("DeleteDtsJob", [:], "InvalidAction.NotFound"),
  ])
  func `A call that lacks something is refused with its code`(
    action: String, parameters: [String: String], code: String
  ) async throws {
    let answer = try await stage.dts(action, parameters)
    #expect(answer.status >= 400)
    #expect(try answer.json()["Code"]?.text == code)
  }

  @Test func `An unknown job is a business error under HTTP 200`() async throws {
    let answer = try await stage.dts("DescribeDtsJobDetail", ["DtsJobId": "nobody"])
    #expect(answer.status == 200)
    #expect(try answer.json()["Success"] == .flag(false))
    #expect(try answer.json()["DynamicMessage"]?.text == "DtsJobId")
  }

  @Test func `A listing carries one kind of job and its pages add up`() async throws {
    let stage = Stage(jobs: 400)
    var ids: [String] = []
    for page in 1...20 {
      let answer = try await stage.dts(
        "DescribeDtsJobs",
        ["JobType": "SYNC", "Region": "cn-hangzhou", "PageSize": "30", "PageNumber": "\(page)"]
      ).json()
      let jobs = answer["DtsJobList"]?.elements ?? []
      #expect(jobs.allSatisfy { $0["JobType"]?.text == "SYNC" })
      ids += jobs.compactMap { $0["DtsJobId"]?.text }
      guard Double(ids.count) != answer["TotalRecordCount"]?.number else { break }
    }
    #expect(ids.count > 60)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `A page has at most 30 jobs, whatever is asked for`() async throws {
    let parameters = ["JobType": "SYNC", "Region": "cn-hangzhou", "PageSize": "200"]
    let answer = try await Stage(jobs: 400).dts("DescribeDtsJobs", parameters).json()
    #expect(answer["DtsJobList"]?.elements.count == 30)
    #expect(try #require(answer["TotalRecordCount"]?.number) > 60)
  }

  @Test func `A kind that is left out is a migration`() async throws {
    let answer = try await stage.dts("DescribeDtsJobs", ["Region": "cn-hangzhou"]).json()
    #expect(Set(answer["DtsJobList"]?.elements.map { $0["JobType"]?.text } ?? []) == ["MIGRATION"])
  }

  @Test(arguments: [
    ["Type": "name", "Params": "同步"], ["Status": "Retrying"],
  ])
  func `A filter keeps what it names`(filter: [String: String]) async throws {
    let parameters = filter.merging(["JobType": "SYNC", "Region": "cn-hangzhou"]) { $1 }
    let jobs = try await stage.dts("DescribeDtsJobs", parameters).json()["DtsJobList"]?.elements
    #expect(jobs?.map { $0["DtsJobName"]?.text } == ["订单中心-同步"])
  }

  @Test func `Latency in milliseconds is a number on a step and a text on its parts`()
    async throws
  {
    let id = try await stage.dtsID(named: "订单中心-同步")
    let steps = try await stage.dts("ListJobStep", ["DtsJobId": id]).json()["JobSteps"]?.elements
    let write = try #require(steps?.first { $0["Code"]?.text == "07" })
    #expect(write["State"]?.text == "Warning")
    let latency = try #require(write["IncLatencyMilliseconds"]?.number)
    #expect(abs(latency - 1_084_000) <= 300)
    let parts = write["SubJobSteps"]?.elements ?? []
    #expect(parts.first?["IncLatencyMilliseconds"]?.text == String(Int64(latency)))
    #expect(parts.first?["State"]?.text == "Failed")
  }

  @Test(arguments: ["ListJobStep", "DescribeDtsJobDetail"])
  func `XML says what JSON says`(action: String) async throws {
    for name in ["订单中心-同步", "crm-customer-迁移"] {
      let id = try await stage.dtsID(named: name)
      let json = try await stage.dts(action, ["DtsJobId": id]).json()
      let xml = try await stage.dts(action, ["DtsJobId": id], accept: "application/xml")
      #expect(xml.headers[.contentType] == "application/xml")
      let leaves = XMLLeaves(xml.body)
      #expect(leaves.root == "\(action)Response")
      #expect(leaves.found.filter { $0.path != "RequestId" } == json.leaves(without: "RequestId"))
    }
  }

  @Test func `A subscription is idle and has a lag all the same`() async throws {
    let id = try await stage.dtsID(named: "inventory-cdc-sub")
    let job = try await stage.dts("DescribeDtsJobDetail", ["DtsJobId": id]).json()
    #expect(job["Status"]?.text == "Normal")
    #expect(job["DataSynchronizationStatus"]?["Progress"]?.text == "0.00RPS/(0.000MB/s)")
    #expect(try #require(job["Delay"]?.number) < 1_000)
  }

  @Test func `The items of a precheck move on`() async throws {
    let id = try await stage.dtsID(named: "reports-2027")
    let parameters = ["DtsJobId": id, "JobCode": "01"]
    stage.clock.advance(by: 60)
    let before = try await stage.dts("DescribePreCheckStatus", parameters).json()
    stage.clock.advance(by: 300)
    let after = try await stage.dts("DescribePreCheckStatus", parameters).json()
    let passed = { (answer: JSONValue) in
      answer["JobProgress"]?.elements.filter { $0["State"]?.text == "Success" }.count
    }
    #expect(passed(before) == 1)
    #expect(passed(after) == 7)
  }
}

/// One value at the end of a path of names.
private struct Leaf: Equatable {
  let path: String
  let value: String
}

extension JSONValue {
  /// Without empty lists, which XML cannot write, in the order of their paths.
  fileprivate func leaves(without excluded: String) -> [Leaf] {
    flattened(path: "").filter { $0.path != excluded }.sorted {
      ($0.path, $0.value) < ($1.path, $1.value)
    }
  }

  private func flattened(path: String) -> [Leaf] {
    switch self {
    case .object(let fields):
      fields.flatMap { $0.value.flattened(path: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    case .array(let elements): elements.flatMap { $0.flattened(path: path) }
    case .text(let text): [Leaf(path: path, value: text)]
    case .number(let number): [Leaf(path: path, value: String(Int64(number)))]
    case .flag(let flag): [Leaf(path: path, value: String(flag))]
    case .null: []
    }
  }
}

/// The leaves of an XML document, read by a parser that is not the simulator's.
private final class XMLLeaves: NSObject, XMLParserDelegate {
  private(set) var root = ""
  private(set) var found: [Leaf] = []
  private var path: [String] = []
  private var text = ""
  private var hasChildren = false

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    _ = parser.parse()
    found.sort { ($0.path, $0.value) < ($1.path, $1.value) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if root.isEmpty { root = name } else { path.append(name) }
    text = ""
    hasChildren = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard !path.isEmpty else { return }
    if !hasChildren { found.append(Leaf(path: path.joined(separator: "."), value: text)) }
    path.removeLast()
    hasChildren = true
  }
}

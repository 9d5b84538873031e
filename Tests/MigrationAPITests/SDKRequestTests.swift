import Foundation
import MigrationAPI
import MigrationModel
import Testing

/// The clients' requests beside those that the vendors' SDKs send for the same calls.
@Suite struct `Requests beside those of the SDKs` {
  /// A difference that is meant.
  struct Deliberate {
    let kinds: [String]
    let place: String
    var sdk: String?
    var client: String?
    /// Why the service answers all the same.
    let reason: String
  }

  static let dts = ["dts v3", "dts v3 with STS", "dts v1", "dts v1 with STS"]
  static let drs = ["drs keys", "drs keys with token"]

  static let deliberate = [
    Deliberate(
      kinds: dts + drs, place: "header user-agent", sdk: "{user agent}",
      reason: "the transport names this program, whatever the service"),
    Deliberate(
      kinds: ["dts v3", "dts v3 with STS"] + drs, place: "signed header user-agent", sdk: "signed",
      reason: "no signature asks for it: the SDKs sign whatever they have set"),
    Deliberate(
      kinds: dts + drs, place: "header accept-encoding", sdk: "{transport}",
      reason: "of the connection, and so the transport's"),
    Deliberate(
      kinds: dts + drs, place: "header content-length", sdk: "{transport}",
      reason: "of the connection, and so the transport's"),
    Deliberate(
      kinds: drs, place: "header connection", sdk: "{transport}",
      reason: "of the connection, and so the transport's"),
    Deliberate(
      kinds: ["dts v3", "dts v1"], place: "header x-acs-credentials-provider", sdk: "static_ak",
      reason: "tells the vendor where its SDK found the keys, and is in no document"),
    Deliberate(
      kinds: ["dts v3 with STS", "dts v1 with STS"], place: "header x-acs-credentials-provider",
      sdk: "static_sts", reason: "as with lasting keys"),
    Deliberate(
      kinds: ["dts v3", "dts v3 with STS"], place: "signed header x-acs-credentials-provider",
      sdk: "signed", reason: "what is not sent is not signed"),
    Deliberate(
      kinds: dts, place: "query WithoutDbList", sdk: "True", client: "true",
      reason: "the document writes it small; the SDK writes it as Python does"),
    Deliberate(
      kinds: ["dts v1", "dts v1 with STS"], place: "query Format", sdk: "json", client: "JSON",
      reason: "the document writes it large and the service reads both"),
    Deliberate(
      kinds: ["dts v1", "dts v1 with STS"], place: "header accept", client: "application/json",
      reason: "the form of the answer as a header too, for what stands before the service"),
    Deliberate(
      kinds: drs, place: "header accept", sdk: "*/*",
      reason: "any answer is accepted without it too: the service has JSON only"),
  ]

  @Test(arguments: dts) func `DTS is asked as its SDK asks`(kind: String) async throws {
    let record = try SDKRecord.read()
    let calls = try await DTSQuestions(record, kind).calls
    let names: Set = [
      "DescribeDtsJobs MIGRATION", "DescribeDtsJobs SYNC", "DescribeDtsJobs SUBSCRIBE",
      "DescribeDtsJobs of ids", "ListJobStep", "DescribeDtsJobDetail",
      "DescribeDtsJobDetail reverse", "DescribePreCheckStatus",
    ]
    #expect(names.isSubset(of: calls.map(\.name)))
    try Self.compare(calls, with: record, kind)
  }

  @Test(arguments: drs) func `DRS is asked as its SDK asks`(kind: String) async throws {
    let record = try SDKRecord.read()
    let calls = try await DRSQuestions(record, kind).calls
    let lists = ["migration", "sync", "cloudDataGuard"].flatMap {
      ["list \($0)", "list \($0) of ids"]
    }
    let batches = [
      "batch-status", "batch-progress", "batch-detail", "batch-rpo-and-rto",
      "batch-precheck-result",
    ]
    let names = Set(lists + batches)
    #expect(names.isSubset(of: calls.map(\.name)))
    try Self.compare(calls, with: record, kind)
  }

  /// Each call differs in nothing but what is meant, and what is meant is really so.
  private static func compare(
    _ calls: [(name: String, call: HTTPCall)], with record: SDKRecord, _ kind: String
  ) throws {
    let meant = deliberate.filter { $0.kinds.contains(kind) }
      .map { RequestDifference(place: $0.place, sdk: $0.sdk, client: $0.client) }
    var seen: Set<RequestDifference> = []
    for (name, call) in calls {
      let sdk = try #require(record.requests["\(kind): \(name)"], "the record has no \(name)")
      let differences = RequestDifference.between(sdk, try SDKRecord.Request(call))
      #expect(differences.subtracting(meant) == [], "\(name)")
      seen.formUnion(differences)
    }
    #expect(seen == Set(meant))
  }
}

/// Makes the DTS client send each call that it has.
private struct DTSQuestions {
  private(set) var calls: [(name: String, call: HTTPCall)] = []

  init(_ record: SDKRecord, _ kind: String) async throws {
    let ids = record.jobs.dts
    let transport = StubTransport { call, _ throws(ProviderError) in Self.answer(call, ids) }
    let keys = DTSCredentials(
      accessKeyID: record.keys.dts[0], accessKeySecret: Secret(record.keys.dts[1]),
      securityToken: kind.hasSuffix("STS") ? Secret(record.keys.token) : nil)
    var configuration = try DTSFixture.configuration(kinds: DTSJobType.allCases)
    configuration.signature = kind.contains("v1") ? .v1 : .v3
    let provider = DTSProvider(
      configuration: configuration, credentials: DTSFixture.Keys(credentials: keys),
      transport: transport, now: { DTSFixture.time })
    let jobs = try await provider.listAll()
    _ = try await provider.read(ids.map(DTSFixture.id), .statistics)
    _ = try await provider.read([DTSFixture.id(ids[0])], .steps)
    for job in jobs where job.details != .nothing {
      _ = try await provider.read([job.id], .details)
    }
    calls = await transport.calls.map { (Self.name($0), $0) }
  }

  /// One task's precheck failed, the other is being changed and goes both ways.
  private static func answer(_ call: HTTPCall, _ ids: [String]) -> HTTPReply {
    guard call.name == "DescribeDtsJobs" else {
      return .json(
        #"{"Success":true,"RequestId":"R","DtsJobId":"\#(call.parameters["DtsJobId"] ?? "")"}"#)
    }
    guard call.parameters["JobType"] == "SYNC" else { return DTSFixture.list() }
    return DTSFixture.list(
      #"{"DtsJobId":"\#(ids[0])","Status":"PrecheckFailed"}"#,
      #"""
      {"DtsJobId":"\#(ids[1])","Status":"Modifying",
       "ReverseJob":{"DtsJobId":"back","Status":"Synchronizing","Delay":7}}
      """#)
  }

  private static func name(_ call: HTTPCall) -> String {
    let parameters = call.parameters
    guard call.name == "DescribeDtsJobs" else {
      return call.name + (parameters["SynchronizationDirection"] == nil ? "" : " reverse")
    }
    return "\(call.name) \(parameters["DtsJobId"] == nil ? parameters["JobType"] ?? "" : "of ids")"
  }
}

/// Makes the DRS client send each call that it has.
private struct DRSQuestions {
  private(set) var calls: [(name: String, call: HTTPCall)] = []

  init(_ record: SDKRecord, _ kind: String) async throws {
    let ids = record.jobs.drs
    let transport = StubTransport { call, _ throws(ProviderError) in Self.answer(call, ids) }
    let keys = DRSCredentials.keys(
      accessKey: record.keys.drs[0], secretKey: Secret(record.keys.drs[1]),
      securityToken: kind.hasSuffix("token") ? Secret(record.keys.token) : nil)
    let provider = try DRSStub.provider(transport, credentials: keys)
    let jobs = try await provider.listAll()
    for depth in [ReadingDepth.status, .statistics, .steps] {
      _ = try await provider.read(ids.map { Job.ID(source: "drs", native: $0) }, depth)
    }
    _ = try await provider.read(jobs.filter { $0.details != .nothing }.map(\.id), .details)
    _ = try await DRSStub.provider(transport, jobs: ids, credentials: keys).listAll()
    calls = try await transport.calls.map { (try Self.name($0), $0) }
  }

  /// One task is being configured, the other replicates for a disaster.
  private static func answer(_ call: HTTPCall, _ ids: [String]) -> HTTPReply {
    let states = ["CONFIGURATION", "INCRE_TRANSFER_STARTED"]
    let rows = zip(ids, states).map { id, state in
      """
      {"id":"\(id)","job_id":"\(id)","precheck_id":"\(id)","status":"\(state)",
       "transfer_status":"\(state)"}
      """
    }
    guard call.path.hasSuffix("/jobs") else {
      return .json("{\"results\":[\(rows.joined(separator: ","))],\"count\":2}")
    }
    let use = (try? JSONDecoder().decode(JSONBody.self, from: Data(call.body)))?["db_use_type"]
    let listed = use == "migration" ? rows[..<1] : use == "cloudDataGuard" ? rows[1...] : []
    return .json("{\"jobs\":[\(listed.joined())],\"total_record\":\(listed.count)}")
  }

  private static func name(_ call: HTTPCall) throws -> String {
    guard call.path.hasSuffix("/jobs") else {
      return "\(call.path.split(separator: "/").last ?? "")"
    }
    let body = try JSONDecoder().decode(JSONBody.self, from: Data(call.body))
    return "list \(body["db_use_type"] ?? "")\(body["name"] == nil ? "" : " of ids")"
  }
}

extension MigrationProvider {
  /// All pages of the list.
  fileprivate func listAll() async throws -> [Job] {
    var jobs: [Job] = []
    var cursor: ListingCursor?
    repeat {
      let listing = try await list(after: cursor)
      jobs += listing.jobs
      cursor = listing.next
    } while cursor != nil
    return jobs
  }
}

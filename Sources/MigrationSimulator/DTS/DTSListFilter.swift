import struct FoundationEssentials.Data
import class FoundationEssentials.JSONDecoder

/// The filters and the order of DescribeDtsJobs.
struct DTSListFilter {
  /// What has been asked for; a field that is `nil` filters nothing.
  private var ids: Set<String>?
  private var name: String?
  private var status: String?
  private var source: String?
  private var target: String?
  /// At either end.
  private var instance: String?
  private var isForeign = false
  private var order = Order.newestFirst

  private enum Order { case newestFirst, oldestFirst, byEnd(isAscending: Bool) }

  /// The filter of a call, or why it cannot be one.
  static func reading(_ call: ReceivedCall) -> Result<DTSListFilter, DTSGatewayError> {
    var filter = DTSListFilter()
    guard filter.readType(call) else { return .failure(.invalid("Type")) }
    guard filter.readOrder(call) else { return .failure(.invalid("OrderColumn")) }
    guard filter.readTags(call) else { return .failure(.invalid("Tags")) }
    if let status = call.parameter("Status"), !status.isEmpty {
      guard DTSJob.statuses.contains(status) else { return .failure(.invalid("Status")) }
      filter.status = status
    }
    filter.readIDs(call)
    filter.readPlace(call)
    return .success(filter)
  }

  private mutating func readIDs(_ call: ReceivedCall) {
    let jobs = Self.list(call.parameter("DtsJobId"))
    let instances = Self.list(call.parameter("DtsInstanceId")).map { String($0.dropFirst(3)) }
    guard !jobs.isEmpty || !instances.isEmpty else { return }
    ids = (ids ?? []).union(jobs).union(instances)
  }

  /// `Type` is a kind of condition, not of job, though many take it for one.
  private mutating func readType(_ call: ReceivedCall) -> Bool {
    let asked = call.parameter("Params") ?? ""
    switch call.parameter("Type") {
    case nil, "": break
    case "instance": ids = asked.isEmpty ? nil : [String(asked.dropFirst(3))]
    case "name": name = asked
    case "srcRds": source = asked
    case "rds": target = asked
    default: return false
    }
    return true
  }

  /// Ascending is the default of the direction; without a column the newest goes first.
  private mutating func readOrder(_ call: ReceivedCall) -> Bool {
    guard let direction = Self.isAscending(call.parameter("OrderDirection")) else { return false }
    switch call.parameter("OrderColumn") {
    case nil, "", "CreateTime":
      let isAsked = call.parameter("OrderColumn") != nil || call.parameter("OrderDirection") != nil
      order = isAsked && direction ? .oldestFirst : .newestFirst
    case "FinishTime": order = .byEnd(isAscending: direction)
    // Of dedicated clusters, which the simulator has not.
    case "duLimit": break
    default: return false
    }
    return true
  }

  private static func isAscending(_ word: String?) -> Bool? {
    ["ASC": true, "": true, "DESC": false][word ?? ""]
  }

  /// A JSON list of pairs, or one object of keys and values.
  private mutating func readTags(_ call: ReceivedCall) -> Bool {
    guard let text = call.parameter("Tags"), !text.isEmpty else { return true }
    let data = Data(text.utf8)
    if let fields = try? JSONDecoder().decode([String: String].self, from: data) {
      isForeign = isForeign || fields != ["env": "demo"]
      return true
    }
    guard let pairs = try? JSONDecoder().decode([[String: String]].self, from: data) else {
      return false
    }
    // Spelled `Key` or `TagKey`; a tag without a value is asked for by its key alone.
    isForeign =
      isForeign
      || pairs.contains { pair in
        (pair["Key"] ?? pair["TagKey"]) != "env"
          || (pair["Value"] ?? pair["TagValue"] ?? "demo") != "demo"
      }
    return true
  }

  /// What belongs to places that the simulated account has nothing in.
  private mutating func readPlace(_ call: ReceivedCall) {
    let group = call.parameter("ResourceGroupId") ?? ""
    let cluster = call.parameter("DedicatedClusterId") ?? ""
    let label = call.parameter("DtsBisLabel") ?? "normal"
    let types = ["InstanceType", "SrcProductType", "DestProductType"]
      .map { call.parameter($0) ?? "" }
    instance = call.parameter("InstanceId").flatMap { $0.isEmpty ? nil : $0 }
    isForeign =
      isForeign || !["", DTSJob.resourceGroup].contains(group) || !cluster.isEmpty
      || !["", "normal"].contains(label)
      || types.contains { !["", DatabaseSeat.type].contains($0) }
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { $0.trimmingSpaces }
  }

  /// Jobs are made only where a filter or an order asks for more than a name or an id.
  func apply(to indices: [Int], of fleet: DTSFleet, at moment: SimulatedMoment) -> [Int] {
    guard !isForeign else { return [] }
    let found = indices.filter { index in
      ids.map { $0.contains(fleet.id(index)) } != false
        && name.map { fleet.name(index).contains($0) } != false
    }.filter { index in
      guard [status, source, target, instance].contains(where: { $0 != nil }) else { return true }
      return matches(fleet.job(index, at: moment))
    }
    switch order {
    case .newestFirst: return found
    case .oldestFirst: return found.reversed()
    case .byEnd(let isAscending):
      let ends = found.map { (index: $0, time: fleet.job($0, at: moment).finishedAt) }
      let ended = ends.compactMap { end in end.time.map { (index: end.index, time: $0) } }
        .sorted { isAscending ? $0.time < $1.time : $0.time > $1.time }
      return ended.map(\.index) + ends.filter { $0.time == nil }.map(\.index)
    }
  }

  private func matches(_ job: DTSJob) -> Bool {
    let (ofSource, ofTarget) = (job.source.cloudID, job.target.cloudID)
    return status.map { $0 == job.status } != false
      && source.map { $0 == ofSource } != false && target.map { $0 == ofTarget } != false
      && instance.map { [ofSource, ofTarget].contains($0) } != false
  }
}

extension DTSJob {
  /// Every word that a job can be filtered by, of the three kinds together.
  static let statuses: Set = [
    "NotStarted", "NotConfigured", "Prechecking", "PrecheckFailed", "PreCheckPass", "Migrating",
    "MigrationFailed", "Initializing", "InitializeFailed", "Synchronizing", "Failed", "Modifying",
    "ModifyFailed", "Starting", "Normal", "Abnormal", "Suspending", "Finished", "Retrying",
    "Upgrade", "Downgrade", "Locked",
  ]
}

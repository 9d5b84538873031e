/// The filters of the list. An empty text counts as not sent, except where the document forbids it.
struct DRSListFilter {
  private let names: [String]
  private let status: String?
  private let engine: String?
  private let network: String?
  private let address: String?
  private let instances: [String]
  private let isForeign: Bool

  init(_ request: DRSListRequest) throws(DRSError) {
    let told = { (text: String?) in text?.isEmpty == false ? text : nil }
    names = (request.name ?? "").split(separator: ",").map { $0.trimmingSpaces }
    guard names.count <= 100 else { throw .invalid("name") }
    status = told(request.status)
    guard status.map({ DRSJob.statuses.contains($0) }) != false else { throw .invalid("status") }
    network = told(request.net_type)
    guard network.map({ ["vpn", "vpc", "eip"].contains($0) }) != false else {
      throw .invalid("net_type")
    }
    instances = request.instance_ids ?? []
    guard instances.count <= 10 else { throw .invalid("instance_ids") }
    // `null` means all; the empty text is no enterprise project.
    guard request.enterprise_project_id != "" else { throw .invalid("enterprise_project_id") }
    let project = request.enterprise_project_id ?? "0"
    isForeign =
      !["0", "all_granted_eps"].contains(project)
      || (request.tags ?? [:]).contains { $0.key != "env" || $0.value != "demo" }
    engine = told(request.engine_type)
    address = told(request.instance_ip)
  }

  /// Tasks are made only where a filter asks for more than a name or an id.
  func apply(to indices: [Int], of fleet: DRSFleet, at moment: SimulatedMoment) -> [Int] {
    guard !isForeign else { return [] }
    return indices.filter { index in
      guard matches(id: fleet.id(index), name: fleet.name(index)) else { return false }
      let isAsked =
        status != nil || engine != nil || network != nil || address != nil || !instances.isEmpty
      return !isAsked || matches(fleet.job(index, at: moment))
    }
  }

  /// A part of a name, an id, or up to a hundred ids with commas between them.
  private func matches(id: String, name: String) -> Bool {
    names.isEmpty || names.contains(id) || names.count == 1 && name.contains(names[0])
  }

  private func matches(_ job: DRSJob) -> Bool {
    let hosts = [job.source.host, job.target.host]
    return status.map { $0 == job.status } != false
      && engine.map { $0 == job.engineType } != false
      && network.map { $0 == job.networkType } != false
      && address.map { hosts.contains($0) } != false
      && (instances.isEmpty || instances.contains(job.target.instanceID))
  }
}

extension DRSJob {
  /// The 29 words of the document.
  static let statuses: Set = [
    "CREATING", "CREATE_FAILED", "CONFIGURATION", "STARTJOBING", "WAITING_FOR_START",
    "START_JOB_FAILED", "PAUSING", "FULL_TRANSFER_STARTED", "FULL_TRANSFER_FAILED",
    "FULL_TRANSFER_COMPLETE", "INCRE_TRANSFER_STARTED", "INCRE_TRANSFER_FAILED",
    "RELEASE_RESOURCE_STARTED", "RELEASE_RESOURCE_FAILED", "RELEASE_RESOURCE_COMPLETE",
    "REBUILD_NODE_STARTED", "REBUILD_NODE_FAILED", "CHANGE_JOB_STARTED", "CHANGE_JOB_FAILED",
    "DELETED", "CHILD_TRANSFER_STARTING", "CHILD_TRANSFER_STARTED", "CHILD_TRANSFER_COMPLETE",
    "CHILD_TRANSFER_FAILED", "RELEASE_CHILD_TRANSFER_STARTED", "RELEASE_CHILD_TRANSFER_COMPLETE",
    "NODE_UPGRADE_START", "NODE_UPGRADE_COMPLETE", "NODE_UPGRADE_FAILED",
  ]
}

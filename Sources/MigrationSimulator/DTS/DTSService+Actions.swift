extension DTSService {
  typealias Answer = Result<Document, DTSGatewayError>

  /// DescribeDtsJobs: one kind of job a call, in pages.
  func describeJobs(_ call: ReceivedCall, _ moment: SimulatedMoment) -> Answer {
    guard let region = call.parameter("Region"), !region.isEmpty else {
      return .failure(.missing("Region"))
    }
    guard let kind = DTSJob.Kind(rawValue: call.parameter("JobType") ?? "MIGRATION") else {
      return .failure(.invalid("JobType"))
    }
    guard let page = Self.number(call.parameter("PageNumber"), default: 1, in: 1...Int.max >> 8),
      let size = Self.number(call.parameter("PageSize"), default: 20, in: 1...100)
    else { return .failure(.invalid("PageSize")) }
    guard let filter = DTSListFilter(call) else { return .failure(.invalid("Type")) }
    let all = region == DTSFleet.region ? fleet.indices(of: kind) : []
    let found = filter.apply(to: all, of: fleet, at: moment)
    let shown = found.dropFirst((page - 1) * size).prefix(size)
    let withObjects = call.parameter("WithoutDbList")?.lowercased() != "true"
    return .success([
      "PageNumber": .number(page), "PageRecordCount": .number(shown.count),
      "TotalRecordCount": .number(found.count),
      "DtsJobList": .array(
        shown.map { fleet.job($0, at: moment).listed(at: moment, withObjects: withObjects) }),
      "EtlDemoList": [],
    ])
  }

  /// DescribeDtsJobDetail: an unknown id is a business error under HTTP 200.
  func describeJob(_ call: ReceivedCall, _ moment: SimulatedMoment) -> Answer {
    guard let id = call.parameter("DtsJobId"), !id.isEmpty else {
      return .failure(.missing("DtsJobId"))
    }
    guard let job = job(id, moment) else {
      return .success([
        "Success": false, "ErrCode": "InvalidParameter",
        "ErrMessage": "The Value of Input Parameter %s is not valid.",
        "DynamicMessage": "DtsJobId", "DynamicCode": "403",
      ])
    }
    return .success(job.detail(at: moment))
  }

  /// ListJobStep, which has no fields for an error's text.
  func listSteps(_ call: ReceivedCall, _ moment: SimulatedMoment) -> Answer {
    guard let id = call.parameter("DtsJobId"), !id.isEmpty else {
      return .failure(.missing("DtsJobId"))
    }
    guard let job = job(id, moment) else {
      return .success(["Success": false, "Code": "404", "JobSteps": []])
    }
    return .success(job.stepListing(at: moment))
  }

  /// DescribePreCheckStatus: the items of one step, whose code is mandatory.
  func describeChecks(_ call: ReceivedCall, _ moment: SimulatedMoment) -> Answer {
    guard let id = call.parameter("DtsJobId"), !id.isEmpty else {
      return .failure(.missing("DtsJobId"))
    }
    guard let code = call.parameter("JobCode"), !code.isEmpty else {
      return .failure(.missing("JobCode"))
    }
    guard let page = Self.number(call.parameter("PageNo"), default: 1, in: 1...100_000),
      let size = Self.number(call.parameter("PageSize"), default: 20, in: 1...100)
    else { return .failure(.invalid("PageSize")) }
    guard let job = job(id, moment), let step = job.steps.first(where: { $0.code == code }) else {
      return .success([
        "Success": false, "ErrCode": "InvalidParameter",
        "ErrMessage": "The Value of Input Parameter %s is not valid.",
        "DynamicMessage": "DtsJobId",
      ])
    }
    return .success(job.checkListing(of: step, page: page, size: size, at: moment))
  }

  private func job(_ id: String, _ moment: SimulatedMoment) -> DTSJob? {
    fleet.index(id: id).map { fleet.job($0, at: moment) }
  }

  private static func number(
    _ text: String?, default absent: Int, in range: ClosedRange<Int>
  ) -> Int? {
    guard let text else { return absent }
    return Int(text).flatMap { range.contains($0) ? $0 : nil }
  }
}

/// The filters and the order of DescribeDtsJobs.
private struct DTSListFilter {
  private let ids: Set<String>
  private let name: String?
  private let status: String?
  private let isAscending: Bool

  /// `nil` for a `Type` that the service does not know, such as a kind of job.
  init?(_ call: ReceivedCall) {
    let type = call.parameter("Type")
    guard type.map({ ["instance", "name", "srcRds", "rds"].contains($0) }) != false else {
      return nil
    }
    let listed = (call.parameter("DtsJobId") ?? "").split(separator: ",").map(String.init)
    let instances = (call.parameter("DtsInstanceId") ?? "").split(separator: ",")
      .map { String($0.dropFirst(3)) }
    let asked = call.parameter("Params")
    let instance = type == "instance" ? asked.map { String($0.dropFirst(3)) } : nil
    ids = Set(listed + instances + (instance.map { [$0] } ?? []))
    name = type == "name" ? asked : nil
    status = call.parameter("Status")
    isAscending = call.parameter("OrderDirection") == "ASC"
  }

  /// Jobs are made only where a status is asked for.
  func apply(to indices: [Int], of fleet: DTSFleet, at moment: SimulatedMoment) -> [Int] {
    let found = indices.filter { index in
      (ids.isEmpty || ids.contains(fleet.id(index)))
        && name.map { fleet.name(index).contains($0) } != false
        && status.map { fleet.job(index, at: moment).status == $0 } != false
    }
    return isAscending ? found.reversed() : found
  }
}

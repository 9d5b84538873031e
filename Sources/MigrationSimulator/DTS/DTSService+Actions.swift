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
    guard let page = Self.number(call, "PageNumber", default: 1) else {
      return .failure(.invalid("PageNumber"))
    }
    guard let asked = Self.number(call, "PageSize", default: 20) else {
      return .failure(.invalid("PageSize"))
    }
    guard let flags = DTSFlags(call) else { return .failure(.invalid("ZeroEtlJob")) }
    switch DTSListFilter.reading(call) {
    case .failure(let error):
      return .failure(error)
    case .success(let filter):
      let all = region == DTSFleet.region && !flags.isZeroETL ? fleet.indices(of: kind) : []
      let found = filter.apply(to: all, of: fleet, at: moment)
      // More than 30 is asked for by scripts in the wild, and not granted.
      let size = min(asked, 30)
      let start = (page - 1).multipliedReportingOverflow(by: size)
      let shown = found.dropFirst(start.overflow ? found.count : start.partialValue).prefix(size)
      return .success([
        "PageNumber": .number(page), "PageRecordCount": .number(shown.count),
        "TotalRecordCount": .number(found.count),
        "DtsJobList": .array(
          shown.map {
            fleet.job($0, at: moment).listed(at: moment, withObjects: !flags.isWithoutObjects)
          }),
        "EtlDemoList": [],
      ])
    }
  }

  /// DescribeDtsJobDetail: an unknown id is a business error under HTTP 200.
  func describeJob(_ call: ReceivedCall, _ moment: SimulatedMoment) -> Answer {
    // Here the instance's id is spelled with a capital D, elsewhere without.
    let instance = call.parameter("DtsInstanceID").map { String($0.dropFirst(3)) }
    guard let id = call.parameter("DtsJobId") ?? instance, !id.isEmpty else {
      return .failure(.missing("DtsJobId"))
    }
    let direction = call.parameter("SynchronizationDirection") ?? "Forward"
    guard ["Forward", "Reverse"].contains(direction) else {
      return .failure(.invalid("SynchronizationDirection"))
    }
    guard let flags = DTSFlags(call) else { return .failure(.invalid("SyncSubJobHistory")) }
    guard let job = job(id, flags, moment) else { return .success(Self.unknownJob) }
    let asked = direction == "Reverse" ? job.reverse.first ?? job : job
    return .success(asked.detail(at: moment, withHistory: flags.isWithHistory))
  }

  /// ListJobStep, which has no fields for an error's text.
  func listSteps(_ call: ReceivedCall, _ moment: SimulatedMoment) -> Answer {
    guard let id = call.parameter("DtsJobId"), !id.isEmpty else {
      return .failure(.missing("DtsJobId"))
    }
    guard let flags = DTSFlags(call) else { return .failure(.invalid("ZeroEtlJob")) }
    guard let job = job(id, flags, moment) else {
      return .success(["Success": false, "Code": "404", "JobSteps": []])
    }
    return .success(job.stepListing(at: moment))
  }

  /// DescribePreCheckStatus: the items of one step, whose code is mandatory. Like ListJobStep it has
  /// no fields for an error's text.
  func describeChecks(_ call: ReceivedCall, _ moment: SimulatedMoment) -> Answer {
    guard let id = call.parameter("DtsJobId"), !id.isEmpty else {
      return .failure(.missing("DtsJobId"))
    }
    guard let code = call.parameter("JobCode"), !code.isEmpty else {
      return .failure(.missing("JobCode"))
    }
    guard let part = DTSJob.part(ofCheckCode: code) else { return .failure(.invalid("JobCode")) }
    guard let page = Self.number(call, "PageNo", default: 1) else {
      return .failure(.invalid("PageNo"))
    }
    guard let size = Self.number(call, "PageSize", default: 20) else {
      return .failure(.invalid("PageSize"))
    }
    let type = call.parameter("StructType") ?? "before"
    guard ["before", "after"].contains(type) else { return .failure(.invalid("StructType")) }
    guard let flags = DTSFlags(call), let job = job(id, flags, moment),
      let step = job.step(part)
    else { return .success(["Success": false]) }
    let query = DTSCheckQuery(page: page, size: size, name: call.parameter("Name"))
    return .success(job.checkListing(of: step, code: code, query, at: moment))
  }

  private static let unknownJob: Document = [
    "Success": false, "ErrCode": "InvalidParameter",
    "ErrMessage": "The Value of Input Parameter %s is not valid.",
    "DynamicMessage": "DtsJobId",
  ]

  /// A job, or one inside a job, in the region that is asked for.
  private func job(_ id: String, _ flags: DTSFlags, _ moment: SimulatedMoment) -> DTSJob? {
    guard flags.region == DTSFleet.region, !flags.isZeroETL else { return nil }
    if let index = fleet.index(id: id) { return fleet.job(index, at: moment) }
    guard let parentID = DTSJob.parentID(id), let index = fleet.index(id: parentID) else {
      return nil
    }
    return fleet.job(index, at: moment).relatives.first { $0.id == id }
  }

  /// A number of 1 or more that fits into 32 bits.
  private static func number(_ call: ReceivedCall, _ name: String, default absent: Int) -> Int? {
    guard let text = call.parameter(name) else { return absent }
    return Int(text).flatMap { (1...Int(Int32.max)).contains($0) ? $0 : nil }
  }
}

/// What several calls can be asked for, spelled in any case: the vendor's SDK writes `True`.
private struct DTSFlags {
  let region: String
  /// The simulator has no such jobs.
  let isZeroETL: Bool
  let isWithoutObjects: Bool
  let isWithHistory: Bool

  /// `nil` for a flag that is neither true nor false.
  init?(_ call: ReceivedCall) {
    let words = ["true": true, "false": false]
    let flag = { (name: String) -> Bool? in
      guard let text = call.parameter(name) else { return false }
      return words[text.lowercased()]
    }
    guard let zeroETL = flag("ZeroEtlJob"), let withoutObjects = flag("WithoutDbList"),
      let history = flag("SyncSubJobHistory")
    else { return nil }
    region = call.parameter("RegionId") ?? DTSFleet.region
    (isZeroETL, isWithoutObjects, isWithHistory) = (zeroETL, withoutObjects, history)
  }
}

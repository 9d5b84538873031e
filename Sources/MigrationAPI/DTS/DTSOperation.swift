/// A call that this client makes, with its parameters. All of them only read.
struct DTSOperation: Hashable {
  let name: String
  let parameters: [String: String]

  static let version = "2020-01-01"
  /// The largest page that the service allows.
  static let pageSize = 30

  /// Lists the tasks of one kind, the newest first; only those with one of the ids, if ids are
  /// given.
  static func describeJobs(
    _ type: DTSJobType, page: Int, ids: [String]?, region: String
  ) -> Self {
    var parameters = [
      "JobType": type.parameter,
      "OrderColumn": "CreateTime",
      "OrderDirection": "DESC",
      "PageNumber": String(page),
      "PageSize": String(pageSize),
      // The call insists on `Region`; `RegionId` is what its other calls have.
      "Region": region,
      "RegionId": region,
      "WithoutDbList": "true",
    ]
    parameters["DtsJobId"] = ids?.joined(separator: ",")
    return Self(name: "DescribeDtsJobs", parameters: parameters)
  }

  static func listJobStep(_ id: String, region: String) -> Self {
    Self(name: "ListJobStep", parameters: ["DtsJobId": id, "RegionId": region])
  }

  /// One page of the items of a step.
  ///
  /// - Parameter code: `01` to `04`: the call knows `07` under the number of a migration's step.
  static func describeChecks(_ id: String, code: String, page: Int, region: String) -> Self {
    let parameters = [
      "DtsJobId": id, "JobCode": code, "PageNo": String(page), "PageSize": String(checksAPage),
      "RegionId": region,
    ]
    return Self(name: "DescribePreCheckStatus", parameters: parameters)
  }

  /// The page that the service sends unasked; a largest one is not documented.
  static let checksAPage = 20

  /// A task with its parts, or its way back if it has one.
  static func describeJob(_ id: String, isReverse: Bool, region: String) -> Self {
    var parameters = ["DtsJobId": id, "RegionId": region]
    if isReverse { parameters["SynchronizationDirection"] = "Reverse" }
    return Self(name: "DescribeDtsJobDetail", parameters: parameters)
  }
}

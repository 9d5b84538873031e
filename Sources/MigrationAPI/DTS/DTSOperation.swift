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
}

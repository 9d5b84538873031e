/// One project of Huawei Cloud in one region, and how its DRS may be asked.
package struct DRSConfiguration: Hashable, Sendable {
  /// The name of the source.
  package var name: String
  package var region: String
  /// 32 hexadecimal digits; a project belongs to one region.
  package var projectID: String
  package var base: BaseURL
  /// Where tokens come from; used with a password only.
  package var iamBase: BaseURL
  /// The ids of the tasks to watch; `nil` for all.
  package var jobs: [String]?
  package var callsPerMinute: Int
  /// Of one request.
  package var timeout: Duration
  /// How calls are authenticated, in words for people; never a secret.
  package var authentication = "AK/SK"
  /// Where the secrets are read from, in words for people; `nil` if there are none.
  package var credentials: String?

  package init(
    name: String,
    region: String,
    projectID: String,
    base: BaseURL,
    iamBase: BaseURL,
    jobs: [String]? = nil,
    callsPerMinute: Int = 60,
    timeout: Duration = .seconds(10)
  ) {
    self.name = name
    self.region = region
    self.projectID = projectID
    self.base = base
    self.iamBase = iamBase
    self.jobs = jobs
    self.callsPerMinute = callsPerMinute
    self.timeout = timeout
  }

  /// `nil` for what cannot be the name of a region.
  package static func endpoint(region: String) -> BaseURL? {
    BaseURL("https://drs.\(region).\(domain(of: region))")
  }

  /// `nil` for what cannot be the name of a region.
  package static func iamEndpoint(region: String) -> BaseURL? {
    BaseURL("https://iam.\(region).\(domain(of: region))")
  }

  /// The one region of the European company has a domain of its own.
  private static func domain(of region: String) -> String {
    region == "eu-west-101" ? "myhuaweicloud.eu" : "myhuaweicloud.com"
  }
}

/// What DRS is asked with.
package enum DRSCredentials: Hashable, Sendable {
  /// Each request is signed. The security token comes with temporary keys.
  case keys(accessKey: String, secretKey: Secret, securityToken: Secret?)
  /// An IAM user, whose password buys a token for a day.
  case password(user: String, domain: String, password: Secret)
}

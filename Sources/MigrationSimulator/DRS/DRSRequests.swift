/// The body of the list call. Unknown keys are passed over, as the service does.
struct DRSListRequest: Decodable {
  let db_use_type: String?
  let cur_page: Int?
  let per_page: Int?
  let name: String?
  let status: String?
  let engine_type: String?
  let enterprise_project_id: String?
  let net_type: String?
  let tags: [String: String]?
  let instance_ids: [String]?
  let instance_ip: String?
}

/// The body of the batch calls.
struct DRSBatchRequest: Decodable {
  struct Page: Decodable {
    let cur_page: Int?
    let per_page: Int?
  }

  let jobs: [String]?
  let page_req: Page?
}

/// The body with which IAM is asked for a token.
struct IdentityRequest: Decodable {
  struct Auth: Decodable {
    let identity: Identity
    let scope: Scope?
  }

  struct Identity: Decodable {
    let methods: [String]
    let password: Password?
  }

  struct Password: Decodable { let user: User }

  struct User: Decodable {
    let name: String
    let password: String
    let domain: Named
  }

  struct Scope: Decodable {
    let project: Named?
    let domain: Named?
  }

  struct Named: Decodable {
    let id: String?
    let name: String?
  }

  let auth: Auth
}

/// One page of a list, or why there is none.
struct DRSPage {
  let range: Range<Int>

  /// - Parameters:
  ///   - current: From 1; 0 is all of it.
  ///   - size: 0 is all of it, which only page 0 or 1 can be.
  init(current: Int, size: Int, of count: Int) throws(DRSError) {
    guard (0...100).contains(size) else { throw .badPage("per_page") }
    guard current >= 0, size > 0 || current <= 1 else { throw .badPage("cur_page") }
    guard current > 0, size > 0 else {
      range = 0..<count
      return
    }
    let start = (current - 1).multipliedReportingOverflow(by: size)
    guard !start.overflow, current == 1 || start.partialValue < count else {
      throw .pastTheEnd
    }
    range = start.partialValue..<min(count, start.partialValue + size)
  }
}

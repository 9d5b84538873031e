extension DRS {
  /// The body of a batch call.
  struct BatchRequest: Encodable {
    let jobs: [String]
    /// Left out where the call has no pages.
    let page: PageRequest?

    private enum CodingKeys: String, CodingKey {
      case jobs
      case page = "page_req"
    }
  }

  struct PageRequest: Encodable {
    let currentPage: Int
    let perPage: Int

    /// All entries at once. Without it the service answers for the first five ids only.
    static let everything = PageRequest(currentPage: 1, perPage: 0)

    private enum CodingKeys: String, CodingKey {
      case currentPage = "cur_page"
      case perPage = "per_page"
    }
  }

  /// The body of `POST /v3/{project_id}/jobs`.
  struct ListRequest: Encodable {
    let currentPage: Int
    let perPage: Int
    let useType: String
    /// Up to 100 ids joined by commas; left out for all tasks.
    let name: String?

    private enum CodingKeys: String, CodingKey {
      case currentPage = "cur_page"
      case perPage = "per_page"
      case useType = "db_use_type"
      case name
    }
  }

  /// The body of `POST /v3/auth/tokens`: a user's password for a token of one project.
  struct TokenRequest: Encodable {
    let auth: Auth

    struct Auth: Encodable {
      let identity: Identity
      let scope: Scope
    }

    struct Identity: Encodable {
      var methods = ["password"]
      let password: Password
    }

    struct Password: Encodable { let user: User }

    struct User: Encodable {
      let name: String
      let password: String
      let domain: Named
    }

    struct Named: Encodable { let name: String }

    struct Scope: Encodable { let project: Project }

    struct Project: Encodable { let id: String }

    init(user: String, domain: String, password: Secret, projectID: String) {
      let user = User(name: user, password: password.value, domain: Named(name: domain))
      auth = Auth(
        identity: Identity(password: Password(user: user)),
        scope: Scope(project: Project(id: projectID)))
    }
  }
}

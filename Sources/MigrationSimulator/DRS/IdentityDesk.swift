import struct FoundationEssentials.Data
import struct FoundationEssentials.Date
import class FoundationEssentials.JSONDecoder

/// IAM: a password for a token.
enum IdentityDesk {
  private static let user = "demo-user"
  private static let domain = "demo-domain"
  private static let password = "demo-password"

  /// Why a request for a token is turned away.
  static func error(in body: [UInt8]) -> DRSError? {
    guard let request = request(body), request.auth.identity.methods == ["password"],
      let user = request.auth.identity.password?.user
    else {
      return .identity(
        400, title: "Bad Request",
        "Expecting to find auth and identity in request. The server could not comply with the "
          + "request since it is either malformed or otherwise incorrect.")
    }
    guard user.name == Self.user, user.domain.name == domain, user.password == password else {
      return .identity(401, title: "Unauthorized", "The username or password is wrong.")
    }
    let scope = request.auth.scope
    let project = scope?.project.map {
      $0.name == DRSFleet.region || $0.id == DRSFleet.project
    }
    let account = scope?.domain.map { $0.name == domain || $0.id == domainID }
    guard project != false, account != false else {
      return .identity(
        401, title: "Unauthorized", "The request you have made requires authentication.")
    }
    return nil
  }

  /// Whether the token is to open one project, rather than the account.
  static func asksForProject(_ body: [UInt8]) -> Bool {
    request(body)?.auth.scope?.project != nil
  }

  private static func request(_ body: [UInt8]) -> IdentityRequest? {
    try? JSONDecoder().decode(IdentityRequest.self, from: Data(body))
  }

  /// Long, as the real ones are.
  static func token(seed: UInt64, number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-")
    var random = SplitMix64(seed: seed, index: number, purpose: .token)
    return "MII" + String((0..<1_200).map { _ in letters[Int(random.next() % 64)] })
  }

  /// The token itself is in a header.
  static func answer(
    expiry: Date, isOfProject: Bool, withCatalog: Bool, at moment: SimulatedMoment
  ) -> Document {
    let scope: Document =
      isOfProject ? ["project": named(DRSFleet.project, DRSFleet.region)] : ["domain": account]
    return [
      "token": [
        "methods": ["password"],
        "expires_at": .text(CivilTime(expiry).isoMicroseconds),
        "issued_at": .text(CivilTime(moment.now).isoMicroseconds),
        "user": named("demo-user-id", user) + ["password_expires_at": ""],
        "roles": [["id": "0", "name": "drs_readonly"]],
        "catalog": withCatalog ? catalog : [],
      ] + scope
    ]
  }

  private static let domainID = "demo-domain-id"

  private static var account: Document { ["id": .text(domainID), "name": .text(domain)] }

  private static func named(_ id: String, _ name: String) -> Document {
    ["id": .text(id), "name": .text(name), "domain": account]
  }

  /// What `nocatalog=true` saves: a great deal more in an account of one's own.
  private static var catalog: Document {
    .array(
      ["drs", "iam", "rds", "vpc", "ecs", "dds"].map { service in
        [
          "id": .text("demo-\(service)"), "name": .text(service), "type": .text(service),
          "endpoints": [
            [
              "id": .text("demo-\(service)-endpoint"), "interface": "public",
              "region": .text(DRSFleet.region), "region_id": .text(DRSFleet.region),
              "url": .text("https://\(service).\(DRSFleet.region).myhuaweicloud.com"),
            ]
          ],
        ]
      })
  }
}

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
    guard let request = try? JSONDecoder().decode(IdentityRequest.self, from: Data(body)),
      request.auth.identity.methods == ["password"],
      let user = request.auth.identity.password?.user
    else { return .identity(400, title: "Bad Request", "Invalid request body") }
    guard user.name == Self.user, user.domain.name == domain, user.password == password else {
      return .identity(401, title: "Unauthorized", "The username or password is wrong.")
    }
    let project = request.auth.scope?.project
    guard project?.name == DRSFleet.region || project?.id == DRSFleet.project else {
      return .identity(
        401, title: "Unauthorized", "The request you have made requires authentication.")
    }
    return nil
  }

  /// Long, as the real ones are.
  static func token(seed: UInt64, number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-")
    var random = SplitMix64(seed: seed, index: number, purpose: .token)
    return "MII" + String((0..<1_200).map { _ in letters[Int(random.next() % 64)] })
  }

  static func answer(expiry: Date, at moment: SimulatedMoment) -> Document {
    [
      "token": [
        "methods": ["password"],
        "expires_at": .text(CivilTime(expiry).isoMicroseconds),
        "issued_at": .text(CivilTime(moment.now).isoMicroseconds),
        "project": [
          "id": .text(DRSFleet.project), "name": .text(DRSFleet.region),
          "domain": ["id": "demo-domain-id", "name": .text(domain)],
        ],
        "user": [
          "id": "demo-user-id", "name": .text(user),
          "domain": ["id": "demo-domain-id", "name": .text(domain)],
        ],
        "roles": [["id": "0", "name": "drs_readonly"]],
        "catalog": [],
      ]
    ]
  }
}

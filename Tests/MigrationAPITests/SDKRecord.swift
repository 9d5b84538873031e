import Foundation
import MigrationAPI

/// What the vendors' own SDKs send for the calls that the clients make too.
///
/// The file is written from the SDKs, and held against them, by the tests in `SDKConformance`.
struct SDKRecord: Decodable {
  struct Keys: Decodable {
    let dts: [String]
    let drs: [String]
    let project: String
    let token: String
  }

  /// The tasks that the calls are about.
  struct Jobs: Decodable {
    let dts: [String]
    let drs: [String]
  }

  struct Request: Decodable {
    let method: String
    let path: String
    let query: [String: String]
    let headers: [String: String]
    let body: JSONBody?
  }

  let keys: Keys
  let jobs: Jobs
  /// By client and call, for example `dts v1: ListJobStep`.
  let requests: [String: Request]

  static func read() throws -> SDKRecord {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "SDKConformance/sdk-requests.json")
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}

/// A JSON document, in which the order of names means nothing.
enum JSONBody: Decodable, Hashable {
  case text(String)
  case number(Int)
  case list([JSONBody])
  case object([String: JSONBody])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let list = try? container.decode([JSONBody].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONBody].self))
    }
  }

  subscript(_ name: String) -> String? {
    guard case .object(let fields) = self, case .text(let text) = fields[name] else { return nil }
    return text
  }
}

/// One thing that the SDK and the client do not send alike; `nil` is what is not sent.
struct RequestDifference: Hashable, CustomStringConvertible {
  let place: String
  let sdk: String?
  let client: String?

  var description: String {
    "\(place): the SDK has \(sdk ?? "nothing"), the client \(client ?? "nothing")"
  }

  static func between(
    _ sdk: SDKRecord.Request, _ client: SDKRecord.Request
  ) -> Set<RequestDifference> {
    var pairs: [(place: String, sdk: String?, client: String?)] = [
      ("method", sdk.method, client.method), ("path", sdk.path, client.path),
    ]
    if sdk.body != client.body {
      pairs.append(("body", sdk.body.map { "\($0)" }, client.body.map { "\($0)" }))
    }
    for (kind, theirs, ours) in [
      ("query", sdk.query, client.query), ("header", sdk.comparedHeaders, client.comparedHeaders),
      ("signed header", sdk.signedHeaders, client.signedHeaders),
    ] {
      for name in Set(theirs.keys).union(ours.keys) {
        pairs.append(("\(kind) \(name)", theirs[name], ours[name]))
      }
    }
    let different = pairs.filter { $0.sdk != $0.client }
    return Set(different.map { Self(place: $0.place, sdk: $0.sdk, client: $0.client) })
  }
}

extension SDKRecord.Request {
  /// A call in the words of the record: what is new in each request stands as a word in braces, and
  /// dates keep their form only.
  init(_ call: HTTPCall) throws {
    var headers = Dictionary(
      uniqueKeysWithValues: call.headers.map { ($0.name.lowercased(), $0.value) })
    headers["host"] = "{host}"
    headers["authorization"] = headers["authorization"]?
      .replacing(/Signature=[0-9a-f]{64}$/, with: "Signature={signature}")
    method = call.method.rawValue
    path = call.path
    query = Self.steady(call.parameters)
    self.headers = Self.steady(headers)
    body = call.body.isEmpty ? nil : try JSONDecoder().decode(JSONBody.self, from: Data(call.body))
  }

  private static func steady(_ values: [String: String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: values.map { name, value in
        switch name {
        case "x-acs-date", "x-sdk-date", "Timestamp": (name, value.replacing(/[0-9]/, with: "0"))
        case "x-acs-signature-nonce", "SignatureNonce": (name, "{nonce}")
        case "Signature": (name, "{signature}")
        default: (name, value)
        }
      })
  }

  /// Without the list of signed headers, which is compared by itself.
  fileprivate var comparedHeaders: [String: String] {
    headers.mapValues { $0.replacing(/SignedHeaders=[^,]*/, with: "SignedHeaders={list}") }
  }

  /// The headers that the signature covers, by their names.
  var signedHeaders: [String: String] {
    guard let match = headers["authorization"]?.firstMatch(of: /SignedHeaders=([^,]*)/) else {
      return [:]
    }
    let names = match.output.1.split(separator: ";")
    return Dictionary(uniqueKeysWithValues: names.map { (String($0), "signed") })
  }
}

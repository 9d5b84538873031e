import Foundation
import MigrationAPI

/// `/_simulator/` of one port: what arrived there, and troubles on request.
struct Desk {
  struct Request: Decodable {
    let method: String
    let path: String
    let action: String?
    let authenticated: Bool
    let reason: String?
  }

  struct Fault: Encodable {
    var kind: String
    var count: Int? = 1
    var match: String?
    var milliseconds: Int?
  }

  let base: BaseURL
  let transport: any HTTPTransport

  func requests() async throws -> [Request] {
    let reply = try await send(.get, "requests")
    return try JSONDecoder().decode([Request].self, from: Data(reply.body))
  }

  /// - Returns: The status: 400 for a trouble that the service cannot have.
  @discardableResult func ask(for fault: Fault) async throws -> Int {
    try await send(.post, "faults", body: Array(JSONEncoder().encode(fault))).status
  }

  private func send(
    _ method: HTTPCall.Method, _ path: String, body: [UInt8] = []
  ) async throws -> HTTPReply {
    try await transport.send(
      HTTPCall(
        name: path, method: method, base: base, path: "/_simulator/\(path)", body: body,
        timeout: .seconds(60)))
  }
}

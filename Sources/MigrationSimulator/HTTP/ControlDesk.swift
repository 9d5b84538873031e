import struct FoundationEssentials.Data
import class FoundationEssentials.JSONDecoder
import struct FoundationEssentials.Date

/// `/_simulator/` on each port: what was called, and troubles on request.
struct ControlDesk: Sendable {
  static let prefix = "/_simulator/"

  let faults: FaultList
  let log: RequestLog
  let faultKinds: Set<FaultKind>

  func reply(to call: ReceivedCall, at now: Date) -> Reply {
    switch (call.method, call.path) {
    case ("GET", "/_simulator/requests"):
      return .json(.array(log.all.map(\.document)))
    case ("GET", "/_simulator/faults"):
      return standing
    case ("POST", "/_simulator/faults"):
      return add(call.body, at: now)
    case ("DELETE", "/_simulator/faults"):
      faults.clear()
      return standing
    default:
      return .json(["error": "The simulator has no \(call.method) \(call.path)"], status: 404)
    }
  }

  private var standing: Reply { .json(.array(faults.all.map(\.document))) }

  private func add(_ body: [UInt8], at now: Date) -> Reply {
    guard let request = try? JSONDecoder().decode(FaultRequest.self, from: Data(body)) else {
      return Self.mistake("A fault is a JSON object with kind, and count, match, milliseconds")
    }
    guard let kind = FaultKind(rawValue: request.kind), faultKinds.contains(kind) else {
      return Self.mistake("This service cannot have the fault \(request.kind)")
    }
    guard request.count ?? 1 > 0, kind == .clockSkew || request.milliseconds ?? 0 >= 0 else {
      return Self.mistake("count is at least 1 and milliseconds at least 0")
    }
    faults.add(
      Fault(
        kind: kind, count: request.count, match: request.match,
        milliseconds: request.milliseconds, begins: now))
    return standing
  }

  private static func mistake(_ text: String) -> Reply {
    .json(["error": .text(text)], status: 400)
  }
}

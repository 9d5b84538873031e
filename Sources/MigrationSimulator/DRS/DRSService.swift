import Synchronization

import struct FoundationEssentials.Data
import class FoundationEssentials.JSONDecoder

/// The DRS gateway of one region, with IAM beside it at the same port.
final class DRSService: PlayedService {
  let fleet: DRSFleet
  let faultKinds = FaultKind.ofEveryService.union([.throttle, .expire, .unauthorized])

  private let doorkeeper = DRSDoorkeeper()
  private let requests = Mutex(0)

  init(fleet: DRSFleet) { self.fleet = fleet }

  func action(of call: ReceivedCall) -> String? { nil }

  func refusal(of call: ReceivedCall, at moment: SimulatedMoment) -> Refusal? {
    switch Route(call) {
    case .jobs:
      guard let error = doorkeeper.error(in: call, at: moment.now) else { return nil }
      // The text may go on with the whole canonical request.
      let text = error.message.text(in: .english)
      return Refusal(reason: String(text.prefix(120)), reply: reply(error, to: call))
    case .tokens:
      guard let error = IdentityDesk.error(in: call.body) else { return nil }
      return Refusal(reason: error.message.text(in: .english), reply: reply(error, to: call))
    case nil:
      return nil
    }
  }

  func reply(to call: ReceivedCall, at moment: SimulatedMoment) -> Reply {
    guard let route = Route(call) else { return reply(.noSuchAPI, to: call) }
    switch route {
    case .tokens:
      return issueToken(to: call, at: moment)
    case .jobs(let project, let operation):
      do {
        let (status, document) = try answer(project, operation, call, moment)
        return signed(.json(document, status: status))
      } catch {
        return reply(error, to: call)
      }
    }
  }

  func reply(in trouble: Fault, to call: ReceivedCall, at moment: SimulatedMoment) -> Reply? {
    switch trouble.kind {
    case .throttle:
      let throttled = reply(.throttled, to: call)
      guard let seconds = trouble.seconds else { return throttled }
      return throttled.adding("Retry-After", String(Int(seconds.rounded(.up))))
    case .expire:
      let expiry = CivilTime(moment.now.addingTimeInterval(-60)).isoMicroseconds
      return reply(.unauthenticated("token expires, expires_at: \(expiry)"), to: call)
    case .unauthorized: return reply(.unauthenticated("verify aksk signature fail"), to: call)
    case .serverError: return reply(serverError(of: call), to: call)
    case .html: return .html("API Gateway")
    case .empty: return Reply(status: 200, contentType: nil, body: "")
    case .hang, .slow, .reset, .truncate, .staleScrape, .clockSkew: return nil
    }
  }

  /// IAM has its own words for its own trouble.
  private func serverError(of call: ReceivedCall) -> DRSError {
    guard case .tokens = Route(call) else { return .abnormal }
    return .identity(500, title: "Internal Server Error", "An unexpected error occurred.")
  }

  private func answer(
    _ project: String, _ operation: Operation, _ call: ReceivedCall, _ moment: SimulatedMoment
  ) throws(DRSError) -> (Int, Document) {
    guard call.headers["content-type"]?.lowercased().hasPrefix("application/json") == true else {
      throw .wrongType
    }
    guard project == DRSFleet.project else { throw .wrongProject }
    guard operation == .list else {
      guard let request = Self.decoded(DRSBatchRequest.self, call) else { throw .badRequest }
      return try batch(operation, request, DRSLanguage(call), moment)
    }
    guard let request = Self.decoded(DRSListRequest.self, call) else { throw .badRequest }
    return (200, try list(request, moment))
  }

  private static func decoded<Body: Decodable>(_ type: Body.Type, _ call: ReceivedCall) -> Body? {
    try? JSONDecoder().decode(type, from: Data(call.body))
  }

  private func issueToken(to call: ReceivedCall, at moment: SimulatedMoment) -> Reply {
    let token = IdentityDesk.token(seed: fleet.seed, number: nextNumber())
    let isOfProject = IdentityDesk.asksForProject(call.body)
    let expiry = doorkeeper.issue(token, isOfProject: isOfProject, at: moment.now)
    let withCatalog = call.parameter("nocatalog") != "true"
    let answer = IdentityDesk.answer(
      expiry: expiry, isOfProject: isOfProject, withCatalog: withCatalog, at: moment)
    return signed(.json(answer, status: 201).adding("X-Subject-Token", token))
  }

  private func reply(_ error: DRSError, to call: ReceivedCall) -> Reply {
    let id = requestID(nextNumber())
    return error.reply(requestID: id, in: DRSLanguage(call)).adding("X-Request-Id", id)
  }

  private func signed(_ reply: Reply) -> Reply {
    reply.adding("X-Request-Id", requestID(nextNumber()))
  }

  private func nextNumber() -> Int {
    requests.withLock { count in
      count += 1
      return count
    }
  }

  private func requestID(_ number: Int) -> String {
    var random = SplitMix64(seed: fleet.seed, index: number, purpose: .request)
    return (0..<32).map { _ in String(random.next() % 16, radix: 16) }.joined()
  }
}

extension DRSService {
  /// The last part of the path.
  enum Operation: String {
    case list = "jobs"
    case status = "batch-status"
    case detail = "batch-detail"
    case progress = "batch-progress"
    case guarding = "batch-rpo-and-rto"
    case precheck = "batch-precheck-result"
  }

  /// What is published at this port.
  enum Route {
    case tokens
    case jobs(project: String, Operation)

    init?(_ call: ReceivedCall) {
      let path = call.path.split(separator: "/").map(String.init)
      guard call.method == "POST", path.first == "v3", path.count >= 3 else { return nil }
      if path == ["v3", "auth", "tokens"] {
        self = .tokens
        return
      }
      guard path[2] == "jobs", path.count <= 4,
        let operation = Operation(rawValue: path[path.count - 1]),
        (operation == .list) == (path.count == 3)
      else { return nil }
      self = .jobs(project: path[1], operation)
    }
  }
}

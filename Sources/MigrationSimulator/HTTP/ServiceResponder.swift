import HTTPTypes
package import Hummingbird
import NIOCore
import struct FoundationEssentials.Date

/// Answers everything that arrives at one port.
package struct ServiceResponder: HTTPResponder {
  package typealias Context = SimulatorRequestContext

  private static let largestBody = 4 << 20

  private let service: any PlayedService
  private let faults: FaultList
  private let log = RequestLog()
  private let clock: @Sendable () -> Date
  private let startedAt: Date
  private let speed: Double

  init(
    _ service: any PlayedService, clock: @escaping @Sendable () -> Date, startedAt: Date,
    speed: Double, faults: [Fault]
  ) {
    self.service = service
    self.faults = FaultList(faults)
    self.clock = clock
    self.startedAt = startedAt
    self.speed = speed
  }

  package func respond(to request: Request, context: Context) async throws -> Response {
    let body = try await request.body.collect(upTo: Self.largestBody)
    let call = ReceivedCall(request, body: body)
    guard !call.path.hasPrefix(ControlDesk.prefix) else {
      let desk = ControlDesk(faults: faults, log: log, faultKinds: service.faultKinds)
      return Response(desk.reply(to: call, at: clock()), at: clock())
    }
    return try await respond(to: call, on: context.channel)
  }

  private func respond(to call: ReceivedCall, on channel: any Channel) async throws -> Response {
    let action = service.action(of: call)
    let fault = faults.take(for: call, action: action, at: clock())
    let moment = moment(under: fault)
    let refusal = service.refusal(of: call, at: moment)
    log.add(
      RequestLog.Entry(
        method: call.method, path: call.path, action: action, authenticated: refusal == nil,
        reason: fault.map { "fault \($0.kind.rawValue)" } ?? refusal?.reason))
    if let fault, let reply = service.reply(in: fault, to: call, at: moment) {
      return Response(reply, at: moment.now)
    }
    let reply = refusal?.reply ?? service.reply(to: call, at: moment)
    let response = Response(reply, at: moment.now)
    guard let fault else { return response }
    return try await ConnectionTrouble(fault, channel).spoil(response, body: reply.body)
  }

  private func moment(under fault: Fault?) -> SimulatedMoment {
    let moment = SimulatedMoment(now: clock(), startedAt: startedAt, speed: speed)
    switch fault?.kind {
    case .clockSkew:
      return moment.skewed(by: fault?.seconds ?? 3_600)
    case .staleScrape:
      var stale = moment
      // Three minutes: above the two after which a scrape counts as old.
      stale.staleScrape = fault.map {
        SimulatedMoment.StaleScrape(
          lastSuccess: $0.begins.addingTimeInterval(-($0.seconds ?? 180)), frozenAt: $0.begins)
      }
      return stale
    case .throttle, .expire, .unauthorized, .hang, .slow, .reset, .truncate, .html, .empty,
      .serverError, nil:
      return moment
    }
  }
}

extension ReceivedCall {
  init(_ request: Request, body: ByteBuffer) {
    var headers: [String: String] = [:]
    for field in request.headers {
      let name = field.name.canonicalName
      headers[name] = headers[name].map { "\($0),\(field.value)" } ?? field.value
    }
    headers["host"] = request.head.authority
    let target = (request.head.path ?? "/").split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      method: request.method.rawValue, path: String(target[0]),
      query: target.count > 1 ? String(target[1]) : "", headers: headers,
      body: Array(body.readableBytesView))
  }
}

extension Response {
  init(_ reply: Reply, at now: Date) {
    var headers = HTTPFields()
    headers[.date] = CivilTime(now).httpDate
    headers[.contentType] = reply.contentType
    for (name, value) in reply.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headers[name] = value
    }
    self.init(
      status: HTTPResponse.Status(code: reply.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: reply.body)))
  }
}

import Synchronization

/// The DTS gateway of one region: RPC calls at `/`, answered as JSON or XML.
final class DTSService: PlayedService {
  let fleet: DTSFleet
  let faultKinds = FaultKind.ofEveryService.union([.throttle, .expire, .unauthorized])

  private let doorkeeper = DTSDoorkeeper()
  private let throttle = DTSThrottle()
  private let requests = Mutex(0)

  init(fleet: DTSFleet) { self.fleet = fleet }

  func action(of call: ReceivedCall) -> String? {
    // The one of the two that is signed goes first: the SDK sends both in the older signature.
    let header = call.headers["x-acs-action"]
    let parameter = call.parameter("Action")
    return call.headers["authorization"] != nil ? header ?? parameter : parameter ?? header
  }

  func refusal(of call: ReceivedCall, at moment: SimulatedMoment) -> Refusal? {
    guard call.path == "/" else { return nil }
    let action = action(of: call) ?? ""
    let error =
      doorkeeper.error(in: call, action: action, at: moment.now)
      ?? throttle.error(for: action, at: moment.now)
    return error.map { Refusal(reason: $0.code, reply: reply($0, to: call)) }
  }

  func reply(to call: ReceivedCall, at moment: SimulatedMoment) -> Reply {
    guard call.path == "/", let action = action(of: call) else {
      return reply(.unknownAction, to: call)
    }
    guard ["GET", "POST"].contains(call.method) else { return reply(.methodNotSupported, to: call) }
    guard let format = DTSFormat(call) else {
      let isInHeader = call.parameter("Format") == nil
      return reply(isInHeader ? .mediaTypeUnknown : .formatUnknown, to: call)
    }
    let version = call.headers["x-acs-version"] ?? call.parameter("Version")
    guard version == "2020-01-01" else { return reply(.invalid("Version"), to: call) }
    switch answer(to: action, call, at: moment) {
    case .success(let document):
      return format.reply(action, head(of: document) + document)
    case .failure(let error):
      return reply(error, to: call)
    }
  }

  func reply(in trouble: Fault, to call: ReceivedCall, at moment: SimulatedMoment) -> Reply? {
    switch trouble.kind {
    case .throttle:
      return reply(
        trouble.milliseconds.map { .throttled(milliseconds: $0) } ?? .throttled, to: call)
    case .expire: return reply(.tokenExpired, to: call)
    case .unauthorized: return reply(.keyNotFound, to: call)
    case .serverError: return reply(.unavailable, to: call)
    case .html: return .html("DTS")
    case .empty: return Reply(status: 200, contentType: nil, body: "")
    case .hang, .slow, .reset, .truncate, .staleScrape, .clockSkew: return nil
    }
  }

  private func answer(
    to action: String, _ call: ReceivedCall, at moment: SimulatedMoment
  ) -> Result<Document, DTSGatewayError> {
    switch action {
    case "DescribeDtsJobs": describeJobs(call, moment)
    case "DescribeDtsJobDetail": describeJob(call, moment)
    case "ListJobStep": listSteps(call, moment)
    case "DescribePreCheckStatus": describeChecks(call, moment)
    default: .failure(.unknownAction)
    }
  }

  /// What every answer begins with. An answer that is a business error says itself that it is one.
  private func head(of document: Document) -> Document {
    let isError = document.names.contains("Success")
    return isError
      ? ["HttpStatusCode": 200, "RequestId": .text(nextRequestID())]
      : ["Success": true, "HttpStatusCode": 200, "RequestId": .text(nextRequestID())]
  }

  private func reply(_ error: DTSGatewayError, to call: ReceivedCall) -> Reply {
    let document = error.document(
      requestID: nextRequestID(), host: call.headers["host"] ?? "dts.aliyuncs.com")
    let reply = (DTSFormat(call) ?? .json).error(document, status: error.status)
    return error.retryAfter.map { reply.adding("x-acs-retry-after", String($0)) } ?? reply
  }

  private func nextRequestID() -> String {
    let number = requests.withLock { count in
      count += 1
      return count
    }
    var random = SplitMix64(seed: fleet.seed, index: number, purpose: .request)
    let digits = (0..<32).map { _ in String(random.next() % 16, radix: 16, uppercase: true) }
    let group = { (range: Range<Int>) in digits[range].joined() }
    return [group(0..<8), group(8..<12), group(12..<16), group(16..<20), group(20..<32)]
      .joined(separator: "-")
  }
}

extension Document {
  /// Of an object's fields.
  var names: [String] {
    guard case .object(let fields) = self else { return [] }
    return fields.map(\.name)
  }
}

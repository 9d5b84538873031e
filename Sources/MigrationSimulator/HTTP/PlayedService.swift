/// One of the three services, as far as it can be seen through HTTP.
protocol PlayedService: Sendable {
  /// The troubles that this service can have.
  var faultKinds: Set<FaultKind> { get }

  /// The operation that a call asks for, where the path does not tell it.
  func action(of call: ReceivedCall) -> String?

  /// Why a call is turned away at the door, or `nil`. Nonces and failures are counted here.
  func refusal(of call: ReceivedCall, at moment: SimulatedMoment) -> Refusal?

  /// The answer to a call that was let in.
  func reply(to call: ReceivedCall, at moment: SimulatedMoment) -> Reply

  /// The service's own words for a trouble, or `nil` if the trouble leaves the answer alone.
  func reply(in trouble: Fault, to call: ReceivedCall, at moment: SimulatedMoment) -> Reply?
}

/// A call that was turned away.
struct Refusal: Sendable {
  let reason: String
  let reply: Reply
}

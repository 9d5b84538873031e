import MigrationModel

import class FoundationEssentials.JSONEncoder

extension DRSProvider {
  typealias Exchange = (call: HTTPCall, reply: HTTPReply)

  /// Sends one request about the project's tasks, with a new token or a better date once if the
  /// first is refused.
  ///
  /// - Parameter path: Below `/v3/{project_id}/`.
  func post(_ path: String, _ body: some Encodable) async throws(ProviderError) -> Exchange {
    if let error = refusals.refusal(at: now()) { throw error }
    let call = try makeCall("POST \(path)", "/v3/\(configuration.projectID)/\(path)", body)
    do throws(ProviderError) {
      let exchange = try await exchange(call)
      let error = refusal(of: exchange)
      if let error { refusals.failCall(error, at: now()) } else { refusals = DRSRefusals() }
      return exchange
    } catch {
      if error.kind == .unauthorised { refusals.failCall(error, at: now()) }
      throw error
    }
  }

  private func exchange(_ call: HTTPCall) async throws(ProviderError) -> Exchange {
    switch try await currentCredentials() {
    case .keys(let accessKey, let secretKey, let securityToken):
      var named = call
      named.headers.append(HTTPCall.Header("X-Project-Id", configuration.projectID))
      let signer = SDKHMACSigner(
        accessKey: accessKey, secretKey: secretKey, securityToken: securityToken)
      return try await exchange(named, signer)
    case .password(let user, let domain, let password):
      let request = DRS.TokenRequest(
        user: user, domain: domain, password: password, projectID: configuration.projectID)
      return try await exchange(call, request)
    }
  }

  /// A signature that is refused as too old by a clock that the refusal itself tells is made anew.
  private func exchange(
    _ call: HTTPCall, _ signer: SDKHMACSigner
  ) async throws(ProviderError) -> Exchange {
    let before = record.clock.offset ?? .zero
    let first = try await send { signer.sign(call, at: serviceTime) }
    guard let error = refusal(of: first) else { return first }
    refusals.refuseRequest()
    let after = record.clock.offset ?? .zero
    guard error.isSignatureExpired, refusals.allowAnother,
      max(before, after) - min(before, after) > .seconds(60)
    else { return first }
    let second = try await send { signer.sign(call, at: serviceTime) }
    if refusal(of: second) != nil { refusals.refuseRequest() }
    return second
  }

  private func exchange(
    _ call: HTTPCall, _ request: DRS.TokenRequest
  ) async throws(ProviderError) -> Exchange {
    let renewal = renewals
    let token = try await currentToken(request, of: renewal)
    let first = try await send { call.adding(token) }
    guard refusal(of: first) != nil else { return first }
    refusals.refuseRequest()
    guard refusals.allowAnother else { return first }
    let newToken = try await currentToken(request, of: renewal, insteadOf: token)
    let second = try await send { call.adding(newToken) }
    if refusal(of: second) != nil { refusals.refuseRequest() }
    return second
  }

  private func refusal(of exchange: Exchange) -> ProviderError? {
    guard !exchange.reply.isSuccess else { return nil }
    let error = DRS.failure(exchange.reply, call: exchange.call)
    return error.kind == .unauthorised ? error : nil
  }

  /// The body is written once: what is signed is what is sent.
  func makeCall(
    _ name: String, _ path: String, _ body: some Encodable
  ) throws(ProviderError) -> HTTPCall {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(body) else {
      throw ProviderError(.rejected, message: "the request cannot be written as JSON", call: name)
    }
    return HTTPCall(
      name: name, method: .post, base: configuration.base, path: path,
      headers: [
        HTTPCall.Header("Content-Type", "application/json"),
        HTTPCall.Header("X-Language", "en-us"),
      ], body: Array(bytes), timeout: configuration.timeout)
  }

  private func send(_ make: () -> HTTPCall) async throws(ProviderError) -> Exchange {
    let exchange = try await sendUncut(make)
    record.learn(from: exchange.reply, now: now())
    return exchange
  }

  /// Makes and sends a request, and makes and sends it once more if the connection was cut.
  func sendUncut(_ make: () -> HTTPCall) async throws(ProviderError) -> Exchange {
    do throws(ProviderError) {
      return try await sendOnce(make())
    } catch {
      guard error.isCut else { throw error }
      return try await sendOnce(make())
    }
  }

  private func sendOnce(_ call: HTTPCall) async throws(ProviderError) -> Exchange {
    record.willSend()
    var reply = try await transport.send(call)
    reply.arrivedAt = now()
    return (call, reply)
  }
}

extension HTTPCall {
  fileprivate func adding(_ token: IAMToken) -> HTTPCall {
    var call = self
    call.headers.append(Header("X-Auth-Token", token.secret.value))
    return call
  }
}

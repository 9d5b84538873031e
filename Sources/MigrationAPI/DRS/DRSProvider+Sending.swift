import MigrationModel

import class FoundationEssentials.JSONEncoder

extension DRSProvider {
  /// Sends one request about the project's tasks, with a new token once if the old one is refused.
  ///
  /// - Parameter path: Below `/v3/{project_id}/`.
  func post(
    _ path: String, _ body: some Encodable
  ) async throws(ProviderError) -> (HTTPCall, HTTPReply) {
    let call = try makeCall("POST \(path)", "/v3/\(configuration.projectID)/\(path)", body)
    switch try await currentCredentials() {
    case .keys(let accessKey, let secretKey, let securityToken):
      var signed = call
      signed.headers.append(HTTPCall.Header("X-Project-Id", configuration.projectID))
      let signer = SDKHMACSigner(
        accessKey: accessKey, secretKey: secretKey, securityToken: securityToken)
      signed = signer.sign(signed, at: serviceTime)
      return (signed, try await send(signed))
    case .password(let user, let domain, let password):
      let request = DRS.TokenRequest(
        user: user, domain: domain, password: password, projectID: configuration.projectID)
      return try await post(call, request)
    }
  }

  private func post(
    _ call: HTTPCall, _ request: DRS.TokenRequest
  ) async throws(ProviderError) -> (HTTPCall, HTTPReply) {
    let token = try await currentToken(request)
    let first = call.adding(token)
    let reply = try await send(first)
    guard !reply.isSuccess, DRS.failure(reply, call: first).kind == .unauthorised else {
      return (first, reply)
    }
    let second = call.adding(try await currentToken(request, insteadOf: token))
    return (second, try await send(second))
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

  private func send(_ call: HTTPCall) async throws(ProviderError) -> HTTPReply {
    record.willSend()
    var reply = try await transport.send(call)
    reply.arrivedAt = now()
    record.learn(from: reply, now: now())
    return reply
  }
}

extension HTTPCall {
  fileprivate func adding(_ token: IAMToken) -> HTTPCall {
    var call = self
    call.headers.append(Header("X-Auth-Token", token.secret.value))
    return call
  }
}

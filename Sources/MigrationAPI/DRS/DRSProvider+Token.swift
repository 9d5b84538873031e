import MigrationModel

import struct FoundationEssentials.Date

/// What IAM gives for a password. It lasts a day.
struct IAMToken: Hashable, Sendable {
  let secret: Secret
  /// In the service's clock.
  let expiresAt: Date

  /// Not to be used any more this long before it expires.
  static let margin = 300.0

  func isUsable(at time: Date) -> Bool { expiresAt.timeIntervalSince(time) > Self.margin }
}

extension DRSProvider {
  /// Returns the token at hand, or asks for one; calls that come meanwhile wait for the same
  /// answer.
  ///
  /// - Parameters:
  ///   - renewal: Which reading of the credentials the request is made of.
  ///   - refused: A token that the service did not accept.
  func currentToken(
    _ request: DRS.TokenRequest, of renewal: Int, insteadOf refused: IAMToken? = nil
  ) async throws(ProviderError) -> IAMToken {
    if let token, token != refused, token.isUsable(at: serviceTime) { return token }
    if let tokenRequest { return try await tokenRequest.value.get() }
    let asking = Task { await self.requestToken(request, of: renewal) }
    if renewal == renewals { tokenRequest = asking }
    return try await asking.value.get()
  }

  private func requestToken(
    _ request: DRS.TokenRequest, of renewal: Int
  ) async -> Result<IAMToken, ProviderError> {
    defer { if renewal == renewals { tokenRequest = nil } }
    do throws(ProviderError) {
      let token = try await buyToken(request)
      if renewal == renewals { self.token = token }
      return .success(token)
    } catch {
      return .failure(error)
    }
  }

  private func buyToken(_ request: DRS.TokenRequest) async throws(ProviderError) -> IAMToken {
    var call = try makeCall("POST auth/tokens", "/v3/auth/tokens", request)
    call.base = configuration.iamBase
    call.query = "nocatalog=true"
    // IAM's clock is not taken for that of DRS.
    let reply = try await sendUncut { call }.reply
    guard reply.isSuccess else {
      let failure = DRS.failure(reply, call: call)
      if failure.kind == .unauthorised { refusals.refuseRequest() }
      throw failure
    }
    guard let secret = reply.header("x-subject-token")?.nonEmpty else {
      throw Answer.malformed(reply, call: call, expected: "a token in X-Subject-Token")
    }
    let body = try Answer.json(DRS.TokenAnswer.self, from: reply, call: call)
    guard let expiresAt = body.token?.expiresAt.flatMap({ Timestamp.parse($0) }) else {
      throw Answer.malformed(reply, call: call, expected: "the time when the token expires")
    }
    return IAMToken(secret: Secret(secret), expiresAt: expiresAt)
  }
}

extension DRS {
  /// The answer of `POST /v3/auth/tokens`; the token itself is in a header.
  struct TokenAnswer: Decodable {
    @Told var token: Token?

    struct Token: WireObject {
      @Told var expiresAt: String?

      private enum CodingKeys: String, CodingKey { case expiresAt = "expires_at" }
    }
  }
}

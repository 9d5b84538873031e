import Synchronization

import struct FoundationEssentials.Date

/// Checks keys and tokens as the gateway does, and locks a key that fails too often.
final class DRSDoorkeeper: Sendable {
  static let accessKey = "DEMOACCESSKEY0000001"
  static let secret = "demo-secret-access-key"
  static let securityToken = "demo-security-token"
  /// In seconds, to both sides.
  private static let window = 900.0
  private static let failuresToLock = 5
  private static let lockSeconds = 300.0

  private struct State {
    var failures = 0
    var lockedUntil: Date?
    /// By token, until when it is good.
    var tokens: [String: Date] = [:]
  }

  private let state = Mutex(State())

  func error(in call: ReceivedCall, at now: Date) -> DRSError? {
    if let token = call.headers["x-auth-token"] { return tokenError(token, at: now) }
    guard
      let authorization = AuthorizationHeader(
        call.headers["authorization"], algorithm: SDKHMACVerifier.algorithm)
    else { return .unauthenticated("x-auth-token not found") }
    let key = authorization["Access"] ?? ""
    guard key == Self.accessKey else {
      return .unauthenticated("Get secretKey failed,ak:\(key),err:ak not exist")
    }
    guard !isLocked(at: now) else { return .keyLocked }
    guard let date = call.headers["x-sdk-date"].flatMap(CivilTime.parseSigned),
      abs(now.timeIntervalSince(date)) <= Self.window
    else { return .unauthenticated("calc ak sk signature fail:signature expired") }
    guard SDKHMACVerifier(secret: Self.secret).verifies(call) else {
      countFailure(at: now)
      let signed = authorization.signedHeaders
      let request = SDKHMACVerifier(secret: Self.secret).canonicalRequest(call, signed: signed)
      return .unauthenticated(
        "verify aksk signature fail, canonicalRequest:"
          + request.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "|"))
    }
    state.withLock { $0.failures = 0 }
    return securityTokenError(call, authorization)
  }

  /// Issues a token for a day.
  func issue(_ token: String, at now: Date) -> Date {
    let expiry = now.addingTimeInterval(86_400)
    state.withLock { state in
      state.tokens = state.tokens.filter { $0.value > now }
      state.tokens[token] = expiry
    }
    return expiry
  }

  private func tokenError(_ token: String, at now: Date) -> DRSError? {
    guard let expiry = state.withLock({ $0.tokens[token] }) else {
      return .unauthenticated("decrypt token fail")
    }
    guard expiry > now else {
      return .unauthenticated("token expires, expires_at: \(CivilTime(expiry).isoMicroseconds)")
    }
    return nil
  }

  private func securityTokenError(
    _ call: ReceivedCall, _ authorization: AuthorizationHeader
  ) -> DRSError? {
    guard let token = call.headers["x-security-token"] else { return nil }
    guard authorization.signedHeaders.contains("x-security-token"), token == Self.securityToken
    else { return .unauthenticated("decrypt token fail") }
    return nil
  }

  private func isLocked(at now: Date) -> Bool {
    state.withLock { state in
      guard let until = state.lockedUntil else { return false }
      guard now >= until else { return true }
      state.lockedUntil = nil
      state.failures = 0
      return false
    }
  }

  private func countFailure(at now: Date) {
    state.withLock { state in
      state.failures += 1
      if state.failures >= Self.failuresToLock {
        state.lockedUntil = now.addingTimeInterval(Self.lockSeconds)
      }
    }
  }
}

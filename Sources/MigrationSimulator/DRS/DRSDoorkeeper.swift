import Synchronization

import struct FoundationEssentials.Date

/// Checks keys and tokens as the gateway does, and locks a key that fails too often.
final class DRSDoorkeeper: Sendable {
  static let accessKey = "DEMOACCESSKEY0000001"
  static let secret = "demo-secret-access-key"
  static let securityToken = "demo-security-token"
  /// A token that was good once.
  private static let expiredToken = "demo-expired-token"
  /// The keys of users to whom DRS, or the gateway before it, opens nothing.
  private static let powerlessKey = "DEMOACCESSKEY0000002"
  private static let forbiddenKey = "DEMOACCESSKEY0000003"
  /// In seconds, to both sides.
  private static let window = 900.0
  private static let failuresToLock = 5
  private static let lockSeconds = 300.0

  private struct State {
    /// By key, how often in a row its signature was wrong.
    var failures: [String: Int] = [:]
    var lockedUntil: [String: Date] = [:]
    var tokens: [String: Token] = [:]
  }

  private struct Token {
    let expiry: Date
    /// A token of a whole account opens no project.
    let isOfProject: Bool
  }

  private let state = Mutex(State())

  func error(in call: ReceivedCall, at now: Date) -> DRSError? {
    if let token = call.headers["x-auth-token"] { return tokenError(token, at: now) }
    guard
      let authorization = AuthorizationHeader(
        call.headers["authorization"], algorithm: SDKHMACVerifier.algorithm)
    else { return .unauthenticated("x-auth-token not found") }
    let key = authorization["Access"] ?? ""
    guard [Self.accessKey, Self.powerlessKey, Self.forbiddenKey].contains(key) else {
      return .unauthenticated("Get secretKey failed,ak:\(key),err:ak not exist")
    }
    guard !isLocked(key, at: now) else { return .keyLocked }
    guard let date = call.headers["x-sdk-date"].flatMap(CivilTime.parseSigned),
      abs(now.timeIntervalSince(date)) <= Self.window
    else { return .unauthenticated("calc ak sk signature fail:signature expired") }
    guard SDKHMACVerifier(secret: Self.secret).verifies(call) else {
      countFailure(of: key, at: now)
      let signed = authorization.signedHeaders
      let request = SDKHMACVerifier(secret: Self.secret).canonicalRequest(call, signed: signed)
      return .unauthenticated(
        "verify aksk signature fail, canonicalRequest:"
          + request.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "|"))
    }
    state.withLock { $0.failures[key] = nil }
    return securityTokenError(call, authorization, at: now) ?? rightsError(key)
  }

  private func rightsError(_ key: String) -> DRSError? {
    [Self.powerlessKey: .powerless, Self.forbiddenKey: .forbidden][key]
  }

  /// Issues a token for a day.
  func issue(_ token: String, isOfProject: Bool, at now: Date) -> Date {
    let expiry = now.addingTimeInterval(86_400)
    state.withLock { state in
      state.tokens = state.tokens.filter { $0.value.expiry > now }
      state.tokens[token] = Token(expiry: expiry, isOfProject: isOfProject)
    }
    return expiry
  }

  private func tokenError(_ token: String, at now: Date) -> DRSError? {
    guard let known = state.withLock({ $0.tokens[token] }) else {
      return .unauthenticated("decrypt token fail")
    }
    guard known.expiry > now else { return Self.expired(at: known.expiry) }
    return known.isOfProject ? nil : .invalidToken
  }

  private static func expired(at time: Date) -> DRSError {
    .unauthenticated("token expires, expires_at: \(CivilTime(time).isoMicroseconds)")
  }

  private func securityTokenError(
    _ call: ReceivedCall, _ authorization: AuthorizationHeader, at now: Date
  ) -> DRSError? {
    guard let token = call.headers["x-security-token"] else { return nil }
    guard token != Self.expiredToken else { return Self.expired(at: now.addingTimeInterval(-60)) }
    guard authorization.signedHeaders.contains("x-security-token"), token == Self.securityToken
    else { return .unauthenticated("decrypt token fail") }
    return nil
  }

  private func isLocked(_ key: String, at now: Date) -> Bool {
    state.withLock { state in
      guard let until = state.lockedUntil[key] else { return false }
      guard now >= until else { return true }
      state.lockedUntil[key] = nil
      state.failures[key] = nil
      return false
    }
  }

  private func countFailure(of key: String, at now: Date) {
    state.withLock { state in
      let failures = (state.failures[key] ?? 0) + 1
      state.failures[key] = failures
      if failures >= Self.failuresToLock {
        state.lockedUntil[key] = now.addingTimeInterval(Self.lockSeconds)
      }
    }
  }
}

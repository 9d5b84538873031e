import Synchronization

import struct FoundationEssentials.Date

/// Checks keys, signatures, times and nonces of calls, in both of the gateway's signatures.
final class DTSDoorkeeper: Sendable {
  static let accessKey = "demo-access-key-id"
  static let secret = "demo-access-key-secret"
  static let securityToken = "demo-security-token"
  /// A token that was good once.
  private static let expiredToken = "demo-expired-token"
  /// A token that is good for another key.
  private static let foreignToken = "demo-foreign-token"
  /// A temporary key, which is nothing without its token.
  private static let temporaryKey = "STS.demo-access-key-id"
  /// The key of a user who may do nothing.
  private static let powerlessKey = "demo-powerless-key-id"
  private static let disabledKey = "demo-disabled-key-id"
  /// In seconds, to both sides.
  private static let window = 900.0

  /// By nonce, when it was used.
  private let nonces = Mutex<[String: Date]>([:])

  func error(in call: ReceivedCall, action: String, at now: Date) -> DTSGatewayError? {
    guard let claim = Claim(call) else { return .missing("AccessKeyId") }
    guard let key = claim.accessKey else { return .signatureIncomplete }
    if let error = keyError(key, claim) { return error }
    guard let time = claim.time else { return .missing("Timestamp") }
    guard let date = CivilTime.parseSigned(time) else { return .timeMalformed }
    guard abs(now.timeIntervalSince(date)) <= Self.window else { return .timeExpired }
    guard let nonce = claim.nonce, !nonce.isEmpty else { return .missing("SignatureNonce") }
    if let error = signatureError(in: call, claim) { return error }
    if let error = tokenError(claim.token) { return error }
    guard spend(nonce, at: now) else { return .nonceUsed }
    return key == Self.powerlessKey ? .denied(action) : nil
  }

  private func keyError(_ key: String, _ claim: Claim) -> DTSGatewayError? {
    switch key {
    case Self.accessKey, Self.powerlessKey: nil
    case Self.temporaryKey: claim.token == nil ? .tokenMissing : nil
    case Self.disabledKey: .keyInactive
    default: .keyNotFound
    }
  }

  private func tokenError(_ token: String?) -> DTSGatewayError? {
    switch token {
    case nil, Self.securityToken: nil
    case Self.expiredToken: .tokenExpired
    case Self.foreignToken: .tokenOfAnotherKey
    default: .tokenMalformed
    }
  }

  private func signatureError(in call: ReceivedCall, _ claim: Claim) -> DTSGatewayError? {
    guard claim.isACS3 else {
      guard call.parameter("SignatureMethod") == "HMAC-SHA1" else {
        return .invalid("SignatureMethod")
      }
      guard call.parameter("SignatureVersion") == "1.0" else {
        return .invalid("SignatureVersion")
      }
      let verifier = RPCVerifier(secret: Self.secret)
      guard !verifier.verifies(call) else { return nil }
      return .signatureMismatch("server string to sign is:\(verifier.stringToSign(call))")
    }
    let verifier = ACS3Verifier(secret: Self.secret)
    switch verifier.verdict(on: call) {
    case .verified: return nil
    case .incomplete: return .signatureIncomplete
    case .mismatch:
      let texts = verifier.signedTexts(call)
      return .signatureMismatch(
        "server StringToSign is [\(texts.toSign)] server CanonicalRequest is [\(texts.request)]")
    }
  }

  /// A nonce is as good as new when no time that is still accepted could stand beside it.
  private func spend(_ nonce: String, at now: Date) -> Bool {
    nonces.withLock { nonces in
      if nonces.count > 50_000 {
        nonces = nonces.filter { now.timeIntervalSince($0.value) <= 2 * Self.window }
      }
      guard nonces[nonce] == nil else { return false }
      nonces[nonce] = now
      return true
    }
  }
}

/// What a call says of who signed it, and when.
private struct Claim {
  let isACS3: Bool
  let accessKey: String?
  let time: String?
  let nonce: String?
  let token: String?

  /// `nil` for a call that is not signed at all.
  init?(_ call: ReceivedCall) {
    if let header = call.headers["authorization"] {
      let authorization = AuthorizationHeader(header, algorithm: ACS3Verifier.algorithm)
      isACS3 = true
      accessKey = authorization?["Credential"]
      time = call.headers["x-acs-date"]
      nonce = call.headers["x-acs-signature-nonce"]
      token = call.headers["x-acs-security-token"]
    } else {
      guard call.parameter("AccessKeyId") != nil else { return nil }
      isACS3 = false
      accessKey = call.parameter("AccessKeyId")
      time = call.parameter("Timestamp")
      nonce = call.parameter("SignatureNonce")
      token = call.parameter("SecurityToken")
    }
  }
}

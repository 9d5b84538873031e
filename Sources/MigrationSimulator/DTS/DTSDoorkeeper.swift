import Synchronization

import struct FoundationEssentials.Date

/// Checks keys, signatures, times and nonces of calls, in both of the gateway's signatures.
final class DTSDoorkeeper: Sendable {
  static let accessKey = "demo-access-key-id"
  static let secret = "demo-access-key-secret"
  static let securityToken = "demo-security-token"
  /// In seconds, to both sides.
  private static let window = 900.0

  /// By nonce, when it was used.
  private let nonces = Mutex<[String: Date]>([:])

  func error(in call: ReceivedCall, at now: Date) -> DTSGatewayError? {
    guard let claim = Claim(call) else { return .missing("AccessKeyId") }
    guard let key = claim.accessKey else { return .signatureIncomplete }
    guard key == Self.accessKey else { return .keyNotFound }
    guard let time = claim.time else { return .missing("Timestamp") }
    guard let date = CivilTime.parseSigned(time) else { return .timeMalformed }
    guard abs(now.timeIntervalSince(date)) <= Self.window else { return .timeExpired }
    guard let nonce = claim.nonce, !nonce.isEmpty else { return .missing("SignatureNonce") }
    if let error = signatureError(in: call, claim) { return error }
    guard claim.token.map({ $0 == Self.securityToken }) != false else { return .tokenMalformed }
    return spend(nonce, at: now) ? nil : .nonceUsed
  }

  private func signatureError(in call: ReceivedCall, _ claim: Claim) -> DTSGatewayError? {
    guard claim.isACS3 else {
      guard call.parameter("SignatureMethod") == "HMAC-SHA1" else {
        return .invalid("SignatureMethod")
      }
      guard call.parameter("SignatureVersion") == "1.0" else {
        return .invalid("SignatureVersion")
      }
      return RPCVerifier(secret: Self.secret).verifies(call) ? nil : .signatureMismatch
    }
    switch ACS3Verifier(secret: Self.secret).verdict(on: call) {
    case .verified: return nil
    case .incomplete: return .signatureIncomplete
    case .mismatch: return .signatureMismatch
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

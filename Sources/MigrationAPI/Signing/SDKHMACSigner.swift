package import struct FoundationEssentials.Date

/// Signs calls to Huawei Cloud with SDK-HMAC-SHA256.
package struct SDKHMACSigner: Sendable {
  package let accessKey: String
  package let secretKey: Secret
  /// Present with temporary keys only.
  package let securityToken: Secret?

  package static let algorithm = "SDK-HMAC-SHA256"

  package init(accessKey: String, secretKey: Secret, securityToken: Secret? = nil) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.securityToken = securityToken
  }

  /// Returns the call with `X-Sdk-Date` and `Authorization`; all of its headers are signed.
  ///
  /// - Parameter date: In the service's time: it refuses what is more than 15 minutes off.
  package func sign(_ call: HTTPCall, at date: Date) -> HTTPCall {
    var signed = call
    let time = RequestDate.basic(date)
    signed.headers.append(HTTPCall.Header("X-Sdk-Date", time))
    if let securityToken {
      signed.headers.append(HTTPCall.Header("X-Security-Token", securityToken.value))
    }
    let request = Self.canonicalRequest(of: signed)
    let signature = secretKey.signature(of: Self.stringToSign(request, time: time))
    let authorization =
      "\(Self.algorithm) Access=\(accessKey), SignedHeaders=\(request.signedHeaders), "
      + "Signature=\(signature)"
    signed.headers.append(HTTPCall.Header("Authorization", authorization))
    return signed
  }

  /// The path is signed with a `/` behind it, whatever is sent.
  package static func canonicalRequest(of call: HTTPCall) -> CanonicalRequest {
    CanonicalRequest(of: call, path: call.path.hasSuffix("/") ? nil : call.path + "/")
  }

  /// - Parameter time: The value of `X-Sdk-Date`.
  package static func stringToSign(_ request: CanonicalRequest, time: String) -> String {
    "\(algorithm)\n\(time)\n\(request.hash)"
  }
}

import Crypto

package import struct FoundationEssentials.Date

/// Signs calls to Alibaba Cloud with ACS3-HMAC-SHA256, the signature that its SDKs use.
package struct ACS3Signer: Sendable {
  package let accessKeyID: String
  package let accessKeySecret: Secret
  /// Present with temporary keys only.
  package let securityToken: Secret?

  package static let algorithm = "ACS3-HMAC-SHA256"

  package init(accessKeyID: String, accessKeySecret: Secret, securityToken: Secret? = nil) {
    self.accessKeyID = accessKeyID
    self.accessKeySecret = accessKeySecret
    self.securityToken = securityToken
  }

  /// Returns the call with its `x-acs-` headers and `Authorization`; all of its headers are signed.
  ///
  /// - Parameters:
  ///   - version: The version of the API, for example `2020-01-01`.
  ///   - date: In the service's time: it refuses what is more than 15 minutes off.
  ///   - nonce: New for each request: the service accepts it once.
  package func sign(
    _ call: HTTPCall, action: String, version: String, at date: Date, nonce: String
  ) -> HTTPCall {
    var signed = call
    signed.headers += headers(call, action: action, version: version, at: date, nonce: nonce)
    let request = CanonicalRequest(of: signed)
    let signature = accessKeySecret.signature(of: Self.stringToSign(request))
    let authorization =
      "\(Self.algorithm) Credential=\(accessKeyID),SignedHeaders=\(request.signedHeaders),"
      + "Signature=\(signature)"
    signed.headers.append(HTTPCall.Header("Authorization", authorization))
    return signed
  }

  package static func stringToSign(_ request: CanonicalRequest) -> String {
    "\(algorithm)\n\(request.hash)"
  }

  private func headers(
    _ call: HTTPCall, action: String, version: String, at date: Date, nonce: String
  ) -> [HTTPCall.Header] {
    var headers = [
      HTTPCall.Header("x-acs-action", action),
      HTTPCall.Header("x-acs-version", version),
      HTTPCall.Header("x-acs-date", RequestDate.extended(date)),
      HTTPCall.Header("x-acs-signature-nonce", nonce),
      HTTPCall.Header("x-acs-content-sha256", SHA256.hash(data: call.body).hexadecimal),
    ]
    if let securityToken {
      headers.append(HTTPCall.Header("x-acs-accesskey-id", accessKeyID))
      headers.append(HTTPCall.Header("x-acs-security-token", securityToken.value))
    }
    return headers
  }
}

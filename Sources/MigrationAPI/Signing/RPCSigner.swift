import Crypto

package import struct FoundationEssentials.Data
package import struct FoundationEssentials.Date

/// Signs the query of calls to Alibaba Cloud with HMAC-SHA1, `SignatureVersion` 1.0.
///
/// The older of its two signatures; proxies and private clouds may still know no other.
package struct RPCSigner: Sendable {
  package let accessKeyID: String
  package let accessKeySecret: Secret
  /// Present with temporary keys only.
  package let securityToken: Secret?

  package init(accessKeyID: String, accessKeySecret: Secret, securityToken: Secret? = nil) {
    self.accessKeyID = accessKeyID
    self.accessKeySecret = accessKeySecret
    self.securityToken = securityToken
  }

  /// Returns the whole query with the signature as its last parameter.
  ///
  /// - Parameters:
  ///   - parameters: What the action takes, with `Action`, `Version` and `Format`, not encoded.
  ///   - date: In the service's time: it refuses what is more than 15 minutes off.
  ///   - nonce: New for each request: the service accepts it once.
  package func query(
    _ parameters: [String: String], method: HTTPCall.Method, at date: Date, nonce: String
  ) -> String {
    let query = unsignedQuery(parameters, at: date, nonce: nonce)
    let signature = signature(of: Self.stringToSign(query, method: method))
    return "\(query)&Signature=\(PercentEncoding.encode(signature))"
  }

  package func unsignedQuery(_ parameters: [String: String], at date: Date, nonce: String) -> String
  {
    var all = parameters
    all["AccessKeyId"] = accessKeyID
    all["SecurityToken"] = securityToken?.value
    all["SignatureMethod"] = "HMAC-SHA1"
    all["SignatureNonce"] = nonce
    all["SignatureVersion"] = "1.0"
    all["Timestamp"] = RequestDate.extended(date)
    return PercentEncoding.query(all)
  }

  /// - Parameter query: Encoded and sorted; it is encoded once more here.
  package static func stringToSign(_ query: String, method: HTTPCall.Method) -> String {
    "\(method.rawValue)&%2F&\(PercentEncoding.encode(query))"
  }

  /// The key is the secret with `&` behind it, a rest of the OAuth that this scheme came from.
  private func signature(of text: String) -> String {
    let key = SymmetricKey(data: Array("\(accessKeySecret.value)&".utf8))
    let code = HMAC<Insecure.SHA1>.authenticationCode(for: Array(text.utf8), using: key)
    return Data(code).base64EncodedString()
  }
}

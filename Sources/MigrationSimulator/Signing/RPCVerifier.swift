import Crypto
import struct FoundationEssentials.Data

/// Alibaba's older signature with `SignatureVersion=1.0` and HMAC-SHA1, from the server's side.
///
/// The vendor's documents call it both V1 and V2. Every parameter of the query and of a form is
/// signed.
package struct RPCVerifier: Sendable {
  private let secret: String

  package init(secret: String) { self.secret = secret }

  package func verifies(_ call: ReceivedCall) -> Bool {
    let parameters = call.queryParameters + call.formParameters
    let signed = parameters.filter { $0.name != "Signature" }
    guard let signature = parameters.first(where: { $0.name == "Signature" })?.value,
      signed.count == parameters.count - 1
    else { return false }
    let text = stringToSign(call)
    let key = SymmetricKey(data: Array("\(secret)&".utf8))
    let code = HMAC<Insecure.SHA1>.authenticationCode(for: Array(text.utf8), using: key)
    return signature == Data(code).base64EncodedString()
  }

  /// The canonical text is encoded once more as a whole.
  func stringToSign(_ call: ReceivedCall) -> String {
    let signed = (call.queryParameters + call.formParameters).filter { $0.name != "Signature" }
    return "\(call.method)&%2F&\(PercentCoding.encode(Parameter.canonical(signed)))"
  }
}

import Crypto
import Foundation

/// The two vendors' signatures from the client's side, written apart from the verifiers.
enum Signing {
  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~")

  static func encode(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  static func query(_ parameters: [String: String]) -> String {
    parameters.sorted { $0.key < $1.key }
      .map { "\(encode($0.key))=\(encode($0.value))" }.joined(separator: "&")
  }

  static func sha256(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
  }

  static func hmac(_ text: String, _ secret: String) -> String {
    HMAC<SHA256>.authenticationCode(
      for: Data(text.utf8), using: SymmetricKey(data: Data(secret.utf8))
    ).map { String(format: "%02x", $0) }.joined()
  }

  static func acs3(
    method: String, query: String, headers: [String: String], secret: String
  ) -> String {
    let names = headers.keys.sorted()
    let list = names.joined(separator: ";")
    let lines = names.map { "\($0):\(headers[$0] ?? "")" }.joined(separator: "\n")
    let request = "\(method)\n/\n\(query)\n\(lines)\n\n\(list)\n\(sha256(""))"
    let signature = hmac("ACS3-HMAC-SHA256\n\(sha256(request))", secret)
    return
      "ACS3-HMAC-SHA256 Credential=demo-access-key-id,SignedHeaders=\(list),Signature=\(signature)"
  }

  static func rpc(method: String, parameters: [String: String], secret: String) -> String {
    let text = "\(method)&%2F&\(encode(query(parameters)))"
    let code = HMAC<Insecure.SHA1>.authenticationCode(
      for: Data(text.utf8), using: SymmetricKey(data: Data("\(secret)&".utf8)))
    return Data(code).base64EncodedString()
  }

  static func sdk(
    path: String, headers: [String: String], body: String, key: String, secret: String
  ) -> String {
    let names = headers.keys.sorted()
    let list = names.joined(separator: ";")
    let lines = names.map { "\($0):\(headers[$0] ?? "")" }.joined(separator: "\n")
    let request = "POST\n\(path)/\n\n\(lines)\n\n\(list)\n\(sha256(body))"
    let text = "SDK-HMAC-SHA256\n\(headers["x-sdk-date"] ?? "")\n\(sha256(request))"
    return
      "SDK-HMAC-SHA256 Access=\(key), SignedHeaders=\(list), Signature=\(hmac(text, secret))"
  }
}

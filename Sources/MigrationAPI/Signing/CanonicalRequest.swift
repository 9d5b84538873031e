import Crypto

/// The text that stands for a call in ACS3-HMAC-SHA256 and SDK-HMAC-SHA256.
///
/// It covers every header of the call and `Host`; only `Authorization`, which carries the
/// signature, stays out.
package struct CanonicalRequest: Hashable, Sendable {
  package let text: String
  /// Lower case, sorted, joined by `;`.
  package let signedHeaders: String

  /// - Parameters:
  ///   - call: Its query must be sorted already, see ``PercentEncoding/query(_:)``.
  ///   - path: The path as it is signed, where that differs from the one that is sent.
  package init(of call: HTTPCall, path: String? = nil) {
    let headers = ([HTTPCall.Header("host", call.base.authority)] + call.headers)
      .map { (name: $0.name.lowercased(), value: $0.value.trimmed) }
      .filter { $0.name != "authorization" }
      .sorted { $0 < $1 }
    signedHeaders = headers.map(\.name).joined(separator: ";")
    let lines = headers.map { "\($0.name):\($0.value)\n" }.joined()
    text = [
      call.method.rawValue, path ?? call.path, call.query, lines, signedHeaders,
      SHA256.hash(data: call.body).hexadecimal,
    ].joined(separator: "\n")
  }

  /// SHA-256 of ``text`` in hexadecimal.
  package var hash: String { SHA256.hash(data: Array(text.utf8)).hexadecimal }
}

extension Sequence<UInt8> {
  /// Two lower-case digits a byte.
  var hexadecimal: String {
    map { $0 < 0x10 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }
}

extension Secret {
  /// HMAC-SHA256 of a text with this secret as key, in hexadecimal.
  func signature(of text: String) -> String {
    let key = SymmetricKey(data: Array(value.utf8))
    return HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key).hexadecimal
  }
}

/// Alibaba's `ACS3-HMAC-SHA256`, from the server's side.
///
/// The list of signed headers is the client's own: the vendor's SDK signs more than its document
/// asks for.
package struct ACS3Verifier: Sendable {
  package enum Verdict: Hashable, Sendable { case verified, incomplete, mismatch }

  static let algorithm = "ACS3-HMAC-SHA256"
  private let secret: String

  package init(secret: String) { self.secret = secret }

  package func verdict(on call: ReceivedCall) -> Verdict {
    guard
      let authorization = AuthorizationHeader(
        call.headers["authorization"], algorithm: Self.algorithm),
      let signature = authorization["Signature"]
    else { return .incomplete }
    let signed = authorization.signedHeaders
    let needed = call.headers.keys.filter { $0.hasPrefix("x-acs-") } + ["host"]
    guard signed == signed.sorted(), Set(needed).isSubset(of: signed) else { return .incomplete }
    let payload = HexDigest.sha256(call.body)
    guard call.headers["x-acs-content-sha256"] == payload else { return .mismatch }
    return signature == HexDigest.hmacSHA256(signedTexts(call).toSign, secret: secret)
      ? .verified : .mismatch
  }

  /// The request in the form that is signed, and the text that stands for it.
  func signedTexts(_ call: ReceivedCall) -> (request: String, toSign: String) {
    let authorization = AuthorizationHeader(
      call.headers["authorization"], algorithm: Self.algorithm)
    let signed = authorization?.signedHeaders ?? []
    let headers = signed.map { "\($0):\((call.headers[$0] ?? "").trimmingSpaces)\n" }.joined()
    let request = [
      call.method, "/", Parameter.canonical(call.queryParameters), headers,
      signed.joined(separator: ";"), HexDigest.sha256(call.body),
    ].joined(separator: "\n")
    return (request, "\(Self.algorithm)\n\(HexDigest.sha256(request.utf8))")
  }
}

/// Huawei's `SDK-HMAC-SHA256`, from the server's side.
package struct SDKHMACVerifier: Sendable {
  static let algorithm = "SDK-HMAC-SHA256"
  private let secret: String

  package init(secret: String) { self.secret = secret }

  package func verifies(_ call: ReceivedCall) -> Bool {
    guard
      let authorization = AuthorizationHeader(
        call.headers["authorization"], algorithm: Self.algorithm),
      let signature = authorization["Signature"], let date = call.headers["x-sdk-date"]
    else { return false }
    let signed = authorization.signedHeaders
    guard signed == signed.sorted(), signed.contains("host"), signed.contains("x-sdk-date")
    else { return false }
    let request = canonicalRequest(call, signed: signed)
    let text = "\(Self.algorithm)\n\(date)\n\(HexDigest.sha256(request.utf8))"
    return signature == HexDigest.hmacSHA256(text, secret: secret)
  }

  /// The request in the form that is signed.
  func canonicalRequest(_ call: ReceivedCall, signed: [String]) -> String {
    let headers = signed.map { "\($0):\((call.headers[$0] ?? "").trimmingSpaces)\n" }.joined()
    return [
      call.method, Self.canonicalPath(call.path),
      Parameter.canonical(Parameter.list(call.query, plusIsSpace: false)),
      headers, signed.joined(separator: ";"), payload(of: call, signed: signed),
    ].joined(separator: "\n")
  }

  /// Ends with `/` for the signature only.
  private static func canonicalPath(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map {
      PercentCoding.encode(PercentCoding.decode($0, plusIsSpace: false))
    }
    let joined = parts.joined(separator: "/")
    return joined.hasSuffix("/") ? joined : joined + "/"
  }

  /// The vendor's SDK leaves bodies that are not JSON unsigned, and says so in a signed header.
  private func payload(of call: ReceivedCall, signed: [String]) -> String {
    let unsigned = "UNSIGNED-PAYLOAD"
    let header = "x-sdk-content-sha256"
    guard signed.contains(header), call.headers[header] == unsigned else {
      return HexDigest.sha256(call.body)
    }
    return unsigned
  }
}

import struct FoundationEssentials.Date

extension DTSConfiguration {
  /// The signed request: everything in the query and an empty body, as the vendor's SDK sends it.
  func call(
    _ operation: DTSOperation, credentials: DTSCredentials, at date: Date, nonce: String
  ) -> HTTPCall {
    let call = HTTPCall(
      name: operation.name, method: .post, base: base, path: "/",
      headers: [HTTPCall.Header("accept", format.mediaType)], timeout: timeout)
    return switch signature {
    case .v3: signedInHeaders(call, operation, credentials, at: date, nonce: nonce)
    case .v1: signedInQuery(call, operation, credentials, at: date, nonce: nonce)
    }
  }

  private func signedInHeaders(
    _ call: HTTPCall, _ operation: DTSOperation, _ credentials: DTSCredentials, at date: Date,
    nonce: String
  ) -> HTTPCall {
    var call = call
    call.query = PercentEncoding.query(operation.parameters)
    let signer = ACS3Signer(
      accessKeyID: credentials.accessKeyID, accessKeySecret: credentials.accessKeySecret,
      securityToken: credentials.securityToken)
    return signer.sign(
      call, action: operation.name, version: DTSOperation.version, at: date, nonce: nonce)
  }

  private func signedInQuery(
    _ call: HTTPCall, _ operation: DTSOperation, _ credentials: DTSCredentials, at date: Date,
    nonce: String
  ) -> HTTPCall {
    var call = call
    var parameters = operation.parameters
    parameters["Action"] = operation.name
    parameters["Format"] = format.rawValue.uppercased()
    parameters["Version"] = DTSOperation.version
    let signer = RPCSigner(
      accessKeyID: credentials.accessKeyID, accessKeySecret: credentials.accessKeySecret,
      securityToken: credentials.securityToken)
    call.query = signer.query(parameters, method: call.method, at: date, nonce: nonce)
    call.headers += [
      HTTPCall.Header("x-acs-action", operation.name),
      HTTPCall.Header("x-acs-version", DTSOperation.version),
    ]
    return call
  }
}

extension DTSConfiguration.Format {
  var mediaType: String { "application/\(rawValue)" }
}

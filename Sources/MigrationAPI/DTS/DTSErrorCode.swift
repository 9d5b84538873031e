import MigrationModel

/// What the error codes of the gateway and of the service mean.
enum DTSErrorCode {
  /// - Parameter status: The HTTP status, or the one that a 200 carries inside; `nil` if neither
  ///   tells.
  static func kind(of code: String?, status: Int?) -> ProviderError.Kind {
    let code = (code ?? "").lowercased()
    if code.hasPrefix("throttling") || code.contains(".throttling") { return .throttled }
    if unauthorised.contains(where: code.hasPrefix) { return .unauthorised }
    if code.hasPrefix("serviceunavailable") || code.hasPrefix("internalerror") {
      return .unavailable
    }
    if code.hasPrefix("nopermission") || code.hasPrefix("forbidden") { return .rejected }
    guard let status, !(200..<300).contains(status) else { return .rejected }
    return Answer.kind(ofStatus: status)
  }

  /// A nonce that was used before, by another client or by a proxy that sent a call twice.
  static func isUsedNonce(_ code: String?) -> Bool {
    code?.lowercased().hasPrefix("signaturenonceused") == true
  }

  static func isRefusedDate(_ code: String?) -> Bool {
    code?.lowercased().hasPrefix("invalidtimestamp") == true
  }

  /// The task is not there (any more).
  static func isMissingJob(_ error: ProviderError) -> Bool {
    guard error.kind == .rejected, let code = error.code?.lowercased() else { return false }
    return !isUnknownCall(error) && (code.contains("notfound") || code.contains("notexist"))
  }

  /// The service has no such call (in this region), or something before it answers for it.
  static func isUnknownCall(_ error: ProviderError) -> Bool {
    guard error.kind == .rejected else { return false }
    if error.status == 405 { return true }
    guard let code = error.code?.lowercased() else { return error.status == 404 }
    return ["invalidapi", "invalidaction", "invalidversion"].contains(where: code.hasPrefix)
  }

  /// The user may not make the call for any task.
  static func isMissingPermission(_ error: ProviderError) -> Bool {
    guard error.kind == .rejected, error.status != 200 else { return false }
    let code = (error.code ?? "").lowercased()
    return error.isPermission || ["nopermission", "forbidden"].contains(where: code.hasPrefix)
  }

  private static let unauthorised = [
    "invalidaccesskey", "signaturedoesnotmatch", "invalidsecuritytoken", "missingsecuritytoken",
    "incompletesignature", "invalidtimestamp",
  ]
}

extension DTSEnvelope {
  /// The service's own code before the gateway's; `nil` for a number, which is the status of
  /// `ListJobStep` and the step of `DescribePreCheckStatus`.
  var failureCode: String? {
    [errCode, code].lazy.compactMap { $0?.nonEmpty }.first { !$0.allSatisfy(\.isNumber) }
  }

  /// The HTTP status of a failure inside a 200; `nil` if none is told.
  var failureStatus: Int? {
    [httpStatusCode, code.flatMap { Int64($0) }].lazy.compactMap(\.self).first { $0 >= 400 }
      .flatMap { Int(exactly: $0) }
  }

  /// One line, with the part that the service leaves open filled in, up to where it repeats what it
  /// signed; `nil` if it says nothing else.
  var failureText: String? {
    var text = errMessage?.nonEmpty ?? message?.nonEmpty ?? dynamicMessage?.nonEmpty
    if let dynamicMessage {
      text = text?.split(separator: "%s", omittingEmptySubsequences: false)
        .joined(separator: dynamicMessage)
    }
    guard var text = text?.withoutEcho.nonEmpty else { return nil }
    if let recommend = recommend?.nonEmpty { text += " (\(recommend))" }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

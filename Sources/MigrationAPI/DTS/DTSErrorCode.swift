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
  static func isUsedNonce(_ code: String?) -> Bool { code?.hasPrefix("SignatureNonceUsed") == true }

  static func isRefusedDate(_ code: String?) -> Bool {
    code?.lowercased().hasPrefix("invalidtimestamp") == true
  }

  /// The task is not there (any more).
  static func isMissingJob(_ error: ProviderError) -> Bool {
    guard error.kind == .rejected, let code = error.code?.lowercased() else { return false }
    let isOther = ["invalidapi", "invalidaction"].contains(where: code.hasPrefix)
    return !isOther && (code.contains("notfound") || code.contains("notexist"))
  }

  private static let unauthorised = [
    "invalidaccesskey", "signaturedoesnotmatch", "invalidsecuritytoken", "missingsecuritytoken",
    "incompletesignature", "invalidtimestamp",
  ]
}

extension DTSEnvelope {
  /// The service's own code before the gateway's; `nil` for the `200` of a success.
  var failureCode: String? {
    let code = errCode?.nonEmpty ?? code?.nonEmpty
    return code == "200" ? nil : code
  }

  /// One line, with the part that the service leaves open filled in.
  var failureText: String? {
    var text = errMessage?.nonEmpty ?? message?.nonEmpty ?? dynamicMessage?.nonEmpty
    if let dynamicMessage {
      text = text?.split(separator: "%s", omittingEmptySubsequences: false)
        .joined(separator: dynamicMessage)
    }
    guard var text else { return nil }
    if let recommend = recommend?.nonEmpty { text += " (\(recommend))" }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// What the gateway answers before, or instead of, DTS.
struct DTSGatewayError: Error {
  let status: Int
  let code: String
  let message: String
  /// Of a call that was refused for want of rights: which operation it was.
  var deniedAction: String?
  /// Of a call that comes too often: after how many milliseconds it may come again.
  var retryAfter: Int?

  init(_ status: Int, _ code: String, _ message: String) {
    self.status = status
    self.code = code
    self.message = message
  }

  static let throttled = Self(
    400, "Throttling.User", "Request was denied due to user flow control.")
  static let tokenExpired = Self(
    403, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.")
  static let tokenMalformed = Self(
    400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.")
  static let unavailable = Self(
    500, "ServiceUnavailable",
    "The request has failed due to a temporary failure of the server.")
  static let tokenMissing = Self(
    400, "MissingSecurityToken", "SecurityToken is mandatory for this action.")
  static let tokenOfAnotherKey = Self(
    400, "InvalidSecurityToken.MismatchWithAccessKey",
    "Specified SecurityToken mismatch with the AccessKey.")
  static let signatureMismatch = Self(
    400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation.")
  static let signatureIncomplete = Self(
    400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.")
  static let nonceUsed = Self(
    400, "SignatureNonceUsed", "Specified signature nonce was used already.")
  static let timeExpired = Self(
    400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")
  static let timeMalformed = Self(
    400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.")
  static let keyNotFound = Self(
    404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.")
  static let keyInactive = Self(
    400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.")
  static let unknownAction = Self(
    404, "InvalidAction.NotFound",
    "Specified api is not found, please check your url and method.")
  static let methodNotSupported = Self(
    400, "UnsupportedHTTPMethod", "This http method is not supported.")
  static let formatUnknown = Self(
    400, "InvalidParameter.Format", "Specified parameter format is not valid.")
  /// The same of a call that names its format in a header.
  static let mediaTypeUnknown = Self(
    400, "InvalidParameter.Accept", "Specified parameter Accept is not valid.")

  /// - Parameter detail: What the gateway has signed itself, for whoever looks for the difference.
  static func signatureMismatch(_ detail: String) -> Self {
    Self(400, signatureMismatch.code, "\(signatureMismatch.message) \(detail)")
  }

  static func denied(_ action: String) -> Self {
    var error = Self(
      403, "NoPermission",
      "The specified RAM user is not authorized to do dts:\(action) on the resource.")
    error.deniedAction = "dts:\(action)"
    return error
  }

  static func throttled(milliseconds: Int) -> Self {
    var error = throttled
    error.retryAfter = milliseconds
    return error
  }

  static func missing(_ parameter: String) -> Self {
    Self(400, "Missing\(parameter)", "\(parameter) is mandatory for this action.")
  }

  static func invalid(_ parameter: String) -> Self {
    Self(400, "InvalidParameter", "Specified parameter \(parameter) is not valid.")
  }

  /// The body of the answer.
  func document(requestID: String, host: String) -> Document {
    let detail: Document? = deniedAction.map { action in
      [
        "AuthAction": .text(action), "AuthPrincipalType": "SubUser",
        "AuthPrincipalOwnerId": "1000000000000001", "AuthPrincipalDisplayName": "demo-user",
        "PolicyType": "AccountLevelIdentityBasedPolicy", "NoPermissionType": "ImplicitDeny",
      ]
    }
    return [
      "RequestId": .text(requestID), "HostId": .text(host), "Code": .text(code),
      "Message": .text(message),
      "Recommend": .text("https://api.aliyun.com/troubleshoot?q=\(code)&product=Dts"),
      "AccessDeniedDetail": detail,
    ]
  }
}

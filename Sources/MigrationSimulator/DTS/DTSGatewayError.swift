/// What the gateway answers before, or instead of, DTS.
struct DTSGatewayError: Error {
  let status: Int
  let code: String
  let message: String

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
  static let unknownAction = Self(
    404, "InvalidAction.NotFound",
    "Specified api is not found, please check your url and method.")
  static let methodNotSupported = Self(
    400, "UnsupportedHTTPMethod", "This http method is not supported.")
  static let formatUnknown = Self(
    400, "InvalidParameter.Format", "Specified parameter format is not valid.")

  static func missing(_ parameter: String) -> Self {
    Self(400, "Missing\(parameter)", "\(parameter) is mandatory for this action.")
  }

  static func invalid(_ parameter: String) -> Self {
    Self(400, "InvalidParameter", "Specified parameter \(parameter) is not valid.")
  }
}

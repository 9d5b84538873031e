/// What DRS, the gateway before it, or IAM answers instead of data.
struct DRSError: Error {
  /// Whose words they are: each has a body of its own shape.
  enum Voice { case service, gateway, identity(title: String) }

  let status: Int
  let code: String
  let message: String
  let voice: Voice

  init(_ status: Int, _ code: String, _ message: String, voice: Voice = .service) {
    self.status = status
    self.code = code
    self.message = message
    self.voice = voice
  }

  static func unauthenticated(_ detail: String) -> Self {
    Self(
      401, "APIGW.0301", "Incorrect IAM authentication information: \(detail)", voice: .gateway)
  }

  static func identity(_ status: Int, title: String, _ message: String) -> Self {
    Self(status, "\(status)", message, voice: .identity(title: title))
  }

  static func empty(_ parameter: String) -> Self {
    Self(400, "DRS.M00201", "The parameter \(parameter) is empty.")
  }

  static func invalid(_ parameter: String) -> Self {
    Self(400, "DRS.M00202", "The value of parameter \(parameter) is invalid.")
  }

  static let badRequest = Self(400, "DRS.M00007", "Invalid request parameter.")
  static let badPage = Self(
    400, "DRS.M00210", "The value of Page is invalid, per_page or cur_page.")
  static let pastTheEnd = Self(400, "DRS.M00211", "The value of Page exceeds the upper limit.")
  static let duplicates = Self(400, "DRS.M00301", "There are duplicate jobs in request.")
  static let wrongProject = Self(403, "DRS.M00261", "Invalid project ID.")
  static let wrongType = Self(415, "DRS.M00200", "Parameter error.")
  static let abnormal = Self(500, "DRS.M00004", "Service is abnormal. Check logs.")
  static let noSuchAPI = Self(
    404, "APIGW.0101", "The API does not exist or has not been published in the environment.",
    voice: .gateway)
  static let throttled = Self(
    429, "APIGW.0308",
    "The throttling threshold has been reached: policy user over ratelimit,limit:60,time:1 minute",
    voice: .gateway)
  static let keyLocked = unauthenticated("AK access failed to reach the limit,forbidden.")

  func reply(requestID: String) -> Reply {
    switch voice {
    case .service:
      return .json(["error_code": .text(code), "error_msg": .text(message)], status: status)
    case .gateway:
      return .json(
        [
          "error_msg": .text(message), "error_code": .text(code),
          "request_id": .text(requestID),
        ], status: status)
    case .identity(let title):
      return .json(
        [
          "error": [
            "code": .number(status), "message": .text(message), "title": .text(title),
          ]
        ], status: status)
    }
  }
}

/// What DRS, the gateway before it, or IAM answers instead of data.
struct DRSError: Error {
  /// Whose words they are: each has a body of its own shape.
  enum Voice { case service, gateway, identity(title: String) }

  let status: Int
  let code: String
  let message: DRSText
  let voice: Voice

  init(_ status: Int, _ code: String, _ message: DRSText, voice: Voice = .service) {
    self.status = status
    self.code = code
    self.message = message
    self.voice = voice
  }

  static func unauthenticated(_ detail: String) -> Self {
    gateway(401, "APIGW.0301", "Incorrect IAM authentication information: \(detail)")
  }

  /// The gateway speaks English to everybody.
  static func gateway(_ status: Int, _ code: String, _ message: String) -> Self {
    Self(status, code, DRSText(message), voice: .gateway)
  }

  static func identity(_ status: Int, title: String, _ message: String) -> Self {
    Self(status, "\(status)", DRSText(message), voice: .identity(title: title))
  }

  static func empty(_ parameter: String) -> Self {
    Self(
      400, "DRS.M00201",
      DRSText("The parameter \(parameter) is empty.", "参数\(parameter)为空。"))
  }

  static func invalid(_ parameter: String) -> Self {
    Self(
      400, "DRS.M00202",
      DRSText("The value of parameter \(parameter) is invalid.", "参数\(parameter)的值不合法。"))
  }

  static func badPage(_ parameter: String) -> Self {
    Self(
      400, "DRS.M00210",
      DRSText("The value of Page is invalid, \(parameter).", "分页参数不合法，\(parameter)。"))
  }

  static let badRequest = Self(
    400, "DRS.M00007", DRSText("Invalid request parameter.", "请求参数不合法。"))
  static let pastTheEnd = Self(
    400, "DRS.M00211",
    DRSText("The value of Page exceeds the upper limit.", "分页参数超过最大值。"))
  static let duplicates = Self(
    400, "DRS.M00301",
    DRSText("There are duplicate jobs in request.", "请求中存在重复的jobs。"))
  static let invalidToken = Self(403, "DRS.M00100", DRSText("Invalid token.", "Token不合法。"))
  static let powerless = Self(
    403, "DRS.M00102", DRSText("You do not have sufficient permissions.", "权限不足。"))
  static let wrongProject = Self(
    403, "DRS.M00261", DRSText("Invalid project ID.", "项目ID不合法。"))
  static let wrongType = Self(415, "DRS.M00200", DRSText("Parameter error.", "参数错误。"))
  static let abnormal = Self(
    500, "DRS.M00004", DRSText("Service is abnormal. Check logs.", "服务异常，请查看日志。"))
  static let noSuchAPI = gateway(
    404, "APIGW.0101", "The API does not exist or has not been published in the environment.")
  static let forbidden = gateway(
    403, "APIGW.0302", "The IAM user is not authorized to access the API.")
  static let throttled = gateway(
    429, "APIGW.0308",
    "The throttling threshold has been reached: policy user over ratelimit,limit:60,time:1 minute")
  static let keyLocked = unauthenticated("AK access failed to reach the limit,forbidden.")

  func reply(requestID: String, in language: DRSLanguage) -> Reply {
    let text = Document.text(message.text(in: language))
    switch voice {
    case .service:
      return .json(["error_code": .text(code), "error_msg": text], status: status)
    case .gateway:
      return .json(
        ["error_msg": text, "error_code": .text(code), "request_id": .text(requestID)],
        status: status)
    case .identity(let title):
      return .json(
        ["error": ["code": .number(status), "message": text, "title": .text(title)]],
        status: status)
    }
  }
}

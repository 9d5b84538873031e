import MigrationModel

extension DRS {
  /// The body of a failed answer: of DRS, of the gateway before it, or of IAM.
  struct FailureBody: WireObject {
    @Told var errorCode: String?
    @Told var errorMsg: String?
    @Told var errorMessage: String?
    @Told var requestId: String?
    @Told var error: IAMError?

    struct IAMError: WireObject {
      @Told var code: String?
      @Told var message: String?
      @Told var title: String?
    }

    private enum CodingKeys: String, CodingKey {
      case errorCode = "error_code"
      case errorMsg = "error_msg"
      case errorMessage = "error_message"
      case requestId = "request_id"
      case error
    }

    var code: String? { errorCode?.nonEmpty ?? error?.code?.nonEmpty }

    var text: String? {
      errorMsg?.nonEmpty ?? errorMessage?.nonEmpty ?? error?.message?.nonEmpty
        ?? error?.title?.nonEmpty
    }
  }

  /// Why an answer is a failure: its kind from the code where that is known, else from the status.
  static func failure(_ reply: HTTPReply, call: HTTPCall) -> ProviderError {
    var failure = Answer.failure(reply, call: call)
    let body = Answer.errorBody(FailureBody.self, from: reply)
    failure.requestID = reply.header("x-request-id")?.nonEmpty ?? body?.requestId?.nonEmpty
    guard let body, body.code != nil || body.text != nil else { return failure }
    failure.code = body.code
    failure.message = body.text ?? failure.message
    failure.kind = ErrorCode(body.code)?.kind ?? failure.kind
    return failure
  }

  /// Why one task of a batch could not be told about.
  static func failure(code: String?, text: String?, call: HTTPCall) -> ProviderError {
    ProviderError(
      ErrorCode(code)?.kind ?? .rejected, code: code,
      message: text?.nonEmpty ?? "the service gives no reason", call: call.name)
  }
}

extension DRS {
  /// The codes that a client treats in a way of their own.
  enum ErrorCode: String {
    case gatewayUnauthorised = "0301"
    case gatewayForbidden = "0302"
    case gatewayThrottled = "0308"
    case invalidToken = "M00100"
    case noPermission = "M00102"
    case noOperationPermission = "M00103"
    case pageTooHigh = "M00211"
    case noSuchTask = "M00289"
    case tooFrequent = "M01503"
    case taskNotFound = "M05003"
    case taskDeleted = "M05004"

    /// Reads the part behind the family: old pages write `DRS-M00201`, and the gateway is `APIGW`
    /// or `APIG`.
    init?(_ code: String?) {
      guard let number = code?.split(whereSeparator: { ".-".contains($0) }).last else { return nil }
      self.init(rawValue: number.uppercased())
    }

    /// `nil` where the HTTP status tells.
    var kind: ProviderError.Kind? {
      switch self {
      case .gatewayUnauthorised, .invalidToken: .unauthorised
      case .gatewayForbidden, .noPermission, .noOperationPermission: .rejected
      case .gatewayThrottled, .tooFrequent: .throttled
      case .pageTooHigh, .noSuchTask, .taskNotFound, .taskDeleted: .rejected
      }
    }

    var meansMissing: Bool {
      switch self {
      case .noSuchTask, .taskNotFound, .taskDeleted: true
      case .gatewayUnauthorised, .gatewayForbidden, .gatewayThrottled, .invalidToken,
        .noPermission, .noOperationPermission, .pageTooHigh, .tooFrequent:
        false
      }
    }
  }
}

import MigrationModel

import struct FoundationEssentials.Date

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
    failure.message = body.text.map(withoutRequest) ?? failure.message
    failure.kind = ErrorCode(body.code)?.kind ?? failure.kind
    return explained(failure, reply, call)
  }

  /// Why one task of a batch could not be told about.
  static func failure(code: String?, text: String?, call: HTTPCall) -> ProviderError {
    ProviderError(
      ErrorCode(code)?.kind ?? .rejected, code: code,
      message: text?.nonEmpty ?? "the service gives no reason", call: call.name)
  }
}

extension DRS {
  /// How long the gateway locks a key after too many wrong signatures.
  private static let lockTime = Duration.seconds(300)

  /// The gateway may repeat the whole request that it signed for comparison, a security token among
  /// its headers.
  private static func withoutRequest(_ text: String) -> String {
    let starts = ["canonicalRequest", "CanonicalRequest", "canonical request"].compactMap {
      text.firstRange(of: $0)?.lowerBound
    }
    guard let start = starts.min() else { return text }
    let kept = text[..<start].trimmed
    return String(kept.last == "," ? kept.dropLast() : kept[...])
  }

  /// Says what a person can do where the service's words alone do not.
  private static func explained(
    _ failure: ProviderError, _ reply: HTTPReply, _ call: HTTPCall
  ) -> ProviderError {
    guard failure.kind == .unauthorised else { return failure }
    var failure = failure
    if failure.isKeyLocked {
      failure.retryAfter = failure.retryAfter ?? lockTime
      failure.message +=
        " - the access key is locked for \(Wording.limit(failure.retryAfter ?? lockTime)) after "
        + "too many wrong signatures; check the secret key"
    } else if failure.isSignatureExpired {
      failure.message += " - " + clockWords(reply, call)
    }
    return failure
  }

  /// By which clock the refused request was dated.
  private static func clockWords(_ reply: HTTPReply, _ call: HTTPCall) -> String {
    var words = "the clocks differ"
    if let text = call.headers.first(where: { $0.name == "X-Sdk-Date" })?.value,
      let dated = RequestDate.parseBasic(text)
    {
      words += ": the request was dated \(RequestDate.extended(dated))"
      if let arrivedAt = reply.arrivedAt {
        let ours = arrivedAt.timeIntervalSince1970 - reply.took / .seconds(1)
        let offset = Duration.seconds((dated.timeIntervalSince1970 - ours).rounded())
        words += ", this machine's clock \(Wording.clockOffset(offset))"
      }
    }
    guard let theirs = reply.header("date").flatMap(HTTPDate.parse) else { return words }
    return words + ", the service's clock says \(RequestDate.extended(theirs))"
  }
}

extension ProviderError {
  /// Every more try would be refused as well.
  var isKeyLocked: Bool { message.lowercased().contains("reach the limit") }

  var isSignatureExpired: Bool { message.lowercased().contains("signature expired") }
}

import MigrationModel

import struct FoundationEssentials.Date

/// An answer in either format, read as JSON.
struct DTSReply {
  let reply: HTTPReply
  let call: HTTPCall
  /// The date that the call bore.
  let signedAt: Date
  private let text: DTSErrorText
  /// The same answer with a JSON body; unchanged if the body is neither.
  private let json: HTTPReply

  init(_ reply: HTTPReply, to call: HTTPCall, signedAt: Date, text: DTSErrorText) {
    self.reply = reply
    self.call = call
    self.signedAt = signedAt
    self.text = text
    var json = reply
    // An error of the gateway may come in the other format than asked for.
    if reply.body.first(where: { $0 > 0x20 }) == UInt8(ascii: "<"),
      let body = XMLNode.json(fromXML: reply.body)
    {
      json.body = body
    }
    self.json = json
  }

  /// The error that the answer is, in HTTP's terms or inside a 200; `nil` for a success.
  var failure: ProviderError? {
    let envelope = Answer.errorBody(DTSEnvelope.self, from: json)
    if reply.isSuccess {
      guard let envelope, envelope.success != true else { return nil }
      let hasFailed = envelope.success == false || envelope.failureCode != nil
      return hasFailed ? failure(envelope) : nil
    }
    guard let envelope, envelope.failureCode != nil else {
      return throttlingAware(text.shown(Answer.failure(text.shown(reply), call: call)))
    }
    return failure(envelope)
  }

  func value<Value: DTSAnswer>(_ type: Value.Type) throws(ProviderError) -> Value {
    let value = try? Answer.json(type, from: json, call: call)
    guard let value, value.isAnswer else {
      throw Answer.malformed(text.shown(reply), call: call, expected: "an answer to \(call.name)")
    }
    return value
  }

  private func failure(_ envelope: DTSEnvelope) -> ProviderError {
    let code = envelope.failureCode
    let status = reply.isSuccess ? envelope.failureStatus : reply.status
    let silence = "the service says that it failed" + (status.map { " (\($0))" } ?? "")
    let error = ProviderError(
      DTSErrorCode.kind(of: code, status: status), code: code,
      message: envelope.failureText ?? code ?? silence,
      status: reply.status, call: call.name, requestID: envelope.requestID?.nonEmpty)
    return throttlingAware(text.shown(error))
  }

  /// Adds how long the service asks to wait: its own header counts milliseconds.
  private func throttlingAware(_ error: ProviderError) -> ProviderError {
    var error = error
    let milliseconds = reply.header("x-acs-retry-after").flatMap { Int64($0.trimmed) }
    if let milliseconds, milliseconds > 0 {
      error.retryAfter = .milliseconds(min(milliseconds, 86_400_000))
    } else {
      error.retryAfter = Answer.retryAfter(reply)
    }
    return error
  }
}

/// An answer of one operation.
protocol DTSAnswer: Decodable {
  /// Whether it has what such an answer must have: any JSON object reads as one with nothing told.
  var isAnswer: Bool { get }
}

extension DTSListJobStepAnswer: DTSAnswer {
  var isAnswer: Bool { success == true || jobSteps != nil }
}

extension DTSDescribeJobsAnswer: DTSAnswer {
  /// A list that is missing although it counts records is no empty list.
  var isAnswer: Bool {
    if jobs != nil { return true }
    let isPastTheEnd = (pageNumber ?? 1) > 1
    return success == true && ((totalRecordCount ?? 0) == 0 || isPastTheEnd)
  }
}

extension DTSCheckAnswer: DTSAnswer {
  var isAnswer: Bool { success == true || jobProgress != nil || state?.nonEmpty != nil }
}

extension DTSJobDetailAnswer: DTSAnswer {
  /// The task itself must be told: it has no place that could be empty.
  var isAnswer: Bool { task.dtsJobID?.nonEmpty != nil || task.status?.nonEmpty != nil }
}

import MigrationModel

import class FoundationEssentials.JSONDecoder
import struct FoundationEssentials.Data

/// What every service's answers have in common, before their own words are read.
enum Answer {
  /// Decodes the JSON of a successful answer.
  ///
  /// Throws `malformed` for an empty body, an HTML page, and everything else that is not the JSON expected.
  static func json<Value: Decodable>(
    _ type: Value.Type, from reply: HTTPReply, call: HTTPCall
  ) throws(ProviderError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(reply.body))
    } catch {
      throw malformed(reply, call: call, expected: "JSON")
    }
  }

  /// Decodes the body of a failed answer; `nil` if it is not such an object.
  static func errorBody<Value: Decodable>(_ type: Value.Type, from reply: HTTPReply) -> Value? {
    try? JSONDecoder().decode(type, from: Data(reply.body))
  }

  static func malformed(_ reply: HTTPReply, call: HTTPCall, expected: String) -> ProviderError {
    ProviderError(
      .malformed, message: "\(description(of: reply)) instead of \(expected)",
      status: reply.status, call: call.name)
  }

  /// The kind that a status means where the service's own code says nothing else.
  static func kind(ofStatus status: Int) -> ProviderError.Kind {
    switch status {
    case 401: .unauthorised
    case 429: .throttled
    case 500...: .unavailable
    case 200..<300: .malformed
    default: .rejected
    }
  }

  /// What a failed answer with no body of the service's own says, for people.
  static func failure(_ reply: HTTPReply, call: HTTPCall) -> ProviderError {
    var message = "HTTP \(reply.status) with \(description(of: reply))"
    if (300..<400).contains(reply.status), let target = reply.header("location") {
      message = "HTTP \(reply.status): a redirect to \(ServiceText.clean(target)) is not followed"
    }
    return ProviderError(
      kind(ofStatus: reply.status), message: message, status: reply.status, call: call.name,
      retryAfter: retryAfter(reply))
  }

  /// `Retry-After` in either of its forms, a day at most; zero for a time that is over.
  static func retryAfter(_ reply: HTTPReply) -> Duration? {
    guard let text = reply.header("retry-after")?.trimmed else { return nil }
    if let seconds = Int64(text) { return seconds < 0 ? nil : .seconds(min(seconds, 86_400)) }
    guard let end = HTTPDate.parse(text), let sent = reply.sentAt else { return nil }
    return .seconds(min(max(end.timeIntervalSince(sent), 0), 86_400))
  }

  private static func description(of reply: HTTPReply) -> String {
    let start = reply.text.prefix(400).trimmed
    if start.isEmpty { return "an empty body" }
    let type = reply.header("content-type")?.lowercased() ?? ""
    if type.contains("html") || start.lowercased().hasPrefix("<!doctype html")
      || start.lowercased().hasPrefix("<html")
    {
      return "an HTML page"
    }
    let line = start.split(whereSeparator: \.isNewline).first.map(String.init) ?? start
    return "\"\(ServiceText.clean(String(line.prefix(80))))\""
  }
}

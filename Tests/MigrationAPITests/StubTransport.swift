import Foundation
import MigrationAPI
import MigrationModel

/// A transport that keeps the calls it gets and answers without a network.
actor StubTransport: HTTPTransport {
  /// Gets the call and its number, counted from 0.
  typealias Answer = @Sendable (HTTPCall, Int) throws(ProviderError) -> HTTPReply

  private(set) var calls: [HTTPCall] = []
  private let answer: Answer

  init(answer: @escaping Answer) { self.answer = answer }

  /// Answers with one reply after the other and is `unreachable` after the last.
  init(_ replies: HTTPReply...) {
    self.init { _, number throws(ProviderError) in
      guard replies.indices.contains(number) else {
        throw ProviderError(.unreachable, message: "no reply left")
      }
      return replies[number]
    }
  }

  func send(_ call: HTTPCall) async throws(ProviderError) -> HTTPReply {
    calls.append(call)
    return try answer(call, calls.count - 1)
  }
}

extension HTTPReply {
  static func json(
    _ text: String, status: Int = 200, headers: [HTTPCall.Header] = []
  ) -> HTTPReply {
    HTTPReply(
      status: status, headers: [HTTPCall.Header("Content-Type", "application/json")] + headers,
      body: Array(text.utf8))
  }

  static func xml(_ text: String, status: Int = 200, headers: [HTTPCall.Header] = []) -> HTTPReply {
    HTTPReply(
      status: status, headers: [HTTPCall.Header("Content-Type", "application/xml")] + headers,
      body: Array(text.utf8))
  }

  static func html(_ text: String, status: Int = 200) -> HTTPReply {
    HTTPReply(
      status: status, headers: [HTTPCall.Header("Content-Type", "text/html")],
      body: Array(text.utf8))
  }
}

extension HTTPCall {
  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The parameters of the query, decoded.
  var parameters: [String: String] {
    var result: [String: String] = [:]
    for part in query.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts = pair.map { String($0).removingPercentEncoding ?? String($0) }
      result[texts[0]] = texts.count > 1 ? texts[1] : ""
    }
    return result
  }
}

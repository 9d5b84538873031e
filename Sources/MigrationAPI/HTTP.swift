package import MigrationModel

package import struct FoundationEssentials.Date

/// All of HTTP that the clients see.
package protocol HTTPTransport: Sendable {
  /// Sends one request and collects its answer, whatever its status.
  ///
  /// Redirects are answers, never followed. Throws `unreachable`, `timedOut`, `tls`, or `malformed` for an
  /// answer that is larger than ``HTTPCall/largestAnswer``.
  func send(_ call: HTTPCall) async throws(ProviderError) -> HTTPReply
}

/// One request. The clients only read: no other request exists than those they build.
package struct HTTPCall: Hashable, Sendable {
  package enum Method: String, Hashable, Sendable { case get = "GET", post = "POST" }

  package struct Header: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What the call is called in messages, for example `ListJobStep`.
  package var name: String
  package var method: Method
  package var base: BaseURL
  /// Percent-encoded, beginning with `/`.
  package var path: String
  /// Percent-encoded, without `?`; empty for none.
  package var query: String
  /// In the order in which they are sent; `Host` is the transport's to add, from ``BaseURL/authority``.
  package var headers: [Header]
  package var body: [UInt8]
  package var timeout: Duration
  /// In bytes.
  package var largestAnswer = 16 << 20

  package init(
    name: String,
    method: Method,
    base: BaseURL,
    path: String,
    query: String = "",
    headers: [Header] = [],
    body: [UInt8] = [],
    timeout: Duration
  ) {
    self.name = name
    self.method = method
    self.base = base
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.timeout = timeout
  }

  package var url: String { base.text + path + (query.isEmpty ? "" : "?" + query) }
}

/// One answer.
package struct HTTPReply: Hashable, Sendable {
  package var status: Int
  package var headers: [HTTPCall.Header]
  package var body: [UInt8]
  /// From the first byte sent to the last byte read.
  package var took: Duration
  /// Our clock; `nil` until a client took the answer.
  package var arrivedAt: Date?

  package init(status: Int, headers: [HTTPCall.Header] = [], body: [UInt8], took: Duration = .zero)
  {
    self.status = status
    self.headers = headers
    self.body = body
    self.took = took
  }

  /// The first header of that name, in any case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// When the service answered, by its own clock if it tells; else by ours.
  var sentAt: Date? { header("date").flatMap(HTTPDate.parse) ?? arrivedAt }

  package var isSuccess: Bool { (200..<300).contains(status) }

  /// The body as text, for messages: a broken byte becomes U+FFFD.
  package var text: String { String(decoding: body, as: UTF8.self) }
}

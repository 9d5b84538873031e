/// One request as it stood on the wire, whole.
package struct ReceivedCall: Sendable {
  package var method: String
  /// Percent-encoded, without the query.
  package var path: String
  /// Percent-encoded, without `?`.
  package var query: String
  /// By lower-case name; HTTP's `Host` is here too.
  package var headers: [String: String]
  package var body: [UInt8]

  package init(
    method: String, path: String, query: String = "", headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The query, with `+` read as a space.
  var queryParameters: [Parameter] { Parameter.list(query, plusIsSpace: true) }

  /// The body's fields if it is a form.
  var formParameters: [Parameter] {
    guard let type = headers["content-type"]?.lowercased(),
      type.hasPrefix("application/x-www-form-urlencoded")
    else { return [] }
    return Parameter.list(String(decoding: body, as: UTF8.self), plusIsSpace: true)
  }

  /// The first parameter of that name, in the query or the form.
  func parameter(_ name: String) -> String? {
    (queryParameters + formParameters).first { $0.name == name }?.value
  }
}

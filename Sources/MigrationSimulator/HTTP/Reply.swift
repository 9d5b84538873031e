/// One answer of a played service.
struct Reply: Sendable {
  var status: Int
  var contentType: String?
  var headers: [String: String] = [:]
  var body: String

  static func json(_ document: Document, status: Int = 200) -> Reply {
    Reply(status: status, contentType: "application/json", body: document.json)
  }

  static func html(_ title: String) -> Reply {
    Reply(
      status: 200, contentType: "text/html;charset=UTF-8",
      body: """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head>
        <body><div id="root"></div></body></html>
        """)
  }

  func adding(_ header: String, _ value: String) -> Reply {
    var copy = self
    copy.headers[header] = value
    return copy
  }
}

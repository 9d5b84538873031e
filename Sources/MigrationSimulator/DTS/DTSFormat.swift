/// In which form a call wants its answer.
enum DTSFormat {
  case json, xml

  /// `nil` for a form that the gateway does not know.
  init?(_ call: ReceivedCall) {
    if let format = call.parameter("Format") {
      switch format.uppercased() {
      case "JSON": self = .json
      case "XML": self = .xml
      default: return nil
      }
      return
    }
    let isACS3 = call.headers["authorization"] != nil
    guard isACS3 || call.parameter("AccessKeyId") == nil && call.headers["x-acs-action"] != nil
    else {
      // The older signature's default.
      self = .xml
      return
    }
    let accept = call.headers["accept"]?.lowercased() ?? ""
    if accept.isEmpty || accept.contains("json") || accept.contains("*/*") {
      self = .json
    } else if accept.contains("xml") {
      self = .xml
    } else {
      return nil
    }
  }

  func reply(_ action: String, _ document: Document) -> Reply {
    switch self {
    case .json:
      .json(document)
    case .xml:
      Reply(
        status: 200, contentType: "application/xml", body: document.xml(root: "\(action)Response"))
    }
  }

  /// Errors go by another media type than answers, and have a root of their own.
  func error(_ document: Document, status: Int) -> Reply {
    switch self {
    case .json:
      .json(document, status: status)
    case .xml:
      Reply(
        status: status, contentType: "text/xml;charset=utf-8",
        body: #"<?xml version="1.0" encoding="UTF-8"?>"# + document.xml(root: "Error"))
    }
  }
}

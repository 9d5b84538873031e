import MigrationModel

extension RelationalMigrator {
  /// Decodes a successful answer.
  static func json<Value: Decodable>(
    _ type: Value.Type, from reply: HTTPReply, call: HTTPCall
  ) throws(ProviderError) -> Value {
    guard reply.isSuccess else { throw failure(reply, call: call) }
    do throws(ProviderError) {
      return try Answer.json(type, from: reply, call: call)
    } catch {
      var error = error
      error.message += advice(about: reply, call: call)
      throw error
    }
  }

  /// Why an answer is a failure: its kind from the status, its words from the body, and what to do
  /// where the body does not say it.
  static func failure(_ reply: HTTPReply, call: HTTPCall) -> ProviderError {
    var failure = Answer.failure(reply, call: call)
    if let body = Answer.errorBody(ErrorBody.self, from: reply), let text = body.text {
      failure.code = body.errorType?.nonEmpty
      failure.message = text
      if reply.status == 404, body.path != nil { failure.message += noSuchCall }
    }
    failure.message += advice(about: reply, call: call)
    return failure
  }

  /// Behind the words of the framework for a path that nothing answers to.
  private static let noSuchCall =
    "; this version has no such call, or `endpoint` points at something else"

  /// Relational Migrator has no log-in, and it answers for a path that it does not know with the
  /// page of its web interface: both point at what stands between.
  private static func advice(about reply: HTTPReply, call: HTTPCall) -> String {
    let path = "\(call.base.authority)\(call.path)"
    switch reply.status {
    case 401, 403, 407, 300..<400:
      return "; a proxy before \(call.base.authority) asks for credentials or "
        + "refuses them: see `authorization` of this source"
    case _ where isWebPage(reply):
      return reply.status >= 500
        ? "; a proxy answers for \(path): is Relational Migrator running behind it?"
        : "; \(path) is no call of an API: does `endpoint` point at Relational Migrator?"
    case _ where reply.text.trimmed.isEmpty:
      return " from \(path); the log of Relational Migrator may say why"
    default: return ""
    }
  }

  /// The web interface, or a proxy's page.
  static func isWebPage(_ reply: HTTPReply) -> Bool {
    let start = reply.text.prefix(400).trimmed.lowercased()
    return reply.header("content-type")?.lowercased().contains("html") == true
      || start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }
}

import MigrationModel

/// What may be shown of a text about a call that failed.
///
/// To a wrong signature the gateway answers with all that it signed itself, the security token of a
/// temporary key among it; a redirect repeats the query.
struct DTSErrorText {
  /// Ours in each form in which they may come back: as they are, and percent-encoded once (in a
  /// query) or twice (in the text that version 1 signs).
  private let secrets: [String]

  init(_ credentials: DTSCredentials) {
    let values = [credentials.accessKeySecret, credentials.securityToken].compactMap(\.?.value)
    secrets = values.filter { !$0.isEmpty }.flatMap { value in
      let once = PercentEncoding.encode(value)
      let twice = PercentEncoding.encode(once)
      return [twice, twice.withLowercaseEscapes, once, once.withLowercaseEscapes, value]
    }
  }

  /// The text up to the echo, without our secrets.
  func shown(_ text: String) -> String {
    secrets.reduce(text.withoutEcho) { $0.replacing($1, with: "*****") }
  }

  func shown(_ error: ProviderError) -> ProviderError {
    var error = error
    error.message = shown(error.message)
    return error
  }

  /// The answer with a body that may be described in words: those show its beginning, which may end
  /// within a secret.
  func shown(_ reply: HTTPReply) -> HTTPReply {
    var reply = reply
    reply.body = Array(shown(reply.text).utf8)
    return reply
  }
}

extension String {
  /// The text up to where the gateway says what it signed.
  var withoutEcho: String {
    let echo =
      /(server\s+)?(string[\s_-]*to[\s_-]*sign|canonical[\s_-]*request)|server[\s_-]*string/
      .ignoresCase()
    guard let start = firstMatch(of: echo)?.range.lowerBound else { return self }
    return String(self[..<start].trimmed)
  }

  /// `%2F` as `%2f`.
  fileprivate var withLowercaseEscapes: String {
    replacing(/%(25)*[0-9A-F]{2}/) { $0.output.0.lowercased() }
  }
}

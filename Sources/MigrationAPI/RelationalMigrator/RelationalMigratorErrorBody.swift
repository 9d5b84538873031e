import MigrationModel

extension RelationalMigrator {
  /// The body of a failed answer, in any of its three shapes, told apart by the fields that are
  /// there.
  ///
  /// Until 1.16 `{jobId, message, description, timestamp}`, later `{errorType, message, timestamp,
  /// issues}`, and from the framework below `{timestamp, status, error, path}`.
  package struct ErrorBody: WireObject {
    @Told package var errorType: String?
    @Told package var message: String?
    @Told package var timestamp: String?
    @Told package var issues: [Issue]?
    @Told package var jobId: String?
    @Told package var description: String?
    @Told package var status: Int64?
    @Told package var error: String?
    @Told package var path: String?

    /// One of the reasons for a refusal.
    package struct Issue: WireObject {
      @Told package var type: String?
      @Told package var message: String?
      /// A JSON pointer into the request or the project.
      @Told package var pointer: String?
    }

    /// What went wrong, in one line; `nil` if the body is of none of the shapes.
    var text: String? {
      guard let message = message?.nonEmpty else {
        return error?.nonEmpty.map { text in path.map { "\(text): \($0)" } ?? text }
      }
      let issue = issues?.first.flatMap(\.text)
      return [message, description?.nonEmpty, issue].compactMap(\.self).joined(separator: ": ")
    }
  }

  /// Why an answer is a failure: its kind from the status, its words from the body.
  static func failure(_ reply: HTTPReply, call: HTTPCall) -> ProviderError {
    var failure = Answer.failure(reply, call: call)
    guard let body = Answer.errorBody(ErrorBody.self, from: reply), let text = body.text else {
      return failure
    }
    failure.code = body.errorType?.nonEmpty
    failure.message = text
    return failure
  }
}

extension RelationalMigrator.ErrorBody.Issue {
  fileprivate var text: String? {
    let parts = [type, message].compactMap { $0?.nonEmpty }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: " ") + (pointer?.nonEmpty.map { " at \($0)" } ?? "")
  }
}

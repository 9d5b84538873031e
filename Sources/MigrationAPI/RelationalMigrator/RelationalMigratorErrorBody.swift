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

    /// Whether it is about a path that nothing answers to, in the framework's words (Spring's
    /// `NoResourceFoundException`, `NoHandlerFoundException`).
    var deniesPath: Bool {
      let message = message?.lowercased() ?? ""
      return ["no static resource", "no handler found"].contains { message.contains($0) }
    }

    /// Whether it says that there is no such job, and not only that there is nothing at that path.
    var deniesJob: Bool {
      guard let message = message?.nonEmpty, !deniesPath else { return false }
      return path == nil || message.lowercased().contains("job")
    }

    /// What went wrong, in one line; `nil` if the body is of none of the shapes.
    var text: String? {
      guard let message = message?.nonEmpty else {
        return error?.nonEmpty.map { text in path.map { "\(text): \($0)" } ?? text }
      }
      let parts = [message, description?.nonEmpty, issues?.first.flatMap(\.text)]
      let others = (issues?.count ?? 0) - 1
      return parts.compactMap(\.self).joined(separator: ": ")
        + (others > 0 ? " (and \(others) more)" : "")
    }
  }
}

extension RelationalMigrator.ErrorBody.Issue {
  fileprivate var text: String? {
    let parts = [type, message].compactMap { $0?.nonEmpty }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: " ") + (pointer?.nonEmpty.map { " at \($0)" } ?? "")
  }
}

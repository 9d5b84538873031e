extension DRS {
  /// An element of the answer of `POST /v3/{project_id}/jobs/batch-status`.
  package struct TaskStatus: WireObject {
    @Told package var id: String?
    /// Absent where an error stands.
    @Told package var status: String?
    @Told package var errorCode: String?
    @Told package var errorMessage: String?

    private enum CodingKeys: String, CodingKey {
      case id, status
      case errorCode = "error_code"
      case errorMessage = "error_message"
    }
  }
}

import MigrationModel

extension RelationalMigrator {
  /// An entry of the answer of `GET /jobs/{id}/logs`, from 1.15.1.
  package struct LogEvent: WireObject {
    @Told package var eventType: String?
    @Told package var message: LogText?
    @Told package var timestamp: String?
    @Told package var details: LogText?
    @Told package var stackTrace: [LogText]?
    @Told package var locationType: String?
    @Told package var locationName: String?
    @Told package var fieldName: String?
    /// The key of the row or document, by its columns.
    @Told package var key: [String: String]?
    @Told package var errorType: String?
  }

  /// An entry of the log that was part of the job until 1.14.
  package struct JobUpdate: WireObject {
    /// `DB_SETUP_ERROR` beside the three words of today, in 1.6.
    @Told package var eventType: String?
    @Told package var message: LogText?
    @Told package var timestamp: String?
    @Told package var details: LogText?
    /// `SNAPSHOTTING`, `STREAMING` or `VERIFICATION`.
    @Told package var stage: String?
    @Told package var errorCode: String?
    @Told package var count: Int64?
    /// One string until 1.14.0.
    @Told package var stackTrace: [LogText]?
    /// `table`, or `collection`, or `collection` and `document`.
    @Told package var location: [String: String]?
  }

  /// A text of a log, of which the beginning is enough: it is cut before it is cleaned, so that
  /// a log of megabytes costs little.
  package struct LogText: Hashable, Sendable, WireValue {
    package static let longest = 4_096
    package let text: String

    package init?(wire decoder: any Decoder) {
      guard let text = try? decoder.singleValueContainer().decode(String.self) else { return nil }
      let start = text.unicodeScalars.prefix(Self.longest)
      let isCut = start.endIndex < text.endIndex
      self.text = ServiceText.clean(String(start)) + (isCut ? "… (cut)" : "")
    }
  }
}

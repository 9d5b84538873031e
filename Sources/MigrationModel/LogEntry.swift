package import struct FoundationEssentials.Date

/// An entry of the log that a service keeps of a job.
package struct LogEntry: Hashable, Sendable {
  package enum Severity: String, CaseIterable, Hashable, Sendable {
    case info, warning, error
    /// A word that this version does not know; it stands before the message.
    case unknown
  }

  /// In the service's clock; `nil` if it does not say.
  package var at: Date?
  package var severity: Severity
  package var message: String
  /// The longer text behind the message, stack traces included.
  package var details: String?
  /// The service's own name for the kind of error.
  package var code: String?
  /// The table, collection, document or field that it is about.
  package var location: String?
  /// How often the same happened; `nil` if the service writes each time apart.
  package var count: Int64?

  package init(
    at: Date? = nil,
    severity: Severity,
    message: String,
    details: String? = nil,
    code: String? = nil,
    location: String? = nil,
    count: Int64? = nil
  ) {
    self.at = at
    self.severity = severity
    self.message = message
    self.details = details
    self.code = code
    self.location = location
    self.count = count
  }
}

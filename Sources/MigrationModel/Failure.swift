package import struct FoundationEssentials.Date

/// What went wrong, in the service's words.
///
/// Beside a state other than failed it is a note about the past, not a verdict.
package struct Failure: Hashable, Sendable {
  package var code: String?
  package var message: String?
  package var at: Date?
  /// The table, collection or component the service points at.
  package var location: String?
  /// Whether it failed before moving any data; `nil` if the service does not say.
  package var duringSetup: Bool?
  /// Address of the service's help page for it.
  package var help: String?

  package init(
    code: String? = nil,
    message: String? = nil,
    at: Date? = nil,
    location: String? = nil,
    duringSetup: Bool? = nil,
    help: String? = nil
  ) {
    self.code = code
    self.message = message
    self.at = at
    self.location = location
    self.duringSetup = duringSetup
    self.help = help
  }
}

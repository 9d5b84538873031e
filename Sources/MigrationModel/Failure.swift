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

/// Whether the copied data was compared with its source.
package struct Verification: Hashable, Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    case notRequested, pending, verifying, verified
    /// Source and target differ.
    case different
    /// The verifier itself broke: nothing is known about the data.
    case aborted
    case cancelled, unknown
  }

  package var state: State
  /// The service's word; `nil` if it gave none.
  package var nativeStatus: String?
  package var fraction: Double?

  package init(state: State, nativeStatus: String? = nil, fraction: Double? = nil) {
    self.state = state
    self.nativeStatus = nativeStatus
    self.fraction = fraction
  }
}

/// The service's own collecting of statistics, where it can fail apart from the job (Relational Migrator's JMX).
package struct Scrape: Hashable, Sendable {
  package var isAvailable: Bool
  /// In the service's clock.
  package var lastSuccessAt: Date?
  package var message: String?

  package init(isAvailable: Bool, lastSuccessAt: Date? = nil, message: String? = nil) {
    self.isAvailable = isAvailable
    self.lastSuccessAt = lastSuccessAt
    self.message = message
  }
}

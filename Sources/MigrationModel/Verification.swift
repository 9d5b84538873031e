package import struct FoundationEssentials.Date

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
  /// When the comparison ended, in the service's clock; of several the earliest end. `nil` while
  /// one goes on, and where the service does not tell: nobody knows then what was written after it.
  package var finishedAt: Date?
  /// Whether a comparison goes on with the changes and has caught up with them: what it says holds
  /// for now.
  package var isContinuous: Bool

  package init(
    state: State, nativeStatus: String? = nil, fraction: Double? = nil, finishedAt: Date? = nil,
    isContinuous: Bool = false
  ) {
    self.state = state
    self.nativeStatus = nativeStatus
    self.fraction = fraction
    self.finishedAt = finishedAt
    self.isContinuous = isContinuous
  }
}

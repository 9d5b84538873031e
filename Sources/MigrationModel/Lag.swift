package import struct FoundationEssentials.Date

/// How far the target is behind the source, or why that is not known.
package enum Lag: Hashable, Sendable {
  /// Two quantities that must not share a name.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Now minus the source time of the last applied event (DTS, DRS).
    case eventAge
    /// How long a recent event took; it freezes while the source is idle (Relational Migrator).
    case pipeline
  }

  package enum Absence: String, CaseIterable, Hashable, Sendable {
    /// The job replicates but has not begun to (the services say -1).
    case notStarted
    /// The job or its phase does not replicate, whatever number stands there.
    case notApplicable
    /// The job replicates and the service left the value out.
    case notReported
    /// Nothing was ever read.
    case sourceUnavailable
  }

  package struct Measurement: Hashable, Sendable {
    /// Never negative: the services' negative values are absences.
    package var value: Duration
    package var kind: Kind
    /// When the service measured it, in its own clock; `nil` if it does not say.
    package var measuredAt: Date?

    package init(value: Duration, kind: Kind, measuredAt: Date? = nil) {
      self.value = value
      self.kind = kind
      self.measuredAt = measuredAt
    }
  }

  case measured(Measurement)
  case absent(Absence)

  /// The value, if there is one.
  package var value: Duration? {
    switch self {
    case .measured(let measurement): measurement.value
    case .absent: nil
    }
  }
}

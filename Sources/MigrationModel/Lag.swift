package import struct FoundationEssentials.Date

/// How far the target is behind the source, or why that is not known.
package enum Lag: Hashable, Sendable {
  /// Two quantities that must not share a name.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Now minus the source time of the last applied event (DTS, DRS).
    case eventAge
    /// How long a recent event took; it freezes while the source is idle (Relational Migrator).
    case pipeline

    /// Whether the service measures it anew while no change arrives.
    ///
    /// DTS and DRS have a heartbeat of their own: a measurement that gets old there means that
    /// nobody measures. Relational Migrator measures with each batch only: there an old one may as
    /// well be that of an idle source.
    package var isMeasuredWhileIdle: Bool { self == .eventAge }
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
    ///
    /// Of an old one see ``Kind/isMeasuredWhileIdle``.
    package var measuredAt: Date?
    /// The step in which the service counts: the true value is less than this away from the told
    /// one.
    package var resolution: Duration

    package init(
      value: Duration, kind: Kind, measuredAt: Date? = nil, resolution: Duration = .milliseconds(1)
    ) {
      self.value = value
      self.kind = kind
      self.measuredAt = measuredAt
      self.resolution = resolution
    }
  }

  case measured(Measurement)
  case absent(Absence)

  /// The measurement, if there is one.
  package var measurement: Measurement? {
    switch self {
    case .measured(let measurement): measurement
    case .absent: nil
    }
  }

  /// The value, if there is one.
  package var value: Duration? { measurement?.value }
}

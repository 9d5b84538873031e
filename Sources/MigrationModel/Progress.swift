package import struct FoundationEssentials.Date

/// How far the current phase is.
package struct Progress: Hashable, Sendable {
  /// What the total behind ``fraction`` is worth.
  package enum Quality: String, CaseIterable, Hashable, Sendable {
    case exact
    /// Counted or guessed by the service before the copy began.
    case estimated
    /// The total itself still rises.
    case growing
    /// More was done than the total says.
    case exceeded
    case unknown
  }

  /// A counter with its total; either is `nil` if the service does not tell it.
  package struct Count: Hashable, Sendable {
    package var done: Int64?
    package var total: Int64?

    package init(done: Int64? = nil, total: Int64? = nil) {
      self.done = done
      self.total = total
    }
  }

  /// Done part of the phase as the service tells or its counters give it; may pass 1 beside ``Quality/exceeded``.
  ///
  /// `nil` for an open-ended phase and where no total is known.
  package var fraction: Double?
  package var quality: Quality
  package var tables: Count
  package var rows: Count
  package var bytes: Count
  /// The tables being copied now, as `database.schema.table`.
  package var processing: [String]

  package init(
    fraction: Double? = nil,
    quality: Quality = .unknown,
    tables: Count = Count(),
    rows: Count = Count(),
    bytes: Count = Count(),
    processing: [String] = []
  ) {
    self.fraction = fraction
    self.quality = quality
    self.tables = tables
    self.rows = rows
    self.bytes = bytes
    self.processing = processing
  }
}

/// Rates and windows that a service measures itself; ours are judged from its counters.
package struct Throughput: Hashable, Sendable {
  package var rowsPerSecond: Double?
  package var bytesPerSecond: Double?
  /// Change events applied in the last minute. 0 means an idle source, `nil` that it is not told.
  package var eventsLastMinute: Int64?
  package var eventsLastHour: Int64?
  /// Source time of the last change event.
  package var lastEventAt: Date?

  package init(
    rowsPerSecond: Double? = nil,
    bytesPerSecond: Double? = nil,
    eventsLastMinute: Int64? = nil,
    eventsLastHour: Int64? = nil,
    lastEventAt: Date? = nil
  ) {
    self.rowsPerSecond = rowsPerSecond
    self.bytesPerSecond = bytesPerSecond
    self.eventsLastMinute = eventsLastMinute
    self.eventsLastHour = eventsLastHour
    self.lastEventAt = lastEventAt
  }
}

package import struct FoundationEssentials.Date

/// The service's own collecting of statistics, where it can fail apart from the job (Relational
/// Migrator's JMX).
///
/// A job of a service that does not collect so has none: its figures are as fresh as its answer
/// (DTS, DRS).
package struct Scrape: Hashable, Sendable {
  package enum Status: Hashable, Sendable {
    /// The service says that it works.
    case available
    /// The service says anything else: its statistics stand still.
    case unavailable
    /// The service does not say (Relational Migrator until 1.15, and a document without the field).
    case notTold
  }

  package var status: Status
  /// In the service's clock; `nil` if it does not say.
  package var lastSuccessAt: Date?
  package var message: String?

  package init(status: Status, lastSuccessAt: Date? = nil, message: String? = nil) {
    self.status = status
    self.lastSuccessAt = lastSuccessAt
    self.message = message
  }

  package init(isAvailable: Bool, lastSuccessAt: Date? = nil, message: String? = nil) {
    self.init(
      status: isAvailable ? .available : .unavailable, lastSuccessAt: lastSuccessAt,
      message: message)
  }

  /// `false` only if the service says so: silence is no failure, and no proof of a success either.
  package var isAvailable: Bool { status != .unavailable }
}

extension Scrape {
  /// What the service's words are worth as a proof that its statistics are of now.
  package enum Freshness: Hashable, Sendable {
    /// The service says that it fails.
    case failing
    /// The last success was so long ago; never negative.
    case asOf(Duration)
    /// The last success is told to be so far ahead of the service's own clock: the time proves
    /// nothing.
    case ahead(Duration)
    /// It works by its word, and no time is told.
    case availableWithoutTime
    /// Neither a word nor a time is told.
    case notTold
  }

  /// Two clocks that are read by whole seconds, one of them over a network, may differ by this.
  private static let clockTolerance = Duration.seconds(5)

  /// - Parameter theirNow: The present moment in the service's clock.
  package func freshness(at theirNow: Date) -> Freshness {
    guard isAvailable else { return .failing }
    guard let lastSuccessAt else { return status == .available ? .availableWithoutTime : .notTold }
    let age = Duration.seconds(theirNow.timeIntervalSince(lastSuccessAt))
    return age < .zero - Self.clockTolerance ? .ahead(.zero - age) : .asOf(max(age, .zero))
  }
}

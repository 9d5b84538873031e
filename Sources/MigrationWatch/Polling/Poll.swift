package import MigrationModel

/// What one call to a source brought, and how its polling stands after it.
package struct Poll: Sendable {
  package enum Outcome: Sendable {
    case listed(Listing, isFirst: Bool)
    case read([JobReading], ReadingDepth)
    case renewed(changed: Bool)
    case failed(ProviderError, during: Call = .list)
  }

  /// What was asked for.
  package enum Call: Hashable, Sendable {
    case list
    case read(ReadingDepth)
    case credentials
  }

  /// The name of the source.
  package var source: String
  package var at: Moment
  package var outcome: Outcome
  package var connection: Connection
  package var callsLastMinute: Int
  /// Until the next call; `nil` if none will be made before the credentials change or the user asks.
  package var nextCall: Duration?
  /// Whether the source waits for new credentials.
  package var isSilent: Bool
  /// How long it takes to read every job of the source once.
  package var round: Duration
  /// Whether all that can be read has been read since the start.
  package var isComplete: Bool

  package init(
    source: String,
    at: Moment,
    outcome: Outcome,
    connection: Connection = Connection(),
    callsLastMinute: Int = 0,
    nextCall: Duration? = .zero,
    isSilent: Bool = false,
    round: Duration = .zero,
    isComplete: Bool = false
  ) {
    self.source = source
    self.at = at
    self.outcome = outcome
    self.connection = connection
    self.callsLastMinute = callsLastMinute
    self.nextCall = nextCall
    self.isSilent = isSilent
    self.round = round
    self.isComplete = isComplete
  }
}

package import struct FoundationEssentials.Date

/// A migration task as one service describes it, in the vocabulary shared by all services.
///
/// Texts are cleaned by ``ServiceText`` when they enter. What a service did not report is `nil` or
/// an explicit absence, never 0.
package struct Job: Hashable, Identifiable, Sendable {
  /// Task ids are unique within a source only.
  package struct ID: Hashable, Sendable {
    /// The name of the ``Source``.
    package let source: String
    /// The id by which the service knows the task.
    package let native: String

    package init(source: String, native: String) {
      self.source = source
      self.native = native
    }
  }

  /// What more a service tells of a job in its present state, if it is asked for that job alone.
  package enum Details: Hashable, Sendable {
    case nothing
    /// The service's log, for a person who reads.
    case log
    /// More ``Job/steps``: the items of a check, the parts of a job, the halves of a lag.
    case steps
  }

  package let id: ID
  package let service: Service
  /// The task's name, or its id if it has none.
  package var name: String
  package var kind: JobKind?
  /// Whether the job is set up to replicate changes after its copy; `nil` if the service does not tell.
  package var replicates: Bool?
  package var state: State
  package var phase: Phase
  /// The service's own status word, shown beside ours.
  package var nativeStatus: String
  package var from: DatabaseEndpoint?
  package var to: DatabaseEndpoint?
  package var createdAt: Date?
  package var startedAt: Date?
  package var finishedAt: Date?
  /// When this program read the oldest of the figures that a row shows; our clock.
  package var observedAt: Date
  /// When ``steps`` were read; `nil` until they have been.
  package var stepsObservedAt: Date?
  /// When progress, rates and lag were read; `nil` until they were. A reading of the status alone leaves it.
  package var figuresReadAt: Date?
  package var progress = Progress()
  package var throughput = Throughput()
  package var lag: Lag
  package var failure: Failure?
  package var verification: Verification?
  package var steps: [Step] = []
  package var scrape: Scrape?
  /// What the service's own log says of the job, newest first; `nil` until it was read, or if there is none.
  package var log: [LogEntry]?
  /// What a reading of ``ReadingDepth/details`` would add now.
  package var details = Details.nothing
  /// Oddities in the service's own words; one that begins with ``contradictionMark`` blocks a cut-over.
  package var notes: [String] = []

  package init(
    id: ID,
    service: Service,
    name: String,
    kind: JobKind? = nil,
    state: State,
    phase: Phase,
    nativeStatus: String,
    observedAt: Date,
    lag: Lag = .absent(.sourceUnavailable)
  ) {
    self.id = id
    self.service = service
    self.name = name
    self.kind = kind
    self.state = state
    self.phase = phase
    self.nativeStatus = nativeStatus
    self.observedAt = observedAt
    self.lag = lag
  }
}

extension Job {
  /// Begins a note about two words of the service that cannot both be true.
  package static let contradictionMark = "contradiction: "

  /// What contradicts itself in the service's own words.
  package var contradictions: [String] {
    notes.filter { $0.hasPrefix(Self.contradictionMark) }
      .map { String($0.dropFirst(Self.contradictionMark.count)) }
  }
}

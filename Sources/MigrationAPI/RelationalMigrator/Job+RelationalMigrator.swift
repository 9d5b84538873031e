package import MigrationModel

package import struct FoundationEssentials.Date

extension Job {
  /// Reads a job document.
  ///
  /// - Parameters:
  ///   - document: One with an id; `nil` comes back for another.
  ///   - source: The name of the source.
  ///   - project: The name of the document's project, if it is known.
  ///   - lastPhase: What an earlier document of the job showed, for a state that hides the phase.
  ///   - version: Of the service, if it told.
  ///   - observedAt: When the document was read; our clock.
  package init?(
    _ document: RelationalMigrator.JobDocument,
    source: String,
    project: String? = nil,
    lastPhase: Phase? = nil,
    version: RelationalMigrator.Version? = nil,
    observedAt: Date
  ) {
    guard let id = document.id?.nonEmpty else { return nil }
    let meaning = RelationalMigrator.JobInterpretation(
      document, lastPhase: lastPhase, version: version)
    self.init(
      id: ID(source: source, native: id), service: .relationalMigrator,
      name: project?.nonEmpty ?? id, kind: .migration, state: meaning.state, phase: meaning.phase,
      nativeStatus: document.nativeStatus, observedAt: observedAt, lag: meaning.lag)
    replicates = meaning.replicates
    from = document.jdbcConnectionString?.endpoint
    to = document.mongoDbConnectionString?.endpoint
    createdAt = document.submittedAt.flatMap { Timestamp.parse($0) }
    startedAt =
      document.statistics?.startedAt.flatMap { Timestamp.parse($0) }
      ?? document.cdcStatistics?.startedAt.flatMap { Timestamp.parse($0) }
    figuresReadAt = observedAt
    stepsObservedAt = observedAt
    progress = meaning.progress
    throughput = meaning.throughput
    failure = meaning.failure
    // The service tells no end but that of a failure.
    finishedAt = failure?.at
    verification = meaning.verification
    steps = meaning.steps
    scrape = meaning.scrape
    notes = meaning.notes
    log = meaning.log
    details = meaning.details
  }
}

package import MigrationModel

package import struct FoundationEssentials.Date

/// Reads the jobs of one instance of Relational Migrator.
///
/// One call lists them with everything the service tells but the log. Only jobs that the
/// configuration names and the list lacks, and those that fell off its end, are asked for one by
/// one, each as a page of its own.
package actor RelationalMigratorProvider: MigrationProvider {
  package nonisolated let source: Source
  package nonisolated let limits: CallLimits

  let configuration: RelationalMigratorConfiguration
  let transport: any HTTPTransport
  let now: @Sendable () -> Date
  private let store: any SecretStore<Secret?>
  /// Outer `nil`: not read yet.
  private var authorization: Secret??
  var record = ConnectionRecord()
  var projects = ProjectNames()
  var version = ServiceVersion()
  var memory = JobMemory()
  /// Whether this version answered that it has no `/jobs/{id}/logs`.
  var logIsUnknown = false
  var pass = ListingPass()
  /// How many jobs the next list asks for.
  var listLength = RelationalMigratorProvider.longestList
  /// Ids to ask for singly in the pass under way.
  var unlisted: [String] = []

  /// - Parameters:
  ///   - authorization: Keeps the `Authorization` header that a reverse proxy asks for, or `nil`
  ///     to send none.
  ///   - now: Our clock.
  package init(
    configuration: RelationalMigratorConfiguration,
    authorization: any SecretStore<Secret?>,
    transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    source = Source(
      name: configuration.name, service: .relationalMigrator, endpoint: configuration.base.text,
      authentication: configuration.authentication)
    limits = CallLimits(
      callsPerMinute: configuration.callsPerMinute, jobsPerCall: [.statistics: 1, .details: 1],
      listingTells: [.status, .statistics, .steps])
    self.configuration = configuration
    self.transport = transport
    self.now = now
    store = authorization
  }

  package var connection: Connection { record.connection }

  package func list(after cursor: ListingCursor?) async throws(ProviderError) -> Listing {
    guard let cursor else { return try await listAll() }
    return try await listUnlisted(cursor.page)
  }

  package func renewCredentials() async throws(ProviderError) -> Bool {
    let renewed = try await store.read()
    let differs = authorization.map { $0 != renewed } ?? true
    authorization = .some(renewed)
    return differs
  }

  func currentAuthorization() async throws(ProviderError) -> Secret? {
    if let authorization { return authorization }
    let secret = try await store.read()
    authorization = .some(secret)
    return secret
  }

  /// Reads a document with what is known beside it; `nil` for one without an id.
  func job(_ document: RelationalMigrator.JobDocument) -> Job? {
    guard let id = document.id,
      var job = Job(
        document, source: source.name, project: projects[document.projectId],
        lastPhase: memory.lastPhase(of: id), version: version.number, observedAt: now())
    else { return nil }
    if job.log == nil { job.log = memory.log(of: id) }
    if logIsUnknown { job.details = .nothing }
    memory.keep(job)
    return job
  }
}

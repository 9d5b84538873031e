package import MigrationModel

package import struct FoundationEssentials.Date

/// Reads the jobs of one instance of Relational Migrator.
///
/// One call lists them with everything the service tells but the log. Jobs that the configuration
/// names and the list lacks, those that fell off its end, the names of the projects and the version
/// are asked for one by one, each as a page of its own.
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
  /// Whether the list was ever answered, so that the paths of its jobs exist as well.
  var hasListed = false
  var listLength = ListLength()
  /// How many jobs the last list was cut at; `nil` for a whole one.
  var cutAt: Int?
  /// Ids to ask for singly in the pass under way.
  var unlisted: [String] = []
  /// Ids of the pass under way that the service does not know.
  var missing: [String] = []
  /// Of the pass under way, while names or version are still to be asked for, by id.
  var documents: [String: ReadDocument] = [:]

  /// A document and when it came, by our clock.
  struct ReadDocument {
    let document: RelationalMigrator.JobDocument
    let arrivedAt: Date
  }

  /// What a page behind the first one is about.
  enum Page: Int {
    case job, names, version
  }

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
      authentication: configuration.authentication,
      credentials: configuration.credentials)
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
    switch Page(rawValue: cursor.part) {
    case .job: return try await listUnlisted(cursor.page)
    case .names: return await listNames()
    case .version: return await listVersion()
    case nil: return Listing(jobs: [])
    }
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
  ///
  /// - Parameter arrivedAt: When the service's answer came, whatever was waited for since.
  func job(_ document: RelationalMigrator.JobDocument, at arrivedAt: Date) -> Job? {
    guard let id = document.id,
      var job = Job(
        document, source: source.name, project: projects[document.projectId],
        lastPhase: memory.lastPhase(of: id), version: version.number, observedAt: arrivedAt)
    else { return nil }
    if job.log == nil { job.log = memory.log(of: id) }
    if logIsUnknown { job.details = .nothing }
    memory.keep(job)
    if isContextDue(for: document) {
      documents[job.id.native] = ReadDocument(document: document, arrivedAt: arrivedAt)
    }
    return job
  }
}
